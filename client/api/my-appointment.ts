/** The one appointment of whoever has entered by a call link. */
import type { MyAppointment } from '../../signaling/protocol/my-appointment.ts'
import { request } from './request.ts'

export function loadMyAppointment(): Promise<MyAppointment> {
  return request<MyAppointment>('/api/my-appointment')
}

export function preferInPerson(): Promise<MyAppointment> {
  return request<MyAppointment>('/api/my-appointment/in-person', { method: 'POST' })
}
