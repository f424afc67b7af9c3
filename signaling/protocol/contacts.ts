/** The contacts of employers: as the office adds them, and how they sign in with a code. */
import * as Type from 'typebox'
import { EmailAddress, Id, Locale, Name, strict } from './primitives.ts'

/** Somebody of an employer who has an account. */
export const Contact = strict({
  id: Id,
  employerId: Id,
  name: Name,
  email: EmailAddress,
  language: Locale,
  disabled: Type.Boolean(),
})
export type Contact = Type.Static<typeof Contact>
export const ContactDraft = strict({
  employerId: Id,
  name: Name,
  email: EmailAddress,
  language: Locale,
})
export type ContactDraft = Type.Static<typeof ContactDraft>

/** Asks for a code by mail; answered alike whether somebody has this address or not. */
export const SignInCodeDraft = strict({ email: EmailAddress })
export const SignInCodeBody = strict({ code: Type.String({ pattern: '^\\d{6}$', maxLength: 6 }) })
