/** A page that comes says which call it holds: what the server makes of that. */
import type { Participant } from '../protocol/consultation.ts'
import type { Id } from '../protocol/primitives.ts'
import { openAttempt, vacate, wantAttempt } from './call.ts'
import { latestAttempt, type Consultation, type OpenCall, type Place } from './consultation.ts'
import {
  changed,
  joined,
  unchanged,
  type ConsultationEvent,
  type HeldCall,
  type Step,
} from './events.ts'
import { arriveAt } from './whereabouts.ts'

type PageArrived = Extract<ConsultationEvent, { type: 'page-arrived' }>

/** A page said hello: its person is here, and the call that it holds goes on. */
export function arrive(c: Consultation, event: PageArrived, now: number): Step {
  const { side, page, login, identified, resumed, held } = event
  const arrived = arriveAt(c, { side, page, login, identified }, now)
  const { call } = arrived.consultation
  if (call === null) return joined(arrived, adopt(arrived.consultation, side, page, held, now))
  if (call.phase === 'ended') return arrived
  // Nothing was lost with the line: had this page left the call, or fallen behind it, it hears and says so.
  if (resumed && call.places[side].kind === 'in') {
    return joined(arrived, openAttempt(arrived.consultation))
  }
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
    physicianWas: side === 'physician',
    attempt: { phase: 'opened', number: held.attempt },
  }
  return changed({ ...c, call }, [{ what: 'call-opened', callId: call.id, how: 'adopted' }])
}

/** The same call goes on; a page that stands at another attempt gets a new one. */
function resume(
  c: Consultation,
  call: OpenCall,
  side: Participant,
  page: Id,
  heldAttempt: number,
): Step {
  const taken: OpenCall = {
    ...call,
    places: { ...call.places, [side]: { kind: 'in', page } },
    physicianWas: call.physicianWas || side === 'physician',
  }
  const { attempt } = call
  if (attempt.phase === 'opened' && attempt.number === heldAttempt) {
    return changed({ ...c, call: taken })
  }
  const last = Math.max(latestAttempt(call), heldAttempt)
  return wantAttempt(c, { ...taken, attempt: { phase: 'awaited', last } })
}
