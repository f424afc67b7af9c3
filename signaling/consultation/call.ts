/** The call: who has a place in it, which attempt stands, and what is relayed. Nothing here opens a call but an answer or a claim. */
import type { Participant } from '../protocol/consultation.ts'
import type { Id } from '../protocol/primitives.ts'
import {
  latestAttempt,
  nothingKept,
  otherSide,
  type Consultation,
  type Kept,
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
  type HeldCall,
  type Step,
} from './events.ts'
import { keptSignalCharacters, keptSignals, maxAttempt } from './limits.ts'
import { arriveAt, departFrom, pageOf } from './whereabouts.ts'

type EventOf<T extends ConsultationEvent['type']> = Extract<ConsultationEvent, { type: T }>

const noKept = { worker: nothingKept, physician: nothingKept }

/** The worker answered: opens the call, or brings the worker back into the one that is open. */
export function openCall(c: Consultation, callId: Id, now: number): Step {
  const places = { worker: placeOf(c, 'worker', now), physician: placeOf(c, 'physician', now) }
  if (c.call?.phase === 'open') {
    const again = wantAttempt(c, { ...c.call, places })
    const taken = { what: 'place-taken', callId: c.call.id, side: 'worker' } as const
    return { ...again, happenings: [taken, ...again.happenings] }
  }
  const call: OpenCall = {
    phase: 'open',
    id: callId,
    openedAt: now,
    places,
    attempt: { phase: 'awaited', last: 0 },
    kept: noKept,
  }
  const opened = changed({ ...c, call }, [{ what: 'call-opened', callId, how: 'answered' }])
  return joined(opened, openAttempt(opened.consultation))
}

/** A page said hello: its person is here, and the call that it holds goes on. */
export function arrive(c: Consultation, event: EventOf<'page-arrived'>, now: number): Step {
  const { side, page, held } = event
  const arrived = arriveAt(c, side, page, now)
  const { call } = arrived.consultation
  if (call === null) return joined(arrived, adopt(arrived.consultation, side, page, held, now))
  if (call.phase === 'ended') return arrived
  if (held?.callId === call.id) {
    return joined(arrived, resume(arrived.consultation, call, side, page, held.attempt))
  }
  const place = call.places[side]
  if (place.kind === 'out') return arrived
  // The physician's page was away when the ring was answered, and comes for the first attempt.
  if (side === 'physician' && place.page === page && latestAttempt(call) === 0) {
    return joined(arrived, openAttempt(arrived.consultation))
  }
  // A page that holds no call may have left it while its line was lost: only a tap brings its person back.
  return joined(arrived, vacate(arrived.consultation, call, side, now))
}

