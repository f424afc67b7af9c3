/** Who may still sign in. Disabling an account ends everything that it has open; nothing that it did is undone. */
import { AppError } from '../errors.ts'
import type { Id, Instant } from '../protocol/primitives.ts'
import type { Writer } from '../store/store.ts'
import type { Actor } from './identity.ts'

export interface AccountChange {
  readonly staffId: Id
  readonly actor: Actor
  readonly at: Instant
}

/**
 * Returns the keys of the logins that ended: their sockets are to be closed. Disabling somebody twice ends nothing more.
 * Throws `not-found`, and `last-planner` where nobody would be left who can let others in.
 */
export async function disableAccount(
  writer: Writer,
  { staffId, actor, at }: AccountChange,
): Promise<readonly string[]> {
  const member = await writer.staff.get(staffId)
  if (member === null) {
    if (await writer.staff.isKnown(staffId)) return []
    throw new AppError('not-found')
  }
  if (member.role === 'planner' && (await writer.staff.countPlanners()) === 1)
    throw new AppError('last-planner')
  await writer.staff.disable(staffId, at)
  const ended = await writer.logins.endOfStaff(staffId, at)
  await writer.signInLinks.revokeOf(staffId, at)
  const details = { staffId, logins: ended.length }
  await writer.audit.append({ at, actor, appointmentId: null, action: 'staff-disabled', details })
  return ended
}

/** They sign in again with the passkeys that they have. Throws `not-found`. */
export async function enableAccount(
  writer: Writer,
  { staffId, actor, at }: AccountChange,
): Promise<void> {
  if (!(await writer.staff.isKnown(staffId))) throw new AppError('not-found')
  if (!(await writer.staff.enable(staffId))) return
  const details = { staffId }
  await writer.audit.append({ at, actor, appointmentId: null, action: 'staff-enabled', details })
}
