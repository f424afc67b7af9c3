/** The call link before it is spent: its token is in hand, there is no login yet. */
import type { MyAppointment } from '../../signaling/protocol/my-appointment.ts'
import { request } from './request.ts'

/** Shows the appointment and changes nothing: mail scanners open links too. */
export function lookAtCallLink(token: string): Promise<MyAppointment> {
  return request<MyAppointment>('/api/call-link/look', { body: { token } })
}

/** Exchanges the token for a login; only a person's tap may lead here. */
export function enterByCallLink(token: string): Promise<MyAppointment> {
  return request<MyAppointment>('/api/call-link/enter', { body: { token } })
}

export function preferInPersonByCallLink(token: string): Promise<MyAppointment> {
  return request<MyAppointment>('/api/call-link/in-person', { body: { token } })
}
