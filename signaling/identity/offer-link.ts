/**
 * Links of offers: a signed claim "this offer" in the fragment of a URL, good until somebody else is asked. What it still
 * opens is for the offer's row to say: looking takes nothing, a tap takes the slot.
 */
import { fromInstant, type Clock } from '../clock.ts'
import type { Id, Instant, Locale } from '../protocol/primitives.ts'
import { createSignedClaims } from './signed-claim.ts'

interface LinkedOffer {
  readonly id: Id
  readonly until: Instant
}

export interface OfferLinks {
  readonly tokenFor: (offer: LinkedOffer) => string
  readonly urlFor: (offer: LinkedOffer, locale: Locale) => string
  /** Returns the offer's id; null for every token that is not ours, not whole, not an offer's, or long expired. */
  readonly read: (token: string) => Promise<Id | null>
}

export interface OfferLinkOptions {
  /** 32 bytes, used for nothing else. */
  readonly key: Uint8Array
  readonly publicUrl: string
  readonly clock: Clock
}

/** How long afterwards the link still says "somebody else was asked" instead of "not valid". */
const readableAfterMs = 24 * 60 * 60 * 1000

/** Until then the link is read. Milliseconds since 1970. */
export function offerLinkEnd({ until }: Pick<LinkedOffer, 'until'>): number {
  return fromInstant(until) + readableAfterMs
}

export function createOfferLinks({ key, publicUrl, clock }: OfferLinkOptions): OfferLinks {
  const type = 'visite-offer-link'
  const claims = createSignedClaims({ key, type, audience: 'visite-offer', clock })
  const tokenFor = ({ id, until }: LinkedOffer) =>
    claims.sign({
      subject: id,
      expiresAt: Math.floor(offerLinkEnd({ until }) / 1000),
    })
  return {
    tokenFor,
    urlFor: (offer, locale) => `${publicUrl}/ask/?lang=${locale}#offer=${tokenFor(offer)}`,
    read: async (token) => (await claims.read(token))?.sub ?? null,
  }
}
