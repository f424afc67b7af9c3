import { describe, expect, test } from 'vitest'
import { initialCall, step } from './call.ts'
import type { CallEvent, CallState } from './call-state.ts'
import {
  answer,
  appointmentId,
  callId,
  ended,
  idle,
  inCall,
  linkTo,
  offer,
  opened,
  otherAppointmentId,
  otherCallId,
  rejoin,
} from './specimens.ts'

const events = {
  'answer': answer,
  'rejoin': rejoin,
  'hang-up': { type: 'hang-up' },
  'call-opened, same attempt': opened(2),
  'call-opened, older attempt': opened(1),
  'call-opened, next attempt': opened(3),
  'call-opened, other call': opened(1, otherCallId),
  'call-opened, other appointment': {
    ...opened(1, otherCallId),
    appointmentId: otherAppointmentId,
  },
  'signal': { type: 'signal', ...linkTo(2), signal: offer },
  'signal, stale': { type: 'signal', ...linkTo(1), signal: offer },
  'signal, ahead': { type: 'signal', ...linkTo(3), signal: offer },
  'signal, other call': { type: 'signal', ...linkTo(2, otherCallId), signal: offer },
  'call-seen, other side in': { type: 'call-seen', appointmentId, callId, otherIn: true },
  'call-seen, other side out': { type: 'call-seen', appointmentId, callId, otherIn: false },
  'call-seen, other call': {
    type: 'call-seen',
    appointmentId,
    callId: otherCallId,
    otherIn: true,
  },
  'call-seen, other appointment': {
    type: 'call-seen',
    appointmentId: otherAppointmentId,
    callId: otherCallId,
    otherIn: true,
  },
  'call-over': { type: 'call-over', appointmentId, callId, reason: 'physician-ended' },
  'call-over, any call': {
    type: 'call-over',
    appointmentId,
    callId: null,
    reason: 'completed',
  },
  'call-over, other call': {
    type: 'call-over',
    appointmentId,
    callId: otherCallId,
    reason: 'expired',
  },
  'call-over, other appointment': {
    type: 'call-over',
    appointmentId: otherAppointmentId,
    callId: null,
    reason: 'completed',
  },
  'refused': { type: 'refused', appointmentId },
  'refused, other appointment': { type: 'refused', appointmentId: otherAppointmentId },
  'line-opened': { type: 'line-opened' },
  'line-closed': { type: 'line-closed', reason: 'replaced' },
  'peer-signalled': { type: 'peer-signalled', link: linkTo(2), signal: offer },
  'peer-signalled, stale': { type: 'peer-signalled', link: linkTo(1), signal: offer },
  'peer-connected': { type: 'peer-connected', link: linkTo(2) },
  'peer-connected, stale': { type: 'peer-connected', link: linkTo(1) },
  'peer-interrupted': { type: 'peer-interrupted', link: linkTo(2) },
  'peer-interrupted, stale': { type: 'peer-interrupted', link: linkTo(1) },
  'peer-failed': { type: 'peer-failed', link: linkTo(2) },
  'peer-failed, stale': { type: 'peer-failed', link: linkTo(2, otherCallId) },
  'peer-closed': { type: 'peer-closed', link: linkTo(2) },
  'peer-closed, stale': { type: 'peer-closed', link: linkTo(1) },
  'deadline-passed, entering': { type: 'deadline-passed', of: 'entering' },
  'deadline-passed, connecting': { type: 'deadline-passed', of: 'connecting' },
  'deadline-passed, recovering': { type: 'deadline-passed', of: 'recovering' },
} as const satisfies Record<string, CallEvent>
type EventName = keyof typeof events

const begin = 'connecting: attach-media, open-peer, arm-deadline'
const leave = 'ended: close-peer, detach-media, disarm-deadline'
const change = `connecting: close-peer, detach-media, disarm-deadline, attach-media, open-peer, arm-deadline`
const notIn = `ended: close-peer, detach-media, disarm-deadline, send-hang-up`
const enter = 'entering: send-wish, arm-deadline'

