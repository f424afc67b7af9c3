/** The third seat: the physician's link for a guest, and the guest's own page. */
import type { GuestDraft, GuestLink, MySeat, NewGuestLink } from '../../signaling/protocol/guest.ts'
import type { Id } from '../../signaling/protocol/primitives.ts'
import { request } from './request.ts'

const pathOf = (appointmentId: Id) => `/api/appointments/${encodeURIComponent(appointmentId)}/guest`

export async function loadGuestLink(appointmentId: Id): Promise<GuestLink | null> {
  return (await request<{ guest: GuestLink | null }>(pathOf(appointmentId))).guest
}

/** The one time that the link itself is told; one made before is dead. */
export function makeGuestLink(appointmentId: Id, draft: GuestDraft): Promise<NewGuestLink> {
  return request<NewGuestLink>(pathOf(appointmentId), { body: draft })
}

export async function revokeGuestLink(appointmentId: Id): Promise<void> {
  await request(`${pathOf(appointmentId)}/revoke`, { method: 'POST' })
}

/** Spends nothing: mail scanners open links too. */
export function lookAtGuestLink(token: string): Promise<MySeat> {
  return request<MySeat>('/api/guest-link/look', { body: { token } })
}

/** Spends the link; only a person's tap may lead here. */
export function enterByGuestLink(token: string): Promise<MySeat> {
  return request<MySeat>('/api/guest-link/enter', { body: { token } })
}

export function loadMySeat(): Promise<MySeat> {
  return request<MySeat>('/api/my-seat')
}

/** Out for good; it arrives even when the page is closed at once. */
export async function leaveMySeat(): Promise<void> {
  await request('/api/my-seat/leave', { method: 'POST', keepalive: true })
}
