/** One-time links by which staff enrol and sign in. */
import { toInstant, type Clock } from '../clock.ts'
import type { AccountRole, StaffLink } from '../protocol/staff.ts'
import type { SignInLink } from '../store/sign-in-links.ts'
import type { Store } from '../store/store.ts'
import type { Actor } from './identity.ts'
import { hashToken, type MakeToken } from './token.ts'

/** A working day and the evening after: long enough to reach a colleague, short enough to forget it in a mailbox. */
const validForMs = 24 * 60 * 60 * 1000

export interface StaffLinkOptions {
  readonly store: Pick<Store, 'write'>
  readonly clock: Clock
  readonly makeToken: MakeToken
  readonly publicUrl: string
  /** Who asked for the link. */
  readonly actor: Actor
  /** Opens any number of times: for a demonstration only. */
  readonly reusable?: boolean
}

/** Stores the link's hash and returns the only copy of the link itself. */
export async function createStaffLink(
  link: SignInLink,
  { store, clock, makeToken, publicUrl, actor, reusable = false }: StaffLinkOptions,
): Promise<StaffLink> {
  const token = makeToken()
  const at = toInstant(clock.now())
  const expiresAt = toInstant(clock.now() + validForMs)
  await store.write(async (writer) => {
    await writer.signInLinks.add({ tokenHash: hashToken(token), link, reusable, at, expiresAt })
    const staffId = link.kind === 'sign-in' ? link.staffId : null
    await writer.audit.append({
      at,
      actor,
      appointmentId: null,
      action: 'staff-link-made',
      details: { kind: link.kind, role: link.role, staffId },
    })
  })
  // In the fragment: neither a proxy's log nor a Referer header ever holds it.
  return { url: `${publicUrl}${homes[link.role]}#${token}`, expiresAt }
}

/** Each role's page, on this service's address. */
export const homes: Record<AccountRole, string> = {
  physician: '/desk/',
  planner: '/office/',
  evaluator: '/evaluation/',
  employer: '/employer/',
}