/** What is not named here is ignored: the same state, no effect. Every cell is executed. */
const table: readonly [string, CallState, Partial<Record<EventName, string>>][] = [
  [
    'idle, worker',
    idle('worker'),
    {
      'answer': enter,
      'rejoin': enter,
      'call-opened, same attempt': 'idle: send-hang-up',
      'call-opened, older attempt': 'idle: send-hang-up',
      'call-opened, next attempt': 'idle: send-hang-up',
      'call-opened, other call': 'idle: send-hang-up',
      'call-opened, other appointment': 'idle: send-hang-up',
    },
  ],
  [
    'idle, physician',
    idle('physician'),
    {
      'answer': enter,
      'rejoin': enter,
      'call-opened, same attempt': begin,
      'call-opened, older attempt': begin,
      'call-opened, next attempt': begin,
      'call-opened, other call': begin,
      'call-opened, other appointment': begin,
    },
  ],
  [
    'entering by an answer',
    { phase: 'entering', participant: 'worker', wish: answer, before: idle('worker') },
    {
      'hang-up': 'idle: disarm-deadline',
      'call-opened, same attempt': begin,
      'call-opened, older attempt': begin,
      'call-opened, next attempt': begin,
      'call-opened, other call': begin,
      'refused': 'idle: disarm-deadline',
      'line-opened': 'entering: send-wish',
      'line-closed': 'idle: disarm-deadline',
      'deadline-passed, entering': 'idle: disarm-deadline',
    },
  ],
  [
    'entering by a return',
    { phase: 'entering', participant: 'worker', wish: rejoin, before: ended('worker') },
    {
      'hang-up': 'ended: disarm-deadline, send-hang-up',
      'call-opened, next attempt': begin,
      'call-opened, other call': begin,
      'call-over': 'ended: disarm-deadline',
      'call-over, any call': 'ended: disarm-deadline',
      'refused': 'ended: disarm-deadline',
      'line-opened': 'entering: send-wish',
      'line-closed': 'ended: disarm-deadline',
      'deadline-passed, entering': 'ended: disarm-deadline',
    },
  ],
  [
    'connecting',
    inCall('connecting'),
    {
      'hang-up': notIn,
      'call-opened, next attempt': 'connecting: close-peer, open-peer, arm-deadline',
      'call-opened, other call': notIn,
      'call-opened, other appointment': notIn,
      'signal': 'connecting: deliver-signal',
      'call-seen, other side in': 'connecting:',
      'call-seen, other side out': 'connecting:',
      'call-seen, other call': leave,
      'call-over': leave,
      'call-over, any call': leave,
      'line-opened': 'connecting: request-renew, arm-deadline',
      'line-closed': leave,
      'peer-signalled': 'connecting: send-signal',
      'peer-connected': 'connected: disarm-deadline',
      'peer-failed': 'connecting: request-renew, arm-deadline',
      'peer-closed': 'connecting: arm-deadline',
      'deadline-passed, connecting': 'connecting: request-renew, arm-deadline',
    },
  ],
  [
    'connected',
    inCall('connected'),
    {
      'hang-up': notIn,
      'call-opened, next attempt': 'recovering: close-peer, open-peer, arm-deadline',
      'call-opened, other call': notIn,
      'call-opened, other appointment': notIn,
      'signal': 'connected: deliver-signal',
      'call-seen, other side in': 'connected:',
      'call-seen, other side out': 'connected:',
      'call-seen, other call': leave,
      'call-over': leave,
      'call-over, any call': leave,
      'line-closed': leave,
      'peer-signalled': 'connected: send-signal',
      'peer-interrupted': 'recovering: arm-deadline',
      'peer-failed': 'recovering: request-renew, arm-deadline',
      'peer-closed': 'recovering: arm-deadline',
    },
  ],
  [
    'recovering',
    inCall('recovering'),
    {
      'hang-up': notIn,
      'call-opened, next attempt': 'recovering: close-peer, open-peer, arm-deadline',
      'call-opened, other call': notIn,
      'call-opened, other appointment': notIn,
      'signal': 'recovering: deliver-signal',
      'call-seen, other side in': 'recovering:',
      'call-seen, other side out': 'recovering:',
      'call-seen, other call': leave,
      'call-over': leave,
      'call-over, any call': leave,
      'line-opened': 'recovering: request-renew, arm-deadline',
      'line-closed': leave,
      'peer-signalled': 'recovering: send-signal',
      'peer-connected': 'connected: disarm-deadline',
      'peer-failed': 'recovering: request-renew, arm-deadline',
      'peer-closed': 'recovering: arm-deadline',
      'deadline-passed, recovering': 'recovering: request-renew, arm-deadline',
    },
  ],
  [
    'recovering while the other side is out',
    { ...inCall('recovering'), otherIn: false },
    {
      'hang-up': notIn,
      'call-opened, next attempt': 'recovering: close-peer, open-peer, arm-deadline',
      'call-opened, other call': notIn,
      'call-opened, other appointment': notIn,
      'signal': 'recovering: deliver-signal',
      'call-seen, other side in': 'recovering: request-renew, arm-deadline',
      'call-seen, other side out': 'recovering:',
      'call-seen, other call': leave,
      'call-over': leave,
      'call-over, any call': leave,
      'line-opened': 'recovering: arm-deadline',
      'line-closed': leave,
      'peer-signalled': 'recovering: send-signal',
      'peer-connected': 'connected: disarm-deadline',
      'peer-failed': 'recovering: arm-deadline',
      'peer-closed': 'recovering: arm-deadline',
      'deadline-passed, recovering': 'recovering: arm-deadline',
    },
  ],
  [
    'connected, physician',
    inCall('connected', 'physician'),
    {
      'hang-up': notIn,
      'call-opened, next attempt': 'recovering: close-peer, open-peer, arm-deadline',
      'call-opened, other call': change,
      'call-opened, other appointment': change,
      'signal': 'connected: deliver-signal',
      'call-seen, other side in': 'connected:',
      'call-seen, other side out': 'connected:',
      'call-seen, other call': leave,
      'call-over': leave,
      'call-over, any call': leave,
      'line-closed': leave,
      'peer-signalled': 'connected: send-signal',
      'peer-interrupted': 'recovering: arm-deadline',
      'peer-failed': 'recovering: request-renew, arm-deadline',
      'peer-closed': 'recovering: arm-deadline',
    },
  ],
  [
    'ended, worker',
    ended('worker'),
    {
      'answer': enter,
      'rejoin': enter,
      'call-opened, same attempt': 'ended: send-hang-up',
      'call-opened, older attempt': 'ended: send-hang-up',
      'call-opened, next attempt': 'ended: send-hang-up',
      'call-opened, other call': 'ended: send-hang-up',
      'call-opened, other appointment': 'ended: send-hang-up',
    },
  ],
  [
    'ended, physician',
    ended('physician'),
    {
      'answer': enter,
      'rejoin': enter,
      'call-opened, other call': begin,
      'call-opened, other appointment': begin,
    },
  ],
]

