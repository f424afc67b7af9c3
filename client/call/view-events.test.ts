import { expect, test } from 'vitest'
import type { CallView, ConsultationView, Ring } from '../../signaling/protocol/consultation.ts'
import { appointmentId, callId, ringId } from './specimens.ts'
import { toCallEvent } from './view-events.ts'

const at = '2026-11-24T09:00:00.000Z'
const open: CallView = {
  phase: 'open',
  id: callId,
  attempt: 1,
  openedAt: at,
  workerIn: false,
  physicianIn: true,
  physicianWas: true,
}
const ended: CallView = { phase: 'ended', id: callId, endedAt: at, reason: 'expired' }
const ringing: Ring = { phase: 'ringing', id: ringId, startedAt: at, expiresAt: at, shown: false }

function view(part: Partial<ConsultationView>): ConsultationView {
  return {
    appointmentId,
    presence: { kind: 'absent', lastSeenAt: null },
    ring: null,
    call: null,
    guest: null,
    deferredUntil: null,
    before: 0,
    over: false,
    ...part,
  }
}

test('each side learns whether the other is in', () => {
  const seen = { type: 'call-seen', appointmentId, callId }
  expect(toCallEvent(view({ call: open }), 'worker')).toEqual({ ...seen, otherIn: true })
  expect(toCallEvent(view({ call: open }), 'physician')).toEqual({ ...seen, otherIn: false })
})

test('a worker who left an open call may be rung while the physician stays in it', () => {
  expect(toCallEvent(view({ call: open, ring: ringing }), 'physician')).toMatchObject({
    type: 'call-seen',
  })
})

test('an ended call is over, with the server’s reason', () => {
  expect(toCallEvent(view({ call: ended, over: true }), 'worker')).toEqual({
    type: 'call-over',
    appointmentId,
    callId,
    reason: 'expired',
  })
})

test.each([
  ['a new ring', view({ call: ended, ring: ringing }), 'superseded'],
  ['an appointment that is over', view({ over: true }), 'completed'],
] as const)('%s ends whatever call there was', (_name, seen, reason) => {
  const over = { type: 'call-over', appointmentId, callId: null, reason }
  expect(toCallEvent(seen, 'worker')).toEqual(over)
})

test('a server that knows of no call does not end the one that a page holds', () => {
  expect(toCallEvent(view({}), 'worker')).toBeNull()
})
