/** The call: who has a place in it, which attempt stands, and what is relayed. Nothing here opens a call but an answer or a claim. */
import { maxAttempt } from '../protocol/attempt.ts'
import type { CallEnd, Participant } from '../protocol/consultation.ts'
import type { Id } from '../protocol/primitives.ts'
import {
  latestAttempt,
  otherSide,
  type Consultation,
  type OpenCall,
  type Place,
} from './consultation.ts'
import {
  changed,
  joined,
  refused,
  unchanged,
  type ConsultationEvent,
  type Delivery,
  type Step,
} from './events.ts'
import { takeStandby } from './standby.ts'
import { pageOf } from './whereabouts.ts'

type EventOf<T extends ConsultationEvent['type']> = Extract<ConsultationEvent, { type: T }>

/** The worker answered: opens the call, or brings the worker back into the one that is open. */
export function openCall(c: Consultation, callId: Id, now: number): Step {
  const places = { worker: placeOf(c, 'worker', now), physician: placeOf(c, 'physician', now) }
  const physicianIn = places.physician.kind === 'in'
  if (c.call?.phase === 'open') {
    const physicianWas = c.call.physicianWas || physicianIn
    const again = wantAttempt(c, { ...c.call, places, physicianWas })
    const taken = { what: 'place-taken', callId: c.call.id, side: 'worker' } as const
    return { ...again, happenings: [taken, ...again.happenings] }
  }
  const begun = takeStandby(c, callId)
  const call: OpenCall = {
    phase: 'open',
    id: begun.callId,
    openedAt: now,
    places,
    physicianWas: physicianIn,
    attempt: { phase: 'awaited', last: begun.lastAttempt },
  }
  const happening = { what: 'call-opened', callId: call.id, how: 'answered' } as const
  const opened = changed({ ...begun.closed.consultation, call }, [happening])
  return joined(begun.closed, joined(opened, openAttempt(opened.consultation)))
}

/** A side has no working connection: one new attempt, however many ask for it. */
export function renew(c: Consultation, event: EventOf<'renew'>): Step {
  const call = openCallOf(c, event.callId)
  if (call === null) return refused(c, event.from, 'renew', 'call-over')
  if (call.attempt.phase === 'awaited' || call.attempt.number !== event.attempt) return unchanged(c)
  if (call.places[event.from].kind === 'out') return unchanged(c)
  return wantAttempt(c, call)
}

/** Takes a place in an open call with this page, by the person's own wish. */
export function rejoin(c: Consultation, event: EventOf<'rejoin'>): Step {
  const { from, callId, elsewhere } = event
  const call = openCallOf(c, callId)
  if (call === null) return refused(c, from, 'rejoin', 'call-over')
  if (elsewhere !== 'nothing') {
    return refused(
      c,
      from,
      'rejoin',
      elsewhere === 'ringing' ? 'already-ringing' : 'already-in-call',
    )
  }
  return enter(c, call, from, pageOf(c.whereabouts[from]))
}

/** The physician ends the call; the worker leaves it and may return. A second hang-up finds nothing to do. */
export function leaveCall(c: Consultation, from: Participant, callId: Id, now: number): Step {
  const call = openCallOf(c, callId)
  if (call === null) return unchanged(c)
  if (from === 'worker') return vacate(c, call, 'worker', now)
  return endCall(c, call, 'physician-ended', now)
}

export function endCall(c: Consultation, { id }: OpenCall, reason: CallEnd, now: number): Step {
  return changed({ ...c, call: { phase: 'ended', id, endedAt: now, reason } }, [
    { what: 'call-ended', callId: id, reason },
  ])
}

/** To the other side of the same call, if the signal belongs to the attempt that stands; anything else is dropped. */
export function relay(c: Consultation, event: EventOf<'signal'>): Step {
  const { from, callId, attempt, signal } = event
  const call = openCallOf(c, callId)
  if (call === null || call.attempt.phase !== 'opened') return unchanged(c)
  if (call.attempt.number !== attempt || call.places[from].kind === 'out') return unchanged(c)
  const to = otherSide(from)
  if (call.places[to].kind === 'out') return unchanged(c)
  // A side that is away hears it when its page is back.
  return changed(c, [], [{ type: 'signal', to, callId, attempt, signal }])
}

/** Gives up a place; the call stays open for a while. */
export function vacate(c: Consultation, call: OpenCall, side: Participant, now: number): Step {
  if (call.places[side].kind === 'out') return unchanged(c)
  const place: Place = { kind: 'out', since: now }
  const next: OpenCall = { ...call, places: { ...call.places, [side]: place } }
  return changed({ ...c, call: next }, [{ what: 'place-left', callId: call.id, side }])
}

function enter(c: Consultation, call: OpenCall, side: Participant, page: Id | null): Step {
  if (page === null) return unchanged(c)
  const place = call.places[side]
  // A second tap: this page is in already.
  if (place.kind === 'in' && place.page === page) return unchanged(c)
  const places = { ...call.places, [side]: { kind: 'in', page } as const }
  const physicianWas = call.physicianWas || side === 'physician'
  const entered = wantAttempt(c, { ...call, places, physicianWas })
  const taken = { what: 'place-taken', callId: call.id, side } as const
  return { ...entered, happenings: [taken, ...entered.happenings] }
}

/** A new attempt is wanted: now if it can be, else as soon as both sides are there. */
export function wantAttempt(c: Consultation, call: OpenCall): Step {
  const last = latestAttempt(call)
  const waiting: OpenCall = { ...call, attempt: { phase: 'awaited', last } }
  const awaited = changed({ ...c, call: waiting })
  return joined(awaited, openAttempt(awaited.consultation))
}

/** Opens the awaited attempt if both sides are in the call and here. The physician is the initiator: glare cannot arise. */
export function openAttempt(c: Consultation): Step {
  const { call } = c
  if (call?.phase !== 'open' || call.attempt.phase !== 'awaited') return unchanged(c)
  const isThere = (side: Participant) =>
    call.places[side].kind === 'in' && c.whereabouts[side].kind === 'here'
  const attempt = call.attempt.last + 1
  if (!isThere('worker') || !isThere('physician') || attempt > maxAttempt) return unchanged(c)
  const opened: OpenCall = { ...call, attempt: { phase: 'opened', number: attempt } }
  const tell = (to: Participant): Delivery => ({
    type: 'call-opened',
    to,
    callId: call.id,
    attempt,
    initiator: to === 'physician',
  })
  return changed(
    { ...c, call: opened },
    [{ what: 'attempt-opened', callId: call.id, attempt }],
    [tell('worker'), tell('physician')],
  )
}

function placeOf(c: Consultation, side: Participant, now: number): Place {
  const page = pageOf(c.whereabouts[side])
  return page === null ? { kind: 'out', since: now } : { kind: 'in', page }
}

function openCallOf(c: Consultation, callId: Id): OpenCall | null {
  return c.call?.phase === 'open' && c.call.id === callId ? c.call : null
}
