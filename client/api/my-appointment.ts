/** The one appointment of whoever has entered by a call link. */
import type { MyAppointment } from '../../signaling/protocol/my-appointment.ts'
import { request } from './request.ts'

export function loadMyAppointment(): Promise<MyAppointment> {
  // Not merely read: whom the clock gave up has come by this.
  return request<MyAppointment>('/api/my-appointment/come', { method: 'POST' })
}

export function preferInPerson(): Promise<MyAppointment> {
  return request<MyAppointment>('/api/my-appointment/in-person', { method: 'POST' })
}
