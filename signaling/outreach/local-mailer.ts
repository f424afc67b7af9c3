/** Keeps mails in the local mailbox, where planners read them, while no mail server is set. */
import type { Clock } from '../clock.ts'
import { toInstant } from '../clock.ts'
import type { MailAddress, Mailer } from './mailer.ts'

export function createLocalMailer(clock: Clock): Mailer {
  return {
    // Nothing happens here: the mail is written together with the mark that it was sent, so exactly once.
    send: async (mail) => ({
      kind: 'sent',
      keep: (writer) =>
        writer.mailbox.add({
          id: mail.id,
          at: toInstant(clock.now()),
          from: toHeader(mail.from),
          to: toHeader(mail.to),
          subject: mail.subject,
          text: mail.text,
          attachments:
            mail.calendar === null
              ? []
              : [{ name: mail.calendar.fileName, text: mail.calendar.content }],
        }),
    }),
  }
}

function toHeader({ name, address }: MailAddress): string {
  return name === '' ? address : `${name} <${address}>`
}
