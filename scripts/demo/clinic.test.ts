import { Check } from 'typebox/value'
import { expect, test } from 'vitest'
import { WorkerDraft } from '../../signaling/protocol/planning.ts'
import { sampleWorkers } from './clinic.ts'

const workers = sampleWorkers('employer-0000000000', 'site-000000000000')

test('the sample clinic has the pilot’s 180 workers, each acceptable as a roster row', () => {
  expect(workers).toHaveLength(180)
  expect(workers.filter((worker) => !Check(WorkerDraft, worker))).toEqual([])
})

test('no worker of the sample clinic comes twice', () => {
  const names = workers.map((worker) => `${worker.firstName} ${worker.lastName} ${worker.language}`)
  expect(new Set(names).size).toBe(180)
  expect(new Set(workers.map((worker) => worker.email)).size).toBe(180)
})

test('the first three workers speak three languages', () => {
  expect(new Set(workers.slice(0, 3).map((worker) => worker.language))).toEqual(
    new Set(['nl', 'fr', 'de']),
  )
})
