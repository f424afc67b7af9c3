/** Which screen stands: a pure choice, so that a reload lands where the person was. */
import type { CallView, ConsultationView, Ring } from '../../signaling/protocol/consultation.ts'
import { consultationOf, type VisitState } from './visit-state.ts'

export const screens = [
  'loading',
  'not-valid',
  'unreachable',
  'browser', // this browser cannot call
  'arrival',
  'camera',
  'waiting',
  'ring',
  'call',
  'after',
  'in-person',
  'over',
  'elsewhere',
  'replaced',
  'signed-out',
  'outdated',
] as const
export type Screen = (typeof screens)[number]

/** `canCall`: the browser has camera access and peer-to-peer connections at all. */
export function screenOf(state: VisitState, canCall: boolean): Screen {
  const { arrival } = state
  if (arrival.phase === 'loading') return 'loading'
  if (arrival.phase === 'not-valid' || arrival.phase === 'unreachable') return arrival.phase

  const consultation = consultationOf(state)
  // What runs goes on: neither the appointment's end nor a lost line takes a picture off the screen.
  if (state.live !== null && state.live.call.phase !== 'none') return 'call'
  const { appointment } = arrival
  if (appointment.state === 'in-person') return 'in-person'
  if (appointment.state === 'over') return consultation?.call ? 'after' : 'over'
  if (!canCall) return 'browser'
  if (arrival.phase === 'seen' || appointment.identify) return 'arrival'

  const line = state.live?.line.phase
  if (line === 'elsewhere' || line === 'replaced' || line === 'signed-out' || line === 'outdated') {
    return line
  }
  if (appointment.state === 'upcoming') return state.testing ? checkScreen(state) : 'arrival'
  return consultation === null ? checkScreen(state) : liveScreen(state, consultation)
}

function liveScreen(state: VisitState, { ring, call, over }: ConsultationView): Screen {
  const isFailed = state.media.phase === 'failed'
  const isAnswering = state.wish?.type === 'answer'
  if (ring?.phase === 'ringing' && (isAnswering || ring.id !== state.silencedRing)) {
    return isFailed ? 'camera' : 'ring'
  }
  if (call?.phase === 'open') return isFailed ? 'camera' : 'after'
  if (call !== null && !isRungSince(call, ring)) return 'after'
  return over ? 'over' : checkScreen(state)
}

/** First the devices, then the waiting room. */
function checkScreen({ media }: VisitState): Screen {
  return media.phase === 'open' ? 'waiting' : 'camera'
}

/** A ring after the end of the call leads back to the waiting room: the doctor wants to go on. */
function isRungSince(call: CallView & { phase: 'ended' }, ring: Ring | null): boolean {
  return ring !== null && Date.parse(ring.startedAt) > Date.parse(call.endedAt)
}
