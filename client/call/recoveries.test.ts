import { expect, test } from 'vitest'
import { step } from './call.ts'
import type { CallEvent, CallState } from './call-state.ts'
import { noRecoveries, noteRecovery } from './recoveries.ts'
import { appointmentId, callId, inCall, linkTo, opened } from './specimens.ts'

/** Each event a second after the one before. */
function recordOf(initial: CallState, events: readonly CallEvent[]) {
  let state = initial
  return events.reduce((recoveries, event, index) => {
    const before = state
    state = step(state, event).state
    return noteRecovery(recoveries, before, state, (index + 1) * 1_000)
  }, noRecoveries)
}

const connected = inCall('connected', 'physician')
const silent: CallEvent = { type: 'peer-silent', link: linkTo(2) }
const flowing: CallEvent = { type: 'peer-flowing', link: linkTo(2) }
const servers: CallEvent = { type: 'ice-servers', appointmentId, callId, iceServers: [] }

test.each<[string, readonly CallEvent[], string, string, number]>([
  ['heals by itself', [silent, flowing], 'silence', 'none', 1_000],
  ['is restarted', [silent, servers, flowing], 'silence', 'restart', 2_000],
  [
    'needs a new attempt',
    [silent, servers, opened(3), { type: 'peer-flowing', link: linkTo(3) }],
    'silence',
    'attempt',
    3_000,
  ],
  [
    'breaks with the network',
    [silent, { type: 'network-changed' }, servers, flowing],
    'network-changed',
    'restart',
    3_000,
  ],
  [
    'is renewed by the other side',
    [opened(3), { type: 'peer-flowing', link: linkTo(3) }],
    'renewed',
    'attempt',
    1_000,
  ],
])('a path that %s is recorded with its cause and its means', (_, events, cause, means, ms) => {
  expect(recordOf(connected, events).past).toEqual([{ cause, means, ms, healed: true }])
})

test('a call that ends while its path is lost says so', () => {
  const record = recordOf(connected, [silent, { type: 'hang-up' }])
  expect(record.past).toEqual([{ cause: 'silence', means: 'none', ms: 1_000, healed: false }])
  expect(record.since).toBeNull()
})

test('a new call begins with none', () => {
  const first = recordOf(connected, [silent, flowing])
  const idle: CallState = { phase: 'idle', participant: 'physician' }
  expect(noteRecovery(first, idle, inCall('connecting', 'physician'), 9_000)).toEqual(noRecoveries)
})

test('the record of a bad call does not grow without end', () => {
  const events = Array.from({ length: 1_000 }, (_, index) => (index % 2 === 0 ? silent : flowing))
  expect(recordOf(connected, events).past).toHaveLength(200)
})

test('a connection that closes with the end of its call is no outage', () => {
  const closed: CallEvent = { type: 'peer-closed', link: linkTo(2) }
  const over: CallEvent = { type: 'call-over', appointmentId, callId, reason: 'physician-ended' }
  expect(recordOf(connected, [closed, over])).toEqual(noRecoveries)
})