export function loseLine(c: Consultation, side: Participant, now: number): Step {
  return departFrom(c, side, now)
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
  const reason = 'physician-ended'
  return changed({ ...c, call: { phase: 'ended', id: callId, endedAt: now, reason } }, [
    { what: 'call-ended', callId, reason },
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
  if (c.whereabouts[to].kind === 'here') {
    return changed(c, [], [{ type: 'signal', to, callId, attempt, signal }])
  }
  const kept = { ...call.kept, [to]: keep(call.kept[to], signal) }
  return changed({ ...c, call: { ...call, kept } })
}

/** Gives up a place; the call stays open for a while. */
export function vacate(c: Consultation, call: OpenCall, side: Participant, now: number): Step {
  if (call.places[side].kind === 'out') return unchanged(c)
  const place: Place = { kind: 'out', since: now }
  const next: OpenCall = {
    ...call,
    places: { ...call.places, [side]: place },
    kept: { ...call.kept, [side]: nothingKept },
  }
  return changed({ ...c, call: next }, [{ what: 'place-left', callId: call.id, side }])
}

/** After a restart of the server, a page's word is all there is: its side is in, the other is not asked to join. */
function adopt(
  c: Consultation,
  side: Participant,
  page: Id,
  held: HeldCall | null,
  now: number,
): Step {
  if (held === null || c.over || c.ring?.phase === 'ringing') return unchanged(c)
  const out: Place = { kind: 'out', since: now }
  const call: OpenCall = {
    phase: 'open',
    id: held.callId,
    openedAt: now,
    places: { worker: out, physician: out, [side]: { kind: 'in', page } },
    attempt: { phase: 'opened', number: held.attempt },
    kept: noKept,
  }
  return changed({ ...c, call }, [{ what: 'call-opened', callId: call.id, how: 'adopted' }])
}

/** The same call goes on: what was missed is said now, or, if that is not enough, a new attempt is opened. */
function resume(
  c: Consultation,
  call: OpenCall,
  side: Participant,
  page: Id,
  heldAttempt: number,
): Step {
  const kept = call.kept[side]
  const taken: OpenCall = {
    ...call,
    places: { ...call.places, [side]: { kind: 'in', page } },
    kept: { ...call.kept, [side]: nothingKept },
  }
  const { attempt } = call
  if (attempt.phase === 'opened' && attempt.number === heldAttempt && kept.kind === 'whole') {
    const missed = kept.signals.map((signal): Delivery => ({
      type: 'signal',
      to: side,
      callId: call.id,
      attempt: attempt.number,
      signal,
    }))
    return changed({ ...c, call: taken }, [], missed)
  }
  const last = Math.max(latestAttempt(call), heldAttempt)
  return wantAttempt(c, { ...taken, attempt: { phase: 'awaited', last } })
}

function enter(c: Consultation, call: OpenCall, side: Participant, page: Id | null): Step {
  if (page === null) return unchanged(c)
  const place = call.places[side]
  // A second tap: this page is in already.
  if (place.kind === 'in' && place.page === page) return unchanged(c)
  const places = { ...call.places, [side]: { kind: 'in', page } as const }
  const entered = wantAttempt(c, { ...call, places })
  const taken = { what: 'place-taken', callId: call.id, side } as const
  return { ...entered, happenings: [taken, ...entered.happenings] }
}

/** A new attempt is wanted: now if it can be, else as soon as both sides are there. */
function wantAttempt(c: Consultation, call: OpenCall): Step {
  const last = latestAttempt(call)
  const waiting: OpenCall = { ...call, attempt: { phase: 'awaited', last }, kept: noKept }
  const awaited = changed({ ...c, call: waiting })
  return joined(awaited, openAttempt(awaited.consultation))
}

/** Opens the awaited attempt if both sides are in the call and here. The physician is the initiator: glare cannot arise. */
function openAttempt(c: Consultation): Step {
  const { call } = c
  if (call?.phase !== 'open' || call.attempt.phase !== 'awaited') return unchanged(c)
  const isThere = (side: Participant) =>
    call.places[side].kind === 'in' && c.whereabouts[side].kind === 'here'
  const attempt = call.attempt.last + 1
  if (!isThere('worker') || !isThere('physician') || attempt > maxAttempt) return unchanged(c)
  const opened: OpenCall = { ...call, attempt: { phase: 'opened', number: attempt }, kept: noKept }
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

function keep(kept: Kept, signal: EventOf<'signal'>['signal']): Kept {
  if (kept.kind === 'spilt') return kept
  const characters = kept.characters + JSON.stringify(signal).length
  if (kept.signals.length === keptSignals || characters > keptSignalCharacters) {
    return { kind: 'spilt' }
  }
  return { kind: 'whole', signals: [...kept.signals, signal], characters }
}

function placeOf(c: Consultation, side: Participant, now: number): Place {
  const page = pageOf(c.whereabouts[side])
  return page === null ? { kind: 'out', since: now } : { kind: 'in', page }
}

function openCallOf(c: Consultation, callId: Id): OpenCall | null {
  return c.call?.phase === 'open' && c.call.id === callId ? c.call : null
}
