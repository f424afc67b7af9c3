/** What the machine of a guest's connection says in the words of a call, in those of the third seat. */
import type { Side } from '../../signaling/protocol/consultation.ts'
import type { ClientMessageOf } from '../../signaling/protocol/messages.ts'
import type { CallMessage } from '../call/call-runner.ts'

export type GuestMessage = ClientMessageOf<'guest-signal' | 'guest-renew' | 'ice-servers'>

/** Null for what is not said: a guest's connection is neither rung for nor hung up by itself. */
export function toGuestMessage(message: CallMessage, end: Side): GuestMessage | null {
  switch (message.type) {
    case 'signal': {
      const { appointmentId, callId: admissionId, attempt, signal } = message
      return { type: 'guest-signal', appointmentId, admissionId, with: end, attempt, signal }
    }
    case 'renew': {
      const { appointmentId, callId: admissionId, attempt } = message
      return { type: 'guest-renew', appointmentId, admissionId, with: end, attempt }
    }
    case 'ice-servers':
      return message
    case 'answer':
    case 'rejoin':
    case 'hang-up':
      return null
    default:
      return message satisfies never
  }
}
