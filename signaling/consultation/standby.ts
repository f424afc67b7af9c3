/**
 * The standby: the call's connection before the call. While the next worker waits, the two pages already hold it, without
 * a track; the call that is then answered goes on with it, under its id and attempt.
 *
 *   none ──wanted──▶ open(1) ──renew──▶ open(2) ──▶ … ──renew──▶ given up ──a page comes──▶ none
 *    ▲                  │
 *    └── unwanted · a page comes, goes or is replaced · no longer ready · over ──┤
 *                                                                              └──answer──▶ the call
 *
 * A page whose line is lost keeps it for as long as it counts as away: its browser does not lose the connection with the
 * line.
 */
import type { Participant } from '../protocol/consultation.ts'
import type { Id } from '../protocol/primitives.ts'
import { isAble, noStandby, otherSide, type Consultation, type Standby } from './consultation.ts'
import {
  changed,
  joined,
  unchanged,
  type ConsultationEvent,
  type Delivery,
  type Step,
} from './events.ts'
import { standbyAttempts } from './limits.ts'

type EventOf<T extends ConsultationEvent['type']> = Extract<ConsultationEvent, { type: T }>

/** Whether a standby may stand: both pages have come and not left, the worker's devices work, and no call has been. */
export function mayStandBy(c: Consultation): boolean {
  const { whereabouts, readiness, call, over, standby } = c
  const present =
    standby.kind === 'open'
      ? whereabouts.worker.kind !== 'absent' && whereabouts.physician.kind !== 'absent'
      : bothAreHere(c)
  return isAble(readiness) && present && call === null && !over
}

function bothAreHere({ whereabouts: { worker, physician } }: Consultation): boolean {
  return worker.kind === 'here' && physician.kind === 'here'
}

export function openStandby(c: Consultation, callId: Id): Step {
  if (c.standby.kind !== 'none' || !mayStandBy(c)) return unchanged(c)
  return opened(c, callId, 1)
}

export function closeStandby(c: Consultation): Step {
  const { standby } = c
  if (standby.kind === 'none') return unchanged(c)
  const none = { ...c, standby: noStandby }
  if (standby.kind === 'given-up') return changed(none)
  return changed(none, [], closing(standby.callId))
}

/** Nothing outlives its reasons: asked after every step. */
export function endGroundless(done: Step): Step {
  const { consultation } = done
  if (consultation.standby.kind === 'none' || mayStandBy(consultation)) return done
  return joined(done, closeStandby(consultation))
}

/** Whether this message is about the standby, and not about a call. */
export function isOfStandby({ standby }: Consultation, callId: Id): boolean {
  return standby.kind === 'open' && standby.callId === callId
}

export function relayInStandby(c: Consultation, event: EventOf<'signal'>): Step {
  const { from, callId, attempt, signal } = event
  if (!isPresent(c.standby, attempt)) return unchanged(c)
  return changed(c, [], [{ type: 'signal', to: otherSide(from), callId, attempt, signal }])
}

/** A side lost the connection: another one, a few times. */
export function renewStandby(c: Consultation, { callId, attempt }: EventOf<'renew'>): Step {
  if (!isPresent(c.standby, attempt)) return unchanged(c)
  if (attempt < standbyAttempts) return opened(c, callId, attempt + 1)
  return changed({ ...c, standby: { kind: 'given-up' } }, [], closing(callId))
}

/**
 * What an answered call goes on with: the standby's id and attempt, or a beginning of its own, since a page that is away
 * may come back without its end of the standby.
 */
export function takeStandby(c: Consultation, callId: Id) {
  const { standby } = c
  if (standby.kind === 'open' && bothAreHere(c)) {
    const taken: Consultation = { ...c, standby: noStandby }
    return { closed: unchanged(taken), callId: standby.callId, lastAttempt: standby.attempt - 1 }
  }
  return { closed: closeStandby(c), callId, lastAttempt: 0 }
}

function isPresent(standby: Standby, attempt: number): boolean {
  return standby.kind === 'open' && standby.attempt === attempt
}

function opened(c: Consultation, callId: Id, attempt: number): Step {
  const tell = (to: Participant): Delivery => ({
    type: 'standby-opened',
    to,
    callId,
    attempt,
    initiator: to === 'physician',
  })
  return changed(
    { ...c, standby: { kind: 'open', callId, attempt } },
    [{ what: 'standby-opened', callId, attempt }],
    [tell('worker'), tell('physician')],
  )
}

function closing(callId: Id): Delivery[] {
  return (['worker', 'physician'] as const).map((to) => ({ type: 'standby-closed', to, callId }))
}
