// @vitest-environment happy-dom
import { expect, test } from 'vitest'
import { answerChecks } from './answer-checks.ts'
import { askForCheck } from './check-asked.ts'
import type { ProofContext } from './identity-proof.ts'
import type { IdentityVerdict } from './identity-verdict.ts'

const context: ProofContext = {
  appointmentId: 'appointment-00000001',
  callId: 'call-000000000000001',
  keys: { physician: 'bb'.repeat(32), worker: 'aa'.repeat(32) },
}
const failed: IdentityVerdict = { kind: 'unproved', code: 'failed' }

test('what checks is fetched with each proof until it is there; without it the proof has failed', async () => {
  const steps: (() => Promise<IdentityVerdict>)[] = [
    async () => ({ kind: 'unproved', code: 'stale' }),
    () => Promise.reject(new Error('broken')),
  ]
  let offline = true
  answerChecks(async () => {
    if (offline) throw new TypeError('Failed to fetch dynamically imported module')
    return { checkInBrowser: async () => (await steps.shift()?.()) ?? failed }
  })
  expect(await askForCheck({}, context)).toEqual(failed)
  offline = false
  expect(await askForCheck({}, context)).toEqual({ kind: 'unproved', code: 'stale' })
  expect(await askForCheck({}, context)).toEqual(failed)
})
