/**
 * The third seat: who sits in it, who let them in, and the two connections that stand while they are in.
 *
 *   guest        (none) ──page comes──▶ waiting ──admit──▶ admitted ──object──▶ objected ──admit──▶ admitted
 *                                          └───────────────────┴─remove · leave · the call ends─┴──▶ over
 *
 *   connection   awaited ──all three in the call, both ends here──▶ opened(n) ──renew · another page · one end out──▶ awaited
 *
 * `over` is for good: only another guest, with another link, takes the seat after that. The worker's and the physician's
 * own call knows nothing of all this and is never touched by it.
 */
import type { Participant, Side } from '../protocol/consultation.ts'
import type { GuestEnd, GuestRole } from '../protocol/guest.ts'
import type { Id } from '../protocol/primitives.ts'
import type { Consultation, Whereabouts } from './consultation.ts'
import {
  changed,
  refused,
  unchanged,
  type ConsultationEvent,
  type Happening,
  type Step,
} from './events.ts'
import { awayMs } from './limits.ts'

export interface Guest {
  readonly id: Id
  readonly role: GuestRole
  readonly name: string
  readonly whereabouts: Whereabouts
  readonly standing: Standing
}

export type Standing =
  | { readonly phase: 'waiting' }
  | { readonly phase: 'objected' }
  | Admission
  | { readonly phase: 'over'; readonly reason: GuestEnd }

export interface Admission {
  readonly phase: 'admitted'
  /** Another one each time they are let in. */
  readonly id: Id
  readonly callId: Id
  readonly connections: Readonly<Record<Participant, GuestConnection>>
}

/** Belongs to the pages of its two ends: a page that was loaded again needs another one. */
export type GuestConnection =
  /** `last` is 0 before the first. */
  | { readonly phase: 'awaited'; readonly last: number }
  | {
      readonly phase: 'opened'
      readonly number: number
      readonly guestPage: Id
      readonly otherPage: Id
    }

type EventOf<T extends ConsultationEvent['type']> = Extract<ConsultationEvent, { type: T }>

export const nothingOpened: Admission['connections'] = {
  worker: { phase: 'awaited', last: 0 },
  physician: { phase: 'awaited', last: 0 },
}

/** The guest of this id, unless they are out for good. */
export function guestOf(c: Consultation, guestId: Id): Guest | null {
  return c.guest?.id === guestId && c.guest.standing.phase !== 'over' ? c.guest : null
}

/** Their page is here. Whoever was let in before the server restarted is let in still, if the call is the same. */
export function arriveGuest(c: Consultation, event: EventOf<'guest-arrived'>, now: number): Step {
  const { id, role, name, page, admittedTo, admissionId } = event
  const here: Whereabouts = { kind: 'here', page, since: now }
  const came: Happening = { what: 'guest-came', guestId: id }
  if (c.over) return unchanged(c)
  if (c.guest?.id !== id) {
    const standing: Standing =
      admittedTo === null
        ? { phase: 'waiting' }
        : { phase: 'admitted', id: admissionId, callId: admittedTo, connections: nothingOpened }
    return changed({ ...c, guest: { id, role, name, whereabouts: here, standing } }, [came])
  }
  const { whereabouts, standing } = c.guest
  if (standing.phase === 'over') return unchanged(c)
  if (whereabouts.kind === 'here' && whereabouts.page === page) return unchanged(c)
  return changed({ ...c, guest: { ...c.guest, whereabouts: here } }, [came])
}

export function departGuest(c: Consultation, guestId: Id, now: number): Step {
  const guest = guestOf(c, guestId)
  if (guest?.whereabouts.kind !== 'here') return unchanged(c)
  const { page, since } = guest.whereabouts
  const whereabouts: Whereabouts = { kind: 'away', page, since, lostAt: now }
  return changed({ ...c, guest: { ...guest, whereabouts } })
}

