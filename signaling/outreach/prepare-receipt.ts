/** Tells somebody that their request came in, without a word of what it was: the address is only claimed, and others read mails. */
import type { Id } from '../protocol/primitives.ts'
import type { Request } from '../store/requests.ts'
import { toMail } from './envelope.ts'
import type { House } from './invitation.ts'
import type { Message } from './message.ts'
import { oneLine } from './one-line.ts'
import type { Prepared } from './prepare.ts'
import { outreachTexts } from './texts.ts'

export function prepareReceipt({
  message,
  request,
  house,
}: {
  readonly message: { readonly id: Id }
  readonly request: Request | null
  readonly house: House
}): Prepared {
  if (request === null) return { kind: 'superseded' }
  if (request.email === null) return { kind: 'impossible', error: 'no-address' }
  const texts = outreachTexts[request.language]
  const phone = oneLine(house.service.phone)
  const said: Message = {
    locale: request.language,
    title: texts['request.subject'],
    colon: texts['message.colon'],
    signature: oneLine(house.service.name),
    parts: [
      { kind: 'paragraph', text: texts['request.intro'] },
      { kind: 'paragraph', text: texts['request.not-you'] },
      { kind: 'paragraph', text: texts['invitation.questions'](phone) },
    ],
  }
  // No name: who it is, is only claimed, and it would be theirs to write into other people's mail.
  const to = { name: '', address: request.email }
  return { kind: 'mail', mail: toMail(message.id, to, said, house) }
}
