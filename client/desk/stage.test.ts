import { expect, test } from 'vitest'
import type { ConsultationView, RingOutcome } from '../../signaling/protocol/consultation.ts'
import type { CallLive } from '../call/call-live.ts'
import { here, sampleInstant, sampleRow, sampleView, viewsOf } from './samples.ts'
import { focusOf, type Stage } from './stage.ts'

const anna = sampleRow('Anna Peeters', 0)
const marc = sampleRow('Marc Dubois', 20)
const noCall: CallLive = { phase: 'none' }

const ringing: ConsultationView['ring'] = {
  phase: 'ringing',
  id: 'sample-ring-0001',
  startedAt: sampleInstant(0),
  expiresAt: sampleInstant(1),
  shown: false,
}
const ended = (outcome: RingOutcome): ConsultationView['ring'] => ({
  phase: 'ended',
  id: 'sample-ring-0001',
  startedAt: sampleInstant(-1),
  endedAt: sampleInstant(0),
  outcome,
})
const openCall: ConsultationView['call'] = {
  phase: 'open',
  id: 'sample-call-0001',
  attempt: 1,
  openedAt: sampleInstant(-2),
  workerIn: true,
  physicianIn: false,
  physicianWas: true,
}
const endedCall: ConsultationView['call'] = {
  phase: 'ended',
  id: 'sample-call-0001',
  endedAt: sampleInstant(-1),
  reason: 'physician-ended',
}

interface Case {
  readonly view?: Parameters<typeof sampleView>[1]
  readonly call?: CallLive
  readonly started?: boolean
  readonly chosen?: boolean
}

function focus({ view = {}, call = noCall, started = true, chosen = false }: Case) {
  const { stage, row } = focusOf({
    rows: [anna, marc],
    views: viewsOf(sampleView(anna, view), sampleView(marc, { presence: here(3) })),
    call,
    started,
    chosen: chosen ? anna.appointmentId : null,
  })
  return { stage, row: row?.worker.firstName ?? null }
}

const inCall: CallLive = {
  phase: 'connected',
  appointmentId: anna.appointmentId,
  callId: 'sample-call-0001',
  attempt: 1,
  since: 0,
}

test.each<[string, Case, Stage, string | null]>([
  ['before the start', { started: false }, { kind: 'before-start' }, null],
  ['between two people', {}, { kind: 'idle' }, null],
  ['with somebody chosen', { chosen: true }, { kind: 'idle' }, 'Anna'],
  ['while it rings', { view: { ring: ringing } }, { kind: 'ringing' }, 'Anna'],
  [
    'while it rings after a reload',
    { view: { ring: ringing }, started: false },
    { kind: 'ringing' },
    'Anna',
  ],
  [
    'after no answer',
    { view: { ring: ended('timed-out') }, chosen: true },
    { kind: 'unanswered', why: 'timed-out' },
    'Anna',
  ],
  [
    'after "two minutes"',
    { view: { ring: ended('deferred') }, chosen: true },
    { kind: 'unanswered', why: 'deferred' },
    'Anna',
  ],
  [
    'after "in person", which closed the appointment',
    { view: { ring: ended('declined-in-person'), over: true }, chosen: true },
    { kind: 'unanswered', why: 'in-person' },
    'Anna',
  ],
  [
    'after an own stop',
    { view: { ring: ended('stopped') }, chosen: true },
    { kind: 'idle' },
    'Anna',
  ],
  [
    'after "in person" in the call',
    { view: { call: { ...endedCall, reason: 'in-person-instead' }, over: true }, chosen: true },
    { kind: 'unanswered', why: 'in-person' },
    'Anna',
  ],
  ['in the call', { view: { call: openCall }, call: inCall }, { kind: 'in-call' }, 'Anna'],
  [
    'in a call that a reload left',
    { view: { call: openCall } },
    { kind: 'call-elsewhere' },
    'Anna',
  ],
  ['after the call', { view: { call: endedCall }, chosen: true }, { kind: 'after-call' }, 'Anna'],
  ['after the call and a reload', { view: { call: endedCall } }, { kind: 'after-call' }, 'Anna'],
  ['after the result', { view: { call: endedCall, over: true } }, { kind: 'idle' }, null],
])('%s', (_case, given, stage, name) => {
  expect(focus(given)).toEqual({ stage, row: name })
})

test('a day without rows has no session', () => {
  const known = { rows: [], views: new Map(), call: noCall, started: false, chosen: null }
  expect(focusOf(known).stage).toEqual({ kind: 'no-session' })
})

test('a day on which everybody was seen is done', () => {
  const rows = [{ ...anna, status: 'completed' as const }]
  const known = { rows, views: new Map(), call: noCall, started: true, chosen: null }
  expect(focusOf(known).stage).toEqual({ kind: 'all-done' })
})
