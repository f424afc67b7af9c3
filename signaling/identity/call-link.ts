/**
 * Call links: the worker's personal URL. Its token is a signed claim "appointment, version" in the URL's fragment, which a
 * browser never sends by itself. The signature only says that we made it: whether it still opens anything is for
 * the appointment's row to say, by its status and link version.
 */
import { fromInstant, type Clock } from '../clock.ts'
import type { Id, Instant, Locale } from '../protocol/primitives.ts'
import { createSignedClaims, type SignedClaims } from './signed-claim.ts'

/** What a link is made from. */
export interface LinkedAppointment {
  readonly id: Id
  readonly endsAt: Instant
  readonly linkVersion: number
}

/** What a genuine link claims. */
export interface CallLinkClaim {
  readonly appointmentId: Id
  readonly linkVersion: number
}

export interface CallLinks {
  /** The same appointment and version give the same URL: a mail that is sent again carries the same link. */
  readonly urlFor: (appointment: LinkedAppointment, locale: Locale) => string
  readonly tokenFor: (appointment: LinkedAppointment) => string
  /** Returns null for every token that is not ours, not whole, not a call link's, or expired. */
  readonly read: (token: string) => Promise<CallLinkClaim | null>
  /** Also of a link that expired in the last two years: it opens nothing, but says who it was sent to. */
  readonly readOld: (token: string) => Promise<CallLinkClaim | null>
}

export interface CallLinkOptions {
  /** 32 bytes, used for nothing else. */
  readonly key: Uint8Array
  readonly publicUrl: string
  readonly clock: Clock
}

/**
 * How long past its end an appointment's link can still be read. Half a day: whoever ran over, or opens the link again
 * that evening, sees "this is over" with the telephone number; the day after, a link left in a mailbox is nothing.
 */
const readableAfterEndMs = 12 * 60 * 60 * 1000

/** As long as a periodic examination may lie back: for so long a mail with a link is looked for again. */
const oldLinkSeconds = 2 * 365 * 24 * 60 * 60

/** Until then the link is read. Milliseconds since 1970. */
export function callLinkEnd({ endsAt }: Pick<LinkedAppointment, 'endsAt'>): number {
  return fromInstant(endsAt) + readableAfterEndMs
}

export function createCallLinks({ key, publicUrl, clock }: CallLinkOptions): CallLinks {
  const type = 'visite-call-link'
  const claims = createSignedClaims({ key, type, audience: 'visite-worker', clock })
  const tokenFor = ({ id, endsAt, linkVersion }: LinkedAppointment) =>
    claims.sign({
      subject: id,
      expiresAt: Math.floor(callLinkEnd({ endsAt }) / 1000),
      more: { version: linkVersion },
    })

  return {
    tokenFor,
    urlFor: (appointment, locale) => `${publicUrl}/worker/?lang=${locale}#${tokenFor(appointment)}`,

    read: async (token) => toClaim(await claims.read(token)),
    readOld: async (token) => toClaim(await claims.read(token, oldLinkSeconds)),
  }
}

function toClaim(claim: Awaited<ReturnType<SignedClaims['read']>>): CallLinkClaim | null {
  if (claim === null) return null
  const { sub, version } = claim
  return isVersion(version) ? { appointmentId: sub, linkVersion: version } : null
}

function isVersion(value: unknown): value is number {
  return Number.isSafeInteger(value)
}
