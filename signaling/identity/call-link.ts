/**
 * Call links: the worker's personal URL. Its token is a signed claim "appointment, version" in the URL's fragment, which a
 * browser never sends by itself. The signature only says that we made it: whether it still opens anything is for
 * the appointment's row to say, by its status and link version.
 */
import { jwtVerify, SignJWT } from 'jose'
import { fromInstant, type Clock } from '../clock.ts'
import type { Id, Instant, Locale } from '../protocol/primitives.ts'

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
  readonly urlFor: (appointment: LinkedAppointment, locale: Locale) => Promise<string>
  readonly tokenFor: (appointment: LinkedAppointment) => Promise<string>
  /** Returns null for every token that is not ours, not whole, not a call link's, or expired. */
  readonly read: (token: string) => Promise<CallLinkClaim | null>
}

export interface CallLinkOptions {
  /** 32 bytes, used for nothing else. */
  readonly key: Uint8Array
  readonly publicUrl: string
  readonly clock: Clock
}

/** One algorithm, given to the verifier as a list of one: the token's header has no say (RFC 8725, 3.1). */
const algorithm = 'HS256'
/** A type of its own, so that no other token signed here could ever pass as a call link (RFC 8725, 3.11). */
const type = 'visite-call-link'
/** Three parts, the last of 32 bytes. The verifier alone would forgive what a mail program put at the end. */
const shape = /^[\w-]{1,200}\.[\w-]{1,700}\.[\w-]{43}$/
const issuer = 'visite'
const audience = 'visite-worker'

/**
 * How long past its end an appointment's link can still be read. Half a day: whoever ran over, or opens the link again
 * that evening, sees "this is over" with the telephone number; the day after, a link left in a mailbox is nothing.
 */
const readableAfterEndMs = 12 * 60 * 60 * 1000

export function createCallLinks({ key, publicUrl, clock }: CallLinkOptions): CallLinks {
  // No `iat`, no `jti`: nothing in it but what the appointment says.
  const tokenFor = (appointment: LinkedAppointment) =>
    new SignJWT({ version: appointment.linkVersion })
      .setProtectedHeader({ alg: algorithm, typ: type })
      .setIssuer(issuer)
      .setAudience(audience)
      .setSubject(appointment.id)
      .setExpirationTime(Math.floor((fromInstant(appointment.endsAt) + readableAfterEndMs) / 1000))
      .sign(key)

  return {
    tokenFor,
    urlFor: async (appointment, locale) =>
      `${publicUrl}/worker/?lang=${locale}#${await tokenFor(appointment)}`,

    async read(token) {
      if (!shape.test(token)) return null
      try {
        const { payload } = await jwtVerify(token, key, {
          algorithms: [algorithm],
          typ: type,
          issuer,
          audience,
          requiredClaims: ['sub', 'exp', 'version'],
          currentDate: new Date(clock.now()),
        })
        const { sub, version } = payload
        return typeof sub === 'string' && isVersion(version)
          ? { appointmentId: sub, linkVersion: version }
          : null
      } catch {
        // Whatever was wrong with it, the answer is the same.
        return null
      }
    },
  }
}

function isVersion(value: unknown): value is number {
  return Number.isSafeInteger(value)
}