describe.each(table)('%s', (_name, state, cells) => {
  test.each(Object.entries(events))('%s', (name, event) => {
    const next = step(state, event)
    const expected = cells[name as EventName]
    if (expected === undefined) {
      expect(next).toEqual({ state, effects: [] })
    } else {
      const effects = next.effects.map((effect) => effect.type).join(', ')
      expect(`${next.state.phase}: ${effects}`.trimEnd()).toBe(expected)
    }
  })
})

test('a page starts outside', () => {
  expect(initialCall('worker')).toEqual({ phase: 'idle', participant: 'worker' })
})

test('the new attempt is opened as the server says, and asked for with the present number', () => {
  const failed = step(inCall('connected'), { type: 'peer-failed', link: linkTo(2) })
  expect(failed.effects[0]).toEqual({ type: 'request-renew', link: linkTo(2) })
  const renewed = step(failed.state, opened(3, callId, false))
  expect(renewed.effects[1]).toEqual({ type: 'open-peer', opened: opened(3, callId, false) })
  expect(renewed.state).toMatchObject({ phase: 'recovering', link: linkTo(3) })
})

test.each([
  ['a passing interruption', { type: 'peer-interrupted', link: linkTo(2) }, 8_000],
  ['a closed peer', { type: 'peer-closed', link: linkTo(2) }, 1_500],
  ['a new attempt', opened(3), 10_000],
] as const)('after %s the machine waits a while', (_name, event, ms) => {
  expect(step(inCall('connected'), event).effects.at(-1)).toEqual({
    type: 'arm-deadline',
    of: 'recovering',
    ms,
  })
})
