/** What the worker declares on their own page. */
import type { OwnConsents } from '../../signaling/protocol/consents.ts'
import type { MyAppointment } from '../../signaling/protocol/my-appointment.ts'
import { request } from './request.ts'

export function declareOwn(declared: OwnConsents): Promise<MyAppointment> {
  return request<MyAppointment>('/api/my-appointment/consents', { body: declared })
}
