/** A moment before their own, offered to a worker on their page. */
import type { OfferOnPage } from '../../signaling/protocol/offers.ts'
import type { Id } from '../../signaling/protocol/primitives.ts'
import { request } from './request.ts'

const at = (id: Id) => `/api/my-appointment/offers/${id}`
const post = { method: 'POST' } as const

export const loadOffer = (id: Id) => request<OfferOnPage>(at(id))
/** Takes exactly this slot; only a person's tap may lead here. */
export const takeOffer = (id: Id) => request<OfferOnPage>(`${at(id)}/accept`, post)
export const refuseOffer = (id: Id) => request<OfferOnPage>(`${at(id)}/decline`, post)
