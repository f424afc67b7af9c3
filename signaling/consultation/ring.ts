/** The ring: one at a time, owned by the server, over for everyone at once. */
import type { RingOutcome } from '../protocol/consultation.ts'
import type { Id } from '../protocol/primitives.ts'
import { openCall, rejoin } from './call.ts'
import type { Consultation, Ring } from './consultation.ts'
import {
  changed,
  joined,
  refused,
  unchanged,
  type ConsultationEvent,
  type Happening,
  type Step,
} from './events.ts'
import { deferralMs, ringMs } from './limits.ts'

type EventOf<T extends ConsultationEvent['type']> = Extract<ConsultationEvent, { type: T }>
type Ringing = Extract<Ring, { phase: 'ringing' }>

/** A worker who left an open call may be rung: answering brings them back into it. */
export function startRing(c: Consultation, event: EventOf<'ring'>, now: number): Step {
  const { ringId, elsewhere } = event
  if (c.over) return refused(c, 'physician', 'ring', 'transition-refused')
  // A second click, or a second page: the ring that there is, is the ring that was asked for.
  if (c.ring?.phase === 'ringing') return unchanged(c)
  if (elsewhere === 'ringing') return refused(c, 'physician', 'ring', 'already-ringing')
  const together = c.call?.phase === 'open' && c.call.places.worker.kind === 'in'
  if (elsewhere === 'in-call' || together) {
    return refused(c, 'physician', 'ring', 'already-in-call')
  }
  if (c.whereabouts.worker.kind !== 'here') {
    return refused(c, 'physician', 'ring', 'worker-not-here')
  }
  const ring: Ring = {
    phase: 'ringing',
    id: ringId,
    startedAt: now,
    expiresAt: now + ringMs,
    shown: false,
  }
  return changed({ ...c, ring, deferredUntil: null }, [{ what: 'ring-started', ringId }])
}

export function stopRing(c: Consultation, ringId: Id, now: number): Step {
  const ring = ringing(c, ringId)
  if (ring !== null) return endRing(c, ring, 'stopped', now)
  // Too late to stop what was answered; stopping twice is stopped.
  const answered = c.ring?.phase === 'ended' && c.ring.outcome === 'answered'
  return answered ? refused(c, 'physician', 'stop-ring', 'ring-over') : unchanged(c)
}

export function showRing(c: Consultation, ringId: Id): Step {
  const ring = ringing(c, ringId)
  if (ring === null || ring.shown) return unchanged(c)
  return changed({ ...c, ring: { ...ring, shown: true } })
}

export function answer(c: Consultation, event: EventOf<'answer'>, now: number): Step {
  const ring = ringing(c, event.ringId)
  if (ring === null) return answerAgain(c, event.ringId)
  const { consultation, happenings } = endRing(c, ring, 'answered', now)
  const opened = openCall(consultation, event.callId, now)
  return { ...opened, happenings: [...happenings, ...opened.happenings] }
}

/** An answer that comes again may have lost its `call-opened` with the line: it brings its page into the call it opened. */
function answerAgain(c: Consultation, ringId: Id): Step {
  const { ring, call } = c
  const answered = ring?.phase === 'ended' && ring.id === ringId && ring.outcome === 'answered'
  if (!answered || call?.phase !== 'open') return refused(c, 'worker', 'answer', 'ring-over')
  return rejoin(c, { type: 'rejoin', from: 'worker', callId: call.id, elsewhere: 'nothing' })
}

/** A worker who comes back into the call by themselves has answered the ring that asked them to. */
export function rejoinCall(c: Consultation, event: EventOf<'rejoin'>, now: number): Step {
  const rejoined = rejoin(c, event)
  const { ring, call } = rejoined.consultation
  if (event.from === 'physician' || ring?.phase !== 'ringing') return rejoined
  const isIn = call?.phase === 'open' && call.places.worker.kind === 'in'
  return isIn ? joined(rejoined, endRing(rejoined.consultation, ring, 'answered', now)) : rejoined
}

export function defer(c: Consultation, ringId: Id, now: number): Step {
  const ring = ringing(c, ringId)
  if (ring === null) return refused(c, 'worker', 'defer', 'ring-over')
  const { consultation, happenings } = endRing(c, ring, 'deferred', now)
  return changed({ ...consultation, deferredUntil: now + deferralMs }, happenings)
}

/** Ends a ring that nobody answered or stopped in time. */
export function expireRing(c: Consultation, now: number): Step {
  if (c.ring?.phase !== 'ringing' || now < c.ring.expiresAt) return unchanged(c)
  return endRing(c, c.ring, 'timed-out', now)
}

export function endRing(c: Consultation, ring: Ringing, outcome: RingOutcome, now: number): Step {
  const { id, startedAt } = ring
  const happening: Happening = { what: 'ring-ended', ringId: id, outcome }
  return changed({ ...c, ring: { phase: 'ended', id, startedAt, endedAt: now, outcome } }, [
    happening,
  ])
}

function ringing(c: Consultation, ringId: Id): Ringing | null {
  return c.ring?.phase === 'ringing' && c.ring.id === ringId ? c.ring : null
}
