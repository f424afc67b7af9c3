import { expect, test } from 'vitest'
import { readStateTable } from '../../signaling/testing/state-table.ts'
import { events, eventNames } from './event-specimens.ts'
import { situations, type SituationName } from './call-situations.ts'
import { initialCall, step } from './call.ts'
import tableText from './call-table.txt?raw'
import { describeStep } from './describe-step.ts'
import { inCall, linkTo, opened, callId } from './specimens.ts'

const situationNames = Object.keys(situations) as SituationName[]
const table = readStateTable(tableText)

test('the table names every state once', () => {
  expect([...table.keys()]).toEqual(situationNames)
})

test.each(situationNames)(
  '%s: every event does what the table says, and none is missing',
  (name) => {
    const state = situations[name]
    expect(table.get(name)).toHaveLength(eventNames.length)
    const done = eventNames.map((event) => [event, describeStep(state, step(state, events[event]))])
    expect(Object.fromEntries(done)).toEqual(Object.fromEntries(table.get(name) ?? []))
  },
)

test('a page starts outside', () => {
  expect(initialCall('worker')).toEqual({ phase: 'idle', participant: 'worker' })
})

test('the new attempt is opened as the server says, and asked for with the present number', () => {
  const failed = step(inCall('connected'), { type: 'peer-failed', link: linkTo(2) })
  expect(failed.effects[0]).toEqual({ type: 'request-renew', link: linkTo(2) })
  const renewed = step(failed.state, opened(3, callId, true))
  expect(renewed.effects[1]).toEqual({ type: 'open-peer', opened: opened(3, callId, true) })
  expect(renewed.state).toMatchObject({
    phase: 'recovering',
    cause: 'failed',
    means: 'attempt',
    link: linkTo(3),
    initiator: true,
  })
})
