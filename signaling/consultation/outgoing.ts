/** Deliveries as messages. The ICE servers of a connection are added by whoever sends it: credentials are made late. */
import type { ServerMessage, ServerMessageOf } from '../protocol/messages.ts'
import type { Id } from '../protocol/primitives.ts'
import type { Delivery } from './events.ts'

export type Outgoing =
  | Exclude<ServerMessage, { type: 'call-opened' | 'standby-opened' }>
  | WithoutIce<'call-opened'>
  | WithoutIce<'standby-opened'>
type WithoutIce<T extends 'call-opened' | 'standby-opened'> = Omit<
  ServerMessageOf<T>,
  'iceServers' | 'iceTransportPolicy'
>

export function toMessage(appointmentId: Id, delivery: Delivery): Outgoing {
  switch (delivery.type) {
    case 'call-opened':
    case 'standby-opened': {
      const { type, callId, attempt, initiator } = delivery
      return { type, appointmentId, callId, attempt, initiator }
    }
    case 'standby-closed':
      return { type: 'standby-closed', appointmentId, callId: delivery.callId }
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
