/** Passkeys, and where one is signed in: what a browser and the server say to each other about getting in. */
import * as Type from 'typebox'
import { Id, Instant, Name, nullable, strict } from './primitives.ts'

/** Bytes, base64url without padding. */
const bytes = (maxLength: number) =>
  Type.String({ minLength: 1, maxLength, pattern: '^[A-Za-z0-9_-]+$' })

/** At most 1023 bytes (Web Authentication 3, 4, "credential ID"). */
export const PasskeyId = bytes(1364)
export type PasskeyId = Type.Static<typeof PasskeyId>

const Transports = Type.Array(Type.String({ minLength: 1, maxLength: 20 }), { maxItems: 8 })

/** What an authenticator is asked to make. The browser adds nothing but its own origin. */
export const PasskeyOrder = strict({
  challenge: bytes(100),
  rp: strict({ id: Type.String({ maxLength: 253 }), name: Name }),
  user: strict({ id: bytes(100), name: Type.String({ maxLength: 254 }), displayName: Name }),
  /** Those the person has: an authenticator holds one for each account. */
  known: Type.Array(strict({ id: PasskeyId, transports: Transports }), { maxItems: 20 }),
})
export type PasskeyOrder = Type.Static<typeof PasskeyOrder>

export const PasskeyMade = strict({
  id: PasskeyId,
  clientData: bytes(4096),
  attestation: bytes(8192),
  transports: Transports,
})
export type PasskeyMade = Type.Static<typeof PasskeyMade>

/** Whichever passkey the person chooses: none is named, so nobody learns who has an account. */
export const PasskeyQuestion = strict({
  challenge: bytes(100),
  rpId: Type.String({ maxLength: 253 }),
})
export type PasskeyQuestion = Type.Static<typeof PasskeyQuestion>

export const PasskeyUsed = strict({
  id: PasskeyId,
  clientData: bytes(4096),
  authenticatorData: bytes(4096),
  signature: bytes(2048),
  userHandle: nullable(bytes(100)),
})
export type PasskeyUsed = Type.Static<typeof PasskeyUsed>

/** What a browser says that it is, as far as its owner needs it to recognise it. */
export const browsers = ['firefox', 'edge', 'chrome', 'safari', 'other'] as const
export const systems = ['windows', 'macos', 'ios', 'android', 'linux', 'other'] as const
export type BrowserName = (typeof browsers)[number]
export type SystemName = (typeof systems)[number]
export type Device = `${BrowserName} ${SystemName}`
export const Device = Type.Unsafe<Device>(Type.String({ maxLength: 30 }))

export const Passkey = strict({
  id: PasskeyId,
  name: Name,
  madeAt: Instant,
  lastUsedAt: nullable(Instant),
})
export type Passkey = Type.Static<typeof Passkey>

/** By what somebody came in; `oidc`: the service's own sign-in. */
export const SignInMethod = Type.Union([
  Type.Literal('link'),
  Type.Literal('passkey'),
  Type.Literal('code'),
  Type.Literal('oidc'),
])
export type SignInMethod = Type.Static<typeof SignInMethod>

export const OwnLogin = strict({
  id: Id,
  /** The one with which this was asked. */
  here: Type.Boolean(),
  device: nullable(Device),
  /** Null: from before this was written down. */
  method: nullable(SignInMethod),
  since: Instant,
  lastUsedAt: nullable(Instant),
})
export type OwnLogin = Type.Static<typeof OwnLogin>

export const OwnAccess = strict({
  passkeys: Type.Array(Passkey, { maxItems: 100 }),
  logins: Type.Array(OwnLogin, { maxItems: 1000 }),
})
export type OwnAccess = Type.Static<typeof OwnAccess>

export const PasskeyDraft = strict({ passkey: PasskeyMade })
export type PasskeyDraft = Type.Static<typeof PasskeyDraft>
export const PasskeyRename = strict({ name: Name })
export type PasskeyRename = Type.Static<typeof PasskeyRename>
