import { expect, test } from 'vitest'
import type { ConsultationView } from '../../signaling/protocol/consultation.ts'
import type { DeskRow } from '../../signaling/protocol/desk.ts'
import { chipOf } from './chip.ts'
import { absent, here, sampleInstant, sampleNow, sampleRow, sampleView } from './samples.ts'

const ring = (phase: 'ringing' | 'timed-out'): ConsultationView['ring'] =>
  phase === 'ringing'
    ? {
        phase,
        id: 'sample-ring-0001',
        startedAt: sampleInstant(0),
        expiresAt: sampleInstant(0.75),
        shown: true,
      }
    : {
        phase: 'ended',
        id: 'sample-ring-0001',
        startedAt: sampleInstant(-1),
        endedAt: sampleInstant(0),
        outcome: phase,
      }

const openCall: ConsultationView['call'] = {
  phase: 'open',
  id: 'sample-call-0001',
  attempt: 1,
  openedAt: sampleInstant(-2),
  workerIn: false,
  physicianIn: true,
  physicianWas: true,
}

const endedCall: ConsultationView['call'] = {
  phase: 'ended',
  id: 'sample-call-0001',
  endedAt: sampleInstant(-1),
  reason: 'physician-ended',
}

test.each<[string, Partial<ConsultationView>, Partial<DeskRow>, object]>([
  ['somebody who never came', { presence: absent }, {}, { kind: 'not-here' }],
  [
    'somebody whose page is gone',
    { presence: { kind: 'absent', lastSeenAt: sampleInstant(-3) } },
    {},
    { kind: 'left' },
  ],
  [
    'a line that broke a moment ago',
    { presence: { kind: 'away', since: sampleInstant(0) } },
    {},
    { kind: 'left' },
  ],
  [
    'a page just opened',
    { presence: here(1, { readiness: 'unchecked' }) },
    {},
    { kind: 'unchecked' },
  ],
  ['a page that is ready', { presence: here(4.9) }, {}, { kind: 'ready', waitMinutes: 4 }],
  ['a clock that runs behind', { presence: here(-1) }, {}, { kind: 'ready', waitMinutes: 0 }],
  [
    'a page without a camera',
    { presence: here(2, { readiness: 'sound-only' }) },
    {},
    { kind: 'sound-only', waitMinutes: 2 },
  ],
  [
    'a blocked camera, wherever the page is',
    { presence: here(2, { readiness: 'blocked', visible: false }) },
    {},
    { kind: 'blocked' },
  ],
  ['a page behind another', { presence: here(2, { visible: false }) }, {}, { kind: 'background' }],
  [
    'somebody who asked two minutes',
    { presence: here(5), deferredUntil: sampleInstant(1) },
    {},
    { kind: 'asked-two-minutes' },
  ],
  [
    'two minutes that have passed',
    { presence: here(5), deferredUntil: sampleInstant(0) },
    {},
    { kind: 'ready', waitMinutes: 5 },
  ],
  ['a ring', { presence: here(5), ring: ring('ringing') }, {}, { kind: 'ringing' }],
  [
    'a ring without answer',
    { presence: here(5), ring: ring('timed-out') },
    {},
    { kind: 'ready', waitMinutes: 5 },
  ],
  [
    'a call that the worker left, which is still open',
    { presence: absent, call: openCall },
    {},
    { kind: 'in-call' },
  ],
  [
    'a second ring while the first call has no result',
    { presence: here(5), call: endedCall, ring: ring('ringing') },
    {},
    { kind: 'ringing' },
  ],
  [
    'a call without a result',
    { presence: here(5), call: endedCall },
    {},
    { kind: 'result-missing' },
  ],
  ['an appointment closed a moment ago', { presence: here(5), over: true }, {}, { kind: 'over' }],
  [
    'a completed one',
    { presence: here(5) },
    { status: 'completed', outcome: 'done-by-video' },
    { kind: 'done' },
  ],
  ['a visit in person', {}, { status: 'converted' }, { kind: 'in-person' }],
  ['a no-show', {}, { status: 'no-show', outcome: 'not-reached' }, { kind: 'not-reached' }],
  [
    'somebody who was there but not reached',
    {},
    { status: 'cancelled', outcome: 'not-reached' },
    { kind: 'not-reached' },
  ],
  ['a cancelled one', {}, { status: 'cancelled' }, { kind: 'cancelled' }],
])('the chip of %s', (_case, view, change, chip) => {
  const row = sampleRow('Marc Dubois', 0, change)
  expect(chipOf(row, sampleView(row, view), sampleNow)).toEqual(chip)
})

test('the chip of a row of which nothing live is known yet', () => {
  expect(chipOf(sampleRow('Marc Dubois', 0), undefined, sampleNow)).toEqual({ kind: 'not-here' })
})
