/** `step` moves a consultation: total, synchronous, no clock and no chance of its own. What makes no sense is ignored or refused. */
import type { CallEnd } from '../protocol/consultation.ts'
import { endCall, leaveCall, relay, renew } from './call.ts'
import { arrive } from './claim.ts'
import type { Consultation } from './consultation.ts'
import { changed, joined, unchanged, type ConsultationEvent, type Step } from './events.ts'
import { answer, defer, endRing, rejoinCall, showRing, startRing, stopRing } from './ring.ts'
import {
  admitGuest,
  arriveGuest,
  departGuest,
  endGuest,
  objectToGuest,
  relayGuestSignal,
  renewGuestConnection,
} from './guest.ts'
import { settleGuest } from './guest-connections.ts'
import {
  closeStandby,
  endGroundless,
  isOfStandby,
  openStandby,
  relayInStandby,
  renewStandby,
} from './standby.ts'
import { passTime } from './time.ts'
import { departFrom } from './whereabouts.ts'

/** Returns what the event makes of the consultation at this time, and what is to be said to whom. */
export function step(c: Consultation, event: ConsultationEvent, now: number): Step {
  return settleGuest(c, endGroundless(move(c, event, now)))
}

function move(c: Consultation, event: ConsultationEvent, now: number): Step {
  switch (event.type) {
    case 'page-arrived':
      return arriveAnew(c, event, now)
    case 'line-lost':
      return departFrom(c, event.side, now)
    case 'worker-identified':
      return event.login === c.workerLogin
        ? changed({ ...c, identified: event.identified })
        : unchanged(c)
    case 'wrong-person-came':
      return changed({ ...c, wrongPersonAt: now })
    case 'readiness-reported':
      return reportReadiness(c, event.readiness, event.visible)
    case 'ring':
      return startRing(c, event, now)
    case 'stop-ring':
      return stopRing(c, event.ringId, now)
    case 'ring-shown':
      return showRing(c, event.ringId)
    case 'answer':
      return answer(c, event, now)
    case 'defer':
      return defer(c, event.ringId, now)
    case 'signal':
      return isOfStandby(c, event.callId) ? relayInStandby(c, event) : relay(c, event)
    case 'renew':
      return isOfStandby(c, event.callId) ? renewStandby(c, event) : renew(c, event)
    case 'rejoin':
      return rejoinCall(c, event, now)
    case 'hang-up':
      return leaveCall(c, event.from, event.callId, now)
    case 'appointment-over':
      return endAppointment(c, event.reason, now)
    case 'standby-wanted':
      return openStandby(c, event.callId)
    case 'standby-unwanted':
      return closeStandby(c)
    case 'guest-arrived':
      return arriveGuest(c, event, now)
    case 'guest-line-lost':
      return departGuest(c, event.guestId, now)
    case 'admit-guest':
      return admitGuest(c, event)
    case 'object-to-guest':
      return objectToGuest(c, event.guestId)
    case 'end-guest':
      return endGuest(c, event.guestId, event.reason)
    case 'guest-signal':
      return relayGuestSignal(c, event)
    case 'guest-renew':
      return renewGuestConnection(c, event)
    case 'time-passed':
      return passTime(c, now)
    default:
      return event satisfies never
  }
}

/** A page that comes knows of no standby: it begins anew. One that only changed lines goes on with what it has. */
function arriveAnew(
  c: Consultation,
  event: Extract<ConsultationEvent, { type: 'page-arrived' }>,
  now: number,
): Step {
  if (event.resumed && c.standby.kind === 'open') return arrive(c, event, now)
  const closed = closeStandby(c)
  return joined(closed, arrive(closed.consultation, event, now))
}

function reportReadiness(
  c: Consultation,
  readiness: Consultation['readiness'],
  visible: boolean,
): Step {
  if (c.readiness === readiness && c.visible === visible) return unchanged(c)
  return changed({ ...c, readiness, visible })
}

function endAppointment(c: Consultation, reason: CallEnd, now: number): Step {
  if (c.over) return unchanged(c)
  const { ring, call } = c
  let done = changed({ ...c, deferredUntil: null, over: true }, [
    { what: 'appointment-over', reason },
  ])
  if (ring?.phase === 'ringing') {
    const outcome = reason === 'in-person-instead' ? 'declined-in-person' : 'stopped'
    done = joined(done, endRing(done.consultation, ring, outcome, now))
  }
  if (call?.phase === 'open') {
    done = joined(done, endCall(done.consultation, call, reason, now))
  }
  return done
}
