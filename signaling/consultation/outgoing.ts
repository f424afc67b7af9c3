/**
 * Deliveries as messages. The ICE servers of a connection are added by whoever sends it: credentials are made late. So is
 * what the service's settings say of it.
 */
import type { ServerMessage, ServerMessageOf } from '../protocol/messages.ts'
import type { Id } from '../protocol/primitives.ts'
import type { Delivery } from './events.ts'

export type Outgoing =
  | Exclude<ServerMessage, { type: Opened }>
  | WithoutIce<'call-opened'>
  | WithoutIce<'standby-opened'>
  | WithoutIce<'guest-connection-opened'>

type Opened = 'call-opened' | 'standby-opened' | 'guest-connection-opened'
type WithoutIce<T extends Opened> = Omit<
  ServerMessageOf<T>,
  'iceServers' | 'iceTransportPolicy' | 'quiet'
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
    case 'guest-connection-opened': {
      const { type, admissionId, attempt, initiator } = delivery
      return { type, appointmentId, admissionId, with: delivery.with, attempt, initiator }
    }
    case 'guest-signal': {
      const { type, admissionId, attempt, signal } = delivery
      return { type, appointmentId, admissionId, with: delivery.with, attempt, signal }
    }
    case 'refused':
      return { type: 'refused', code: delivery.code, about: delivery.about, appointmentId }
    default:
      return delivery satisfies never
  }
}
