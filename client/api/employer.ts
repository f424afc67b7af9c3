/** What an employer's contact asks the server: a code to sign in with, and their page. */
import type { EmployerPage } from '../../signaling/protocol/employer.ts'
import type { Id } from '../../signaling/protocol/primitives.ts'
import { request } from './request.ts'

export const loadEmployerPage = () => request<EmployerPage>('/api/employer')
export const noteRoomCheck = (roomId: Id, fit: boolean) =>
  request<void>(`/api/employer/rooms/${roomId}/check`, { body: { fit } })
export const askForCode = (email: string) => request<void>('/api/contact-code', { body: { email } })
export const enterCode = (code: string) =>
  request<void>('/api/contact-code/enter', { body: { code } })
