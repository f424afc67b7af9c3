/** Sends a contact the one-time link with which they make their passkey. */
import { fromInstant, toInstant, type MakeId } from '../clock.ts'
import type { Id } from '../protocol/primitives.ts'
import type { Deed } from '../store/appointments.ts'
import type { Writer } from '../store/store.ts'
import type { MailedLinks } from './mailed-links.ts'
import { hashToken } from './token.ts'

/** People of other companies read their mail when they are back: a week. */
export const contactLinkMs = 7 * 24 * 60 * 60_000

export async function inviteContact(
  writer: Writer,
  staffId: Id,
  { makeId, mailedLinks }: { readonly makeId: MakeId; readonly mailedLinks: MailedLinks },
  { actor, at }: Deed,
): Promise<void> {
  const id = makeId()
  // A link that was sent before opens nothing any more.
  await writer.signInLinks.revokeOf(staffId, at)
  await writer.signInLinks.add({
    tokenHash: hashToken(mailedLinks.tokenOf(id)),
    link: { kind: 'sign-in', role: 'employer', staffId },
    reusable: false,
    at,
    expiresAt: toInstant(fromInstant(at) + contactLinkMs),
  })
  await writer.outbox.queue({ kind: 'contact-link', staffId, id, at })
  await writer.audit.append({
    at,
    actor,
    appointmentId: null,
    action: 'contact-invited',
    details: { staffId },
  })
}
