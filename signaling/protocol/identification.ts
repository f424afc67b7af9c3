/** How a worker proves who they are: what their page asks and is told, and what the physician learns of it. */
import * as Type from 'typebox'
import { Instant, Locale, strict } from './primitives.ts'

/**
 * `itsme` names the person · `code` was sent to an address or a mobile number that the service had before · `card` is looked at
 * by the physician, in the call.
 */
export const IdentificationMethod = Type.Union([
  Type.Literal('itsme'),
  Type.Literal('code'),
  Type.Literal('card'),
])
export type IdentificationMethod = Type.Static<typeof IdentificationMethod>

/** How what itsme said compares with the appointment. `alike`: the same but for what is forgiven, such as accents. */
export const Likeness = strict({
  familyName: Type.Union([Type.Literal('same'), Type.Literal('alike')]),
  givenName: Type.Union([Type.Literal('same'), Type.Literal('alike'), Type.Literal('missing')]),
  birthDate: Type.Union([Type.Literal('same'), Type.Literal('incomplete')]),
})
export type Likeness = Type.Static<typeof Likeness>

/** What is known of whoever sits at the worker's page; of the page that is here, or was last. */
export const Identified = Type.Union([
  strict({ kind: Type.Literal('not-identified') }),
  /** They chose to show their identity card: nobody has looked at it yet. */
  strict({ kind: Type.Literal('shows-card') }),
  strict({ kind: Type.Literal('itsme'), at: Instant, likeness: Likeness }),
  /** `bySms` stands there where it went to their mobile number, not by mail. */
  strict({
    kind: Type.Literal('code'),
    at: Instant,
    bySms: Type.Optional(Type.Literal(true)),
  }),
  strict({ kind: Type.Literal('card'), at: Instant }),
])
export type Identified = Type.Static<typeof Identified>

export const notIdentified: Identified = { kind: 'not-identified' }

/** A card that is only promised proves nothing. */
export const isProved = ({ kind }: Identified): boolean =>
  kind !== 'not-identified' && kind !== 'shows-card'

/** On the worker's page: the ways that are open to them, the service's first choice first. `sms`: a code, to their mobile number. */
export const IdentificationWay = Type.Union([IdentificationMethod, Type.Literal('sms')])
export type IdentificationWay = Type.Static<typeof IdentificationWay>
export const IdentificationWays = Type.Array(IdentificationWay, { maxItems: 4 })
export type IdentificationWays = Type.Static<typeof IdentificationWays>

/** Base64url of a SHA-256. */
const Hash = Type.String({ pattern: '^[A-Za-z0-9_-]{43}$' })

export const ItsmeStart = strict({
  locale: Locale,
  /** What the page wants to be held to: it becomes part of the nonce that itsme signs. */
  commitment: Type.Optional(Hash),
})
/** `nonceSeed`: with the commitment it gives the nonce; only where there was one. */
export const ItsmeAddress = strict({
  url: Type.String({ maxLength: 8192 }),
  nonceSeed: Type.Optional(Hash),
})
export type ItsmeAddress = Type.Static<typeof ItsmeAddress>

/** What itsme signed of the person (a JWS in compact form): for their own page, once. */
export const ItsmeToken = strict({ idToken: Type.String({ maxLength: 16384 }) })
export type ItsmeToken = Type.Static<typeof ItsmeToken>

/** What became of a way to itsme; the page that it ends at is told in its address. */
export const itsmeOutcomes = [
  'identified',
  'cancelled', // they stopped in the app
  'again', // too long ago, or used already
  'other-person',
  'unclear', // itsme said too little to compare
  'other-browser', // the app came back to a browser that did not begin
  'itsme-unavailable',
  'failed', // an answer that cannot be believed
] as const
export type ItsmeOutcome = (typeof itsmeOutcomes)[number]

/** Where an SMS went, so that the worker knows which telephone to look at: no more than its number's end. */
export const CodeBySms = strict({ numberEnd: Type.String({ pattern: '^[0-9]{2}$' }) })
export type CodeBySms = Type.Static<typeof CodeBySms>

export const CodeAttempt = strict({ code: Type.String({ pattern: '^[0-9]{6}$' }) })
