/** What a worker says before the day. Each needs the login that a tap on the link gives. */
import type { MyAppointment, NearestSlots } from '../../signaling/protocol/my-appointment.ts'
import type { Id } from '../../signaling/protocol/primitives.ts'
import { request } from './request.ts'

const post = { method: 'POST' } as const

export const confirmComing = () => request<MyAppointment>('/api/my-appointment/confirm', post)
export const decline = () => request<MyAppointment>('/api/my-appointment/decline', post)
export const loadSlots = () => request<NearestSlots>('/api/my-appointment/slots')
export const chooseSlot = (slotId: Id) =>
  request<MyAppointment>('/api/my-appointment/slot', { body: { slotId } })
export const loadVisits = () => request<NearestSlots>('/api/my-appointment/visits')
export const chooseVisit = (slotId: Id) =>
  request<MyAppointment>('/api/my-appointment/visit', { body: { slotId } })
