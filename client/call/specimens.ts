/** Examples for the tests of the call: one of each state, event and message. */
import type { Participant } from '../../signaling/protocol/consultation.ts'
import type { ServerMessageOf } from '../../signaling/protocol/messages.ts'
import type { Signal } from '../../signaling/protocol/signal.ts'
import type { CallState, InCall, Link } from './call-state.ts'

export const appointmentId = 'appointment-000001'
export const otherAppointmentId = 'appointment-000002'
export const callId = 'call-000000000001'
export const otherCallId = 'call-000000000002'
export const ringId = 'ring-000000000001'

export const offer: Signal = { kind: 'description', type: 'offer', sdp: 'v=0', number: 1 }

export function linkTo(attempt: number, call = callId): Link {
  return { appointmentId, callId: call, attempt }
}

export function opened(
  attempt: number,
  call = callId,
  initiator = true,
): ServerMessageOf<'call-opened'> {
  return {
    type: 'call-opened',
    ...linkTo(attempt, call),
    initiator,
    iceServers: [],
    iceTransportPolicy: 'all',
  }
}

export const answer = { type: 'answer', appointmentId, ringId } as const
export const rejoin = { type: 'rejoin', appointmentId, callId } as const

/** A worker's page answers, a physician's page offers. */
export function inCall(phase: InCall['phase'], participant: Participant = 'worker'): InCall {
  const inside = {
    participant,
    link: linkTo(2),
    initiator: participant === 'physician',
    otherIn: true,
    line: 'open',
  } as const
  switch (phase) {
    case 'connecting':
      return { phase, ...inside }
    case 'connected':
      return { phase, ...inside, repair: null }
    case 'recovering':
      return {
        phase,
        ...inside,
        cause: 'silence',
        means: 'none',
        silent: true,
        answered: false,
        repair: { kind: 'waiting', for: 'path' },
      }
    default:
      return phase satisfies never
  }
}

export function idle(participant: Participant): CallState & { phase: 'idle' } {
  return { phase: 'idle', participant }
}

export function ended(participant: Participant): CallState & { phase: 'ended' } {
  return { phase: 'ended', participant, link: linkTo(2), reason: 'hung-up' }
}
