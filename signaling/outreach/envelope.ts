/** From a message to the mail that carries it, as text and as HTML. */
import type { Id } from '../protocol/primitives.ts'
import type { House } from './invitation.ts'
import type { MailAddress, OutgoingMail } from './mailer.ts'
import { renderMessageHtml } from './message-html.ts'
import { renderMessageText } from './message-text.ts'
import type { Message } from './message.ts'

export function toMail(
  id: Id,
  to: MailAddress,
  message: Message,
  { sender }: Pick<House, 'sender'>,
): OutgoingMail {
  return {
    id,
    from: sender,
    to,
    subject: message.title,
    text: renderMessageText(message),
    html: renderMessageHtml(message),
    calendar: null,
  }
}
