/** Invites an employer's contact to make their account. It names no worker and no appointment. */
import type { Id } from '../protocol/primitives.ts'
import type { MailedLinks } from '../identity/mailed-links.ts'
import { homes } from '../identity/staff-links.ts'
import type { ReachableContact } from '../store/contacts.ts'
import { toMail } from './envelope.ts'
import type { House } from './invitation.ts'
import type { Message } from './message.ts'
import { oneLine } from './one-line.ts'
import type { Prepared } from './prepare.ts'
import { outreachTexts } from './texts.ts'

export function prepareContact({
  message,
  contact,
  mailedLinks,
  house,
}: {
  readonly message: { readonly id: Id }
  /** Null: they may no longer sign in. */
  readonly contact: ReachableContact | null
  readonly mailedLinks: MailedLinks
  readonly house: House
}): Prepared {
  if (contact === null) return { kind: 'superseded' }
  const texts = outreachTexts[contact.language]
  const name = oneLine(contact.name)
  const url = `${house.publicUrl}${homes.employer}?lang=${contact.language}#${mailedLinks.tokenOf(message.id)}`
  const said: Message = {
    locale: contact.language,
    title: texts['contact.subject'](oneLine(house.service.name)),
    colon: texts['message.colon'],
    signature: oneLine(house.service.name),
    parts: [
      { kind: 'paragraph', text: texts['invitation.hello'](name) },
      { kind: 'paragraph', text: texts['contact.intro'](oneLine(contact.employerName)) },
      { kind: 'paragraph', text: texts['contact.passkey'] },
      { kind: 'button', text: texts['contact.open'], url },
      { kind: 'paragraph', text: texts['contact.once'] },
      { kind: 'paragraph', text: texts['invitation.questions'](oneLine(house.service.phone)) },
    ],
  }
  return { kind: 'mail', mail: toMail(message.id, { name, address: contact.email }, said, house) }
}
