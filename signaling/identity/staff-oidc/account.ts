/**
 * Whose account is meant by whom the service's provider names. It makes none: an account is there, by a link that a planner
 * made, or nobody comes in.
 *
 *   subject is linked ──▶ that account, whatever its address is by now
 *   it is not         ──▶ the one account with the address that the provider confirms, linked until the administrator undoes it
 */
import { AppError } from '../../errors.ts'
import type { Id, Instant } from '../../protocol/primitives.ts'
import type { StaffMember } from '../../store/staff.ts'
import type { Writer } from '../../store/store.ts'
import { systemActor } from '../identity.ts'
import type { AccountChange } from '../staff-accounts.ts'

/** `why` is a code, for the audit log. */
export type Found =
  | { readonly kind: 'account'; readonly member: StaffMember }
  | { readonly kind: 'refused'; readonly why: Refusal }

type Refusal =
  | 'email-not-confirmed'
  | 'unknown'
  | 'ambiguous' // two accounts have this address
  | 'disabled'
  | 'other-subject' // the account is somebody else's, who has the address as well, or had it

export interface Coming {
  readonly issuer: string
  readonly subject: string
  /** Null: none that is confirmed; or not asked for, because the subject is linked. */
  readonly email: string | null
  readonly at: Instant
}

export async function findAccount(writer: Writer, coming: Coming): Promise<Found> {
  const { issuer, subject, email, at } = coming
  const linked = await writer.staffOidc.staffOf(issuer, subject)
  if (linked !== null) {
    const member = await writer.staff.get(linked)
    return member === null
      ? refuse(writer, coming, 'disabled', linked)
      : { kind: 'account', member }
  }
  if (email === null) return { kind: 'refused', why: 'email-not-confirmed' }
  const [member, ...others] = await writer.staff.ofEmail(email)
  if (member === undefined) return { kind: 'refused', why: 'unknown' }
  if (others.length > 0) return { kind: 'refused', why: 'ambiguous' }
  const staffId = member.staff.id
  if (!(await writer.staffOidc.link({ issuer, subject, staffId, at }))) {
    return refuse(writer, coming, 'other-subject', staffId)
  }
  const actor = { kind: 'staff', id: staffId } as const
  const action = 'staff-oidc-linked'
  await writer.audit.append({ at, actor, appointmentId: null, action, details: { issuer } })
  return { kind: 'account', member }
}

/**
 * Whoever has its address comes to the account from then on: a provider that names its people anew, or a colleague who was
 * given a new account. Everyone who is signed in to it is so no more: it may have been somebody else. Works for a disabled
 * account as well. Returns false, and does nothing, where it is nobody's. Throws `not-found`.
 */
export async function unlinkAccount(
  writer: Writer,
  { staffId, actor, at }: AccountChange,
): Promise<boolean> {
  if (!(await writer.staff.isKnown(staffId))) throw new AppError('not-found')
  if (!(await writer.staffOidc.unlink(staffId))) return false
  const ended = await writer.logins.endOfStaff(staffId, at)
  const details = { staffId, logins: ended.length }
  const action = 'staff-oidc-unlinked'
  await writer.audit.append({ at, actor, appointmentId: null, action, details })
  return true
}

/** Somebody tried an account that is not, or no longer, theirs: that is written down. */
async function refuse(writer: Writer, { at }: Coming, why: Refusal, staffId: Id): Promise<Found> {
  await writer.audit.append({
    at,
    actor: systemActor,
    appointmentId: null,
    action: 'staff-oidc-refused',
    details: { staffId, why },
  })
  return { kind: 'refused', why }
}
