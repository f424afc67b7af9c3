/** A consultation as its participants may see it. */
import type { ConsultationView, Presence } from '../protocol/consultation.ts'
import type { Instant } from '../protocol/primitives.ts'
import { latestAttempt, type Call, type Consultation, type Ring } from './consultation.ts'

/** `before`: how many ready people come earlier. `toInstant` turns the steady clock's time into the wall's. */
export function toView(
  c: Consultation,
  before: number,
  toInstant: (at: number) => Instant,
): ConsultationView {
  return {
    appointmentId: c.appointmentId,
    presence: toPresence(c, toInstant),
    ring: c.ring && toRing(c.ring, toInstant),
    call: c.call && toCall(c.call, toInstant),
    deferredUntil: c.deferredUntil === null ? null : toInstant(c.deferredUntil),
    before,
    over: c.over,
  }
}

function toPresence(c: Consultation, toInstant: (at: number) => Instant): Presence {
  const { worker } = c.whereabouts
  switch (worker.kind) {
    case 'absent':
      return { kind: 'absent', lastSeenAt: worker.last && toInstant(worker.last.lostAt) }
    case 'away':
      return { kind: 'away', since: toInstant(worker.lostAt) }
    case 'here':
      return {
        kind: 'here',
        since: toInstant(worker.since),
        readiness: c.readiness,
        visible: c.visible,
        identified: 'not-identified',
        takenOverAt: c.takenOverAt === null ? null : toInstant(c.takenOverAt),
      }
    default:
      return worker satisfies never
  }
}

function toRing(ring: Ring, toInstant: (at: number) => Instant): ConsultationView['ring'] {
  return ring.phase === 'ringing'
    ? { ...ring, startedAt: toInstant(ring.startedAt), expiresAt: toInstant(ring.expiresAt) }
    : { ...ring, startedAt: toInstant(ring.startedAt), endedAt: toInstant(ring.endedAt) }
}

function toCall(call: Call, toInstant: (at: number) => Instant): ConsultationView['call'] {
  if (call.phase === 'ended') return { ...call, endedAt: toInstant(call.endedAt) }
  return {
    phase: 'open',
    id: call.id,
    attempt: Math.max(1, latestAttempt(call)),
    openedAt: toInstant(call.openedAt),
    workerIn: call.places.worker.kind === 'in',
    physicianIn: call.places.physician.kind === 'in',
    physicianWas: call.physicianWas,
  }
}
