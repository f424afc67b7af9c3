/** Staff who sign in with the account that they have at their service (OpenID Connect): what a page asks and is told. */
import * as Type from 'typebox'
import { Locale, strict } from './primitives.ts'

/** Where they begin, and end where it fails: whoever is signed in gets to their own. */
export const StaffPage = Type.Union([
  Type.Literal('desk'),
  Type.Literal('office'),
  Type.Literal('evaluation'),
])
export type StaffPage = Type.Static<typeof StaffPage>

export const StaffOidcStart = strict({ page: StaffPage, locale: Locale })
export type StaffOidcStart = Type.Static<typeof StaffOidcStart>

export const StaffOidcAddress = strict({ url: Type.String({ maxLength: 8192 }) })
export type StaffOidcAddress = Type.Static<typeof StaffOidcAddress>

/** Why the way there did not sign anybody in; the page that it ends at is told in its address. */
export type StaffOidcRefusal =
  | 'cancelled' // they stopped on the way
  | 'again' // too long ago, or used already
  | 'other-browser' // the answer came to a browser that did not ask
  | 'unavailable'
  | 'failed' // an answer that cannot be believed
  | 'no-account' // of nobody here, or of nobody who may sign in; never said which
  | 'email-not-confirmed' // the provider does not say that the address is theirs
