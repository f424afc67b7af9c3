/** The people of employers who have an account, as the office adds and invites them. */
import type { Contact, ContactDraft } from '../../signaling/protocol/contacts.ts'
import type { Id } from '../../signaling/protocol/primitives.ts'
import { request } from './request.ts'

export function loadContacts(signal?: AbortSignal): Promise<Contact[]> {
  return request<Contact[]>('/api/contacts', signal === undefined ? {} : { signal })
}

/** They are invited by mail. */
export function createContact(draft: ContactDraft): Promise<Contact> {
  return request<Contact>('/api/contacts', { body: draft })
}

export function inviteContact(id: Id): Promise<void> {
  return request(`/api/contacts/${id}/invitation`, { method: 'POST' })
}