/** A guest who was away for too long is absent; they keep their seat and may come back to it. */
export function expireGuest(c: Consultation, now: number): Step {
  const deadline = guestDeadline(c)
  if (c.guest?.whereabouts.kind !== 'away' || deadline === null || now < deadline) {
    return unchanged(c)
  }
  const { page, since, lostAt } = c.guest.whereabouts
  const whereabouts: Whereabouts = { kind: 'absent', last: { page, since, lostAt } }
  return changed({ ...c, guest: { ...c.guest, whereabouts } })
}

export function guestDeadline({ guest }: Consultation): number | null {
  return guest?.whereabouts.kind === 'away' ? guest.whereabouts.lostAt + awayMs : null
}

/** Into the call that is open now, by the physician who is in it: there is nothing else to be let into. */
export function admitGuest(c: Consultation, event: EventOf<'admit-guest'>): Step {
  const guest = guestOf(c, event.guestId)
  if (guest === null || guest.whereabouts.kind === 'absent') {
    return refused(c, 'physician', 'admit-guest', 'not-found')
  }
  if (guest.standing.phase === 'admitted') return unchanged(c)
  const { call } = c
  if (call?.phase !== 'open' || call.places.physician.kind === 'out') {
    return refused(c, 'physician', 'admit-guest', 'call-over')
  }
  const { admissionId: id } = event
  const standing: Admission = {
    phase: 'admitted',
    id,
    callId: call.id,
    connections: nothingOpened,
  }
  return changed({ ...c, guest: { ...guest, standing } }, [
    { what: 'guest-admitted', guestId: guest.id, callId: call.id },
  ])
}

/** The worker does not want them here: out at once, and the physician is told. */
export function objectToGuest(c: Consultation, guestId: Id): Step {
  const guest = guestOf(c, guestId)
  if (guest?.standing.phase !== 'admitted') return unchanged(c)
  return changed({ ...c, guest: { ...guest, standing: { phase: 'objected' } } }, [
    { what: 'guest-objected-to', guestId },
  ])
}

export function endGuest(c: Consultation, guestId: Id, reason: GuestEnd): Step {
  const guest = guestOf(c, guestId)
  if (guest === null) return unchanged(c)
  return changed({ ...c, guest: { ...guest, standing: { phase: 'over', reason } } }, [
    { what: 'guest-ended', guestId, reason },
  ])
}

/** Who the other end of this frame is, if sender, admission and attempt are those that stand; else null. */
export function otherEnd(
  c: Consultation,
  event: EventOf<'guest-signal' | 'guest-renew'>,
): { readonly to: Side; readonly participant: Participant } | null {
  const { from, admissionId, attempt } = event
  const ends = endsOf(from, event.with)
  const standing = c.guest?.standing
  if (ends === null || standing?.phase !== 'admitted' || standing.id !== admissionId) return null
  const connection = standing.connections[ends.participant]
  return connection.phase === 'opened' && connection.number === attempt ? ends : null
}

/** The guest speaks with one of the two; each of the two speaks with the guest. The worker and the physician have their call. */
function endsOf(from: Side, other: Side): { to: Side; participant: Participant } | null {
  if (from === 'guest') return other === 'guest' ? null : { to: other, participant: other }
  return other === 'guest' ? { to: 'guest', participant: from } : null
}

/** To the other end of the same connection; anything else is dropped. */
export function relayGuestSignal(c: Consultation, event: EventOf<'guest-signal'>): Step {
  const ends = otherEnd(c, event)
  if (ends === null) return unchanged(c)
  const { from, admissionId, attempt, signal } = event
  const { to } = ends
  return changed(c, [], [{ type: 'guest-signal', to, with: from, admissionId, attempt, signal }])
}

/** One new attempt, however many ask for it. */
export function renewGuestConnection(c: Consultation, event: EventOf<'guest-renew'>): Step {
  const ends = otherEnd(c, event)
  const standing = c.guest?.standing
  if (ends === null || c.guest === null || standing?.phase !== 'admitted') return unchanged(c)
  const connections = {
    ...standing.connections,
    [ends.participant]: { phase: 'awaited', last: event.attempt } as const,
  }
  return changed({ ...c, guest: { ...c.guest, standing: { ...standing, connections } } })
}
