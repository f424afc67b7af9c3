/** Deadlines are data: the caller arms one timer for the next of them and says that time passed. */
import type { Participant } from '../protocol/consultation.ts'
import { endCall, vacate } from './call.ts'
import type { Consultation } from './consultation.ts'
import { changed, joined, unchanged, type Step } from './events.ts'
import { expireGuest, guestDeadline } from './guest.ts'
import { awayMs, heldPlaceMs, openCallMs } from './limits.ts'
import { expireRing } from './ring.ts'
import { expireAway, lostAtOf } from './whereabouts.ts'

const sides: readonly Participant[] = ['worker', 'physician']

type Pass = (c: Consultation, now: number) => Step

const passes: readonly Pass[] = [
  expireRing,
  endDeferral,
  ...sides.map(
    (side): Pass =>
      (c, now) =>
        expireAway(c, side, now),
  ),
  ...sides.map(
    (side): Pass =>
      (c, now) =>
        expirePlace(c, side, now),
  ),
  expireCall,
  expireGuest,
]

/** Does all that is due. */
export function passTime(c: Consultation, now: number): Step {
  return passes.reduce((done, pass) => joined(done, pass(done.consultation, now)), unchanged(c))
}

/** When something is due next, or null. */
export function nextDeadline(c: Consultation): number | null {
  const deadlines = [
    c.ring?.phase === 'ringing' ? c.ring.expiresAt : null,
    c.deferredUntil,
    ...sides.map((side) => awayDeadline(c, side)),
    ...sides.map((side) => placeDeadline(c, side)),
    callDeadline(c),
    guestDeadline(c),
  ].filter((deadline) => deadline !== null)
  return deadlines.length === 0 ? null : Math.min(...deadlines)
}

function endDeferral(c: Consultation, now: number): Step {
  if (c.deferredUntil === null || now < c.deferredUntil) return unchanged(c)
  return changed({ ...c, deferredUntil: null })
}

function expirePlace(c: Consultation, side: Participant, now: number): Step {
  const deadline = placeDeadline(c, side)
  if (deadline === null || now < deadline || c.call?.phase !== 'open') return unchanged(c)
  return vacate(c, c.call, side, deadline)
}

function expireCall(c: Consultation, now: number): Step {
  const deadline = callDeadline(c)
  if (deadline === null || now < deadline || c.call?.phase !== 'open') return unchanged(c)
  return endCall(c, c.call, 'expired', now)
}

function awayDeadline(c: Consultation, side: Participant): number | null {
  const whereabouts = c.whereabouts[side]
  return whereabouts.kind === 'away' ? whereabouts.lostAt + awayMs : null
}

function placeDeadline(c: Consultation, side: Participant): number | null {
  if (c.call?.phase !== 'open' || c.call.places[side].kind === 'out') return null
  const lostAt = lostAtOf(c.whereabouts[side])
  return lostAt === null ? null : lostAt + heldPlaceMs
}

function callDeadline(c: Consultation): number | null {
  if (c.call?.phase !== 'open') return null
  const { places } = c.call
  const missing = sides.flatMap((side) => {
    const place = places[side]
    return place.kind === 'out' ? [place.since] : []
  })
  return missing.length === 0 ? null : Math.min(...missing) + openCallMs
}
