/** Deliveries as messages. The ICE servers of `call-opened` are added by whoever sends it: credentials are made late. */
import type { ServerMessage, ServerMessageOf } from '../protocol/messages.ts'
import type { Id } from '../protocol/primitives.ts'
import type { Delivery } from './events.ts'

export type Outgoing =
  | Exclude<ServerMessage, { type: 'call-opened' }>
  | Omit<ServerMessageOf<'call-opened'>, 'iceServers' | 'iceTransportPolicy'>

export function toMessage(appointmentId: Id, delivery: Delivery): Outgoing {
  switch (delivery.type) {
    case 'call-opened': {
      const { callId, attempt, initiator } = delivery
      return { type: 'call-opened', appointmentId, callId, attempt, initiator }
    }
    case 'signal': {
      const { callId, attempt, signal } = delivery
      return { type: 'signal', appointmentId, callId, attempt, signal }
    }
    case 'refused':
      return { type: 'refused', code: delivery.code, about: delivery.about, appointmentId }
    default:
      return delivery satisfies never
  }
}
