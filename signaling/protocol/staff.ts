/** Staff of the service: signing in by a one-time link, and who I am. */
import * as Type from 'typebox'
import { EmailAddress, Id, Line, Locale, Name, nullable, strict } from './primitives.ts'

export const StaffRole = Type.Union([Type.Literal('physician'), Type.Literal('planner')])
export type StaffRole = Type.Static<typeof StaffRole>

export const SignInToken = Type.String({
  minLength: 20,
  maxLength: 200,
  pattern: '^[A-Za-z0-9_-]+$',
})

/** What a sign-in link is for, read without spending it. */
export const SignInLinkBody = strict({ token: SignInToken })
export const SignInLinkView = Type.Union([
  strict({ kind: Type.Literal('sign-in'), name: Name, role: StaffRole }),
  strict({ kind: Type.Literal('enrol'), role: StaffRole }),
])
export type SignInLinkView = Type.Static<typeof SignInLinkView>

/** Spends the link; `person` is needed for an enrolment and refused otherwise. */
export const SignInDraft = strict({
  token: SignInToken,
  person: Type.Optional(strict({ name: Name, email: EmailAddress })),
})
export type SignInDraft = Type.Static<typeof SignInDraft>

/** Makes a one-time link for a new or a present staff member. */
export const StaffLinkDraft = Type.Union([
  strict({ kind: Type.Literal('enrol'), role: StaffRole }),
  strict({ kind: Type.Literal('sign-in'), staffId: Id }),
])
export type StaffLinkDraft = Type.Static<typeof StaffLinkDraft>
export const StaffLink = strict({
  url: Type.String({ maxLength: 500 }),
  expiresAt: Type.String({ maxLength: 30 }),
})
export type StaffLink = Type.Static<typeof StaffLink>

export const Staff = strict({ id: Id, role: StaffRole, name: Name, email: nullable(EmailAddress) })
export type Staff = Type.Static<typeof Staff>

export const Me = strict({
  staff: Staff,
  service: strict({ name: Name, phone: Line }),
  timeZone: Type.String({ maxLength: 60 }),
  locale: nullable(Locale),
  /** True while mail goes to the local mailbox because no mail server is set. */
  localMailbox: Type.Boolean(),
})
export type Me = Type.Static<typeof Me>
