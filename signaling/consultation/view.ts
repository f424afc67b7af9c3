/** A consultation as its participants may see it. */
import type { ConsultationView, Participant, Presence } from '../protocol/consultation.ts'
import type { GuestStand, GuestView } from '../protocol/guest.ts'
import type { Id, Instant } from '../protocol/primitives.ts'
import { latestAttempt, type Call, type Consultation, type Ring } from './consultation.ts'

/** For a worker: how many ready people come earlier, when they are expected if that is late, and which slot they are offered. */
export interface Place {
  readonly before: number
  readonly expectedAt: Instant | null
  readonly offerId: Id | null
}

/** `toInstant` turns the steady clock's time into the wall's. */
export function toView(
  c: Consultation,
  viewer: Participant,
  { before, expectedAt, offerId }: Place,
  toInstant: (at: number) => Instant,
): ConsultationView {
  return {
    appointmentId: c.appointmentId,
    presence: toPresence(c, toInstant),
    ...(c.identified.kind === 'not-identified' ? {} : { identified: c.identified }),
    ...toWrongPerson(c, viewer, toInstant),
    ring: c.ring && toRing(c.ring, toInstant),
    call: c.call && toCall(c.call, toInstant),
    guest: toGuest(c, viewer),
    deferredUntil: c.deferredUntil === null ? null : toInstant(c.deferredUntil),
    before,
    ...(expectedAt === null ? {} : { expectedAt }),
    ...(offerId === null ? {} : { offerId }),
    over: c.over,
  }
}

/** Whoever sits at the worker's page may be that somebody. */
function toWrongPerson(
  { wrongPersonAt }: Consultation,
  viewer: Participant,
  toInstant: (at: number) => Instant,
): Pick<ConsultationView, 'wrongPersonAt'> {
  if (wrongPersonAt === null || viewer === 'worker') return {}
  return { wrongPersonAt: toInstant(wrongPersonAt) }
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

/** The worker learns of a guest when the physician lets them in, the physician while they stand at the door. */
function toGuest({ guest }: Consultation, viewer: Participant): GuestView | null {
  if (guest === null || guest.standing.phase === 'over') return null
  const { id, role, name, whereabouts, standing } = guest
  const { phase } = standing
  const isAtTheDoor = phase === 'waiting'
  if (isAtTheDoor && (viewer === 'worker' || whereabouts.kind === 'absent')) return null
  const admissionId = phase === 'admitted' ? standing.id : null
  return { id, role, name, phase, here: whereabouts.kind === 'here', admissionId }
}

/** The consultation as its guest may see it. */
export function toStand({ guest, call }: Consultation): GuestStand {
  const standing = guest?.standing ?? { phase: 'waiting' }
  switch (standing.phase) {
    case 'waiting':
    case 'objected':
      return { phase: 'waiting' }
    case 'admitted': {
      const places = call?.phase === 'open' ? call.places : null
      const physicianIn = places?.physician.kind === 'in'
      const workerIn = physicianIn && places?.worker.kind === 'in'
      return { phase: 'admitted', admissionId: standing.id, workerIn, physicianIn }
    }
    case 'over':
      return { phase: 'over', reason: standing.reason }
    default:
      return standing satisfies never
  }
}
