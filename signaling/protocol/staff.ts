/** Who has an account: signing in by a one-time link, and who I am. */
import * as Type from 'typebox'
import { PasskeyMade } from './own-access.ts'
import { EmailAddress, Id, Line, Locale, Name, nullable, strict } from './primitives.ts'

/** Who enrols by a link that the service makes: its own people, and those who evaluate what it does. */
export const StaffRole = Type.Union([
  Type.Literal('physician'),
  Type.Literal('planner'),
  Type.Literal('evaluator'), // reads counts, and of nobody
])
export type StaffRole = Type.Static<typeof StaffRole>

/** … and an employer's contacts, whom a planner adds by name. */
export const AccountRole = Type.Union([...StaffRole.anyOf, Type.Literal('employer')])
export type AccountRole = Type.Static<typeof AccountRole>

export const SignInToken = Type.String({
  minLength: 20,
  maxLength: 200,
  pattern: '^[A-Za-z0-9_-]+$',
})

/** `passkey`: one is made with the link. `direct`: the link itself signs in, in a demonstration only. */
export const SignInWay = Type.Union([Type.Literal('passkey'), Type.Literal('direct')])
export type SignInWay = Type.Static<typeof SignInWay>

/** What a sign-in link is for, read without spending it. */
export const SignInLinkBody = strict({ token: SignInToken })
export const SignInLinkView = Type.Union([
  strict({ kind: Type.Literal('sign-in'), name: Name, role: AccountRole, way: SignInWay }),
  strict({ kind: Type.Literal('enrol'), role: StaffRole, way: SignInWay }),
])
export type SignInLinkView = Type.Static<typeof SignInLinkView>

/** `person` is needed for an enrolment and refused otherwise. */
const Person = Type.Optional(strict({ name: Name, email: EmailAddress }))

/** Asks what passkey to make. Spends nothing. */
export const PasskeyOrderDraft = strict({ token: SignInToken, person: Person })
export type PasskeyOrderDraft = Type.Static<typeof PasskeyOrderDraft>

/** Spends the link; `passkey` is needed unless the link signs in directly. */
export const SignInDraft = strict({
  token: SignInToken,
  person: Person,
  passkey: Type.Optional(PasskeyMade),
})
export type SignInDraft = Type.Static<typeof SignInDraft>
/** What the page has of it before a passkey is made. */
export type LinkDraft = Omit<SignInDraft, 'passkey'>

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

export const Staff = strict({
  id: Id,
  role: AccountRole,
  name: Name,
  email: nullable(EmailAddress),
})
export type Staff = Type.Static<typeof Staff>

/** In the list of those who may, or may no longer, sign in. */
export const StaffRow = strict({ ...Staff.properties, role: StaffRole, disabled: Type.Boolean() })
export type StaffRow = Type.Static<typeof StaffRow>

export const Me = strict({
  staff: Staff,
  service: strict({ name: Name, phone: Line }),
  timeZone: Type.String({ maxLength: 60 }),
  locale: nullable(Locale),
  /** True while mail goes to the local mailbox because no mail server is set. */
  localMailbox: Type.Boolean(),
})
export type Me = Type.Static<typeof Me>
