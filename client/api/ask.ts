/** Asking for a talk of one's own accord, and answering to a free moment: nobody is signed in here. */
import type { MyOffer } from '../../signaling/protocol/offers.ts'
import type {
  LinkRequestDraft,
  RequestDraft,
  RequestReceived,
} from '../../signaling/protocol/requests.ts'
import { request } from './request.ts'

export function ask(draft: RequestDraft): Promise<RequestReceived> {
  return request<RequestReceived>('/api/ask', { body: draft })
}

export function askByLink(draft: LinkRequestDraft): Promise<RequestReceived> {
  return request<RequestReceived>('/api/call-link/ask', { body: draft })
}

/** Whether they would come earlier, should a moment before theirs become free. */
export async function wishEarlier(token: string, wanted: boolean): Promise<void> {
  await request('/api/call-link/earlier', { body: { token, wanted } })
}

/** Takes nothing: mail scanners open links too. */
export function lookAtOffer(token: string): Promise<MyOffer> {
  return request<MyOffer>('/api/offer-link/look', { body: { token } })
}

/** Takes the slot; only a person's tap may lead here. */
export function acceptOffer(token: string): Promise<MyOffer> {
  return request<MyOffer>('/api/offer-link/accept', { body: { token } })
}

export function declineOffer(token: string): Promise<MyOffer> {
  return request<MyOffer>('/api/offer-link/decline', { body: { token } })
}
