/** The local mailbox: mail that would have left, had a mail server been set. */
import { Check } from 'typebox/value'
import { Mail, type MailSummary } from '../protocol/mailbox.ts'
import type { Id } from '../protocol/primitives.ts'
import type { Db, Tables, Tx } from './tables.ts'

export function readMailbox(db: Db) {
  return {
    /** Returns the newest mails, without their texts. */
    async list(limit: number): Promise<MailSummary[]> {
      const rows = await db
        .selectFrom('mailbox')
        .select(['id', 'at', 'recipient', 'subject'])
        .orderBy('at', 'desc')
        .orderBy('id')
        .limit(limit)
        .execute()
      return rows.map((row) => ({
        id: row.id,
        at: row.at,
        to: row.recipient,
        subject: row.subject,
      }))
    },

    async get(id: Id): Promise<Mail | null> {
      const row = await db.selectFrom('mailbox').selectAll().where('id', '=', id).executeTakeFirst()
      return row === undefined ? null : toMail(row)
    },
  }
}

export function writeMailbox(tx: Tx) {
  return {
    async add(mail: Mail): Promise<void> {
      await tx
        .insertInto('mailbox')
        .values({
          id: mail.id,
          at: mail.at,
          sender: mail.from,
          recipient: mail.to,
          subject: mail.subject,
          text: mail.text,
          attachments: JSON.stringify(mail.attachments),
        })
        .execute()
    },
  }
}

const Attachments = Mail.properties.attachments

function toMail(row: Tables['mailbox']): Mail {
  const attachments: unknown = JSON.parse(row.attachments)
  if (!Check(Attachments, attachments)) throw new Error('mailbox row with unreadable attachments')
  return {
    id: row.id,
    at: row.at,
    from: row.sender,
    to: row.recipient,
    subject: row.subject,
    text: row.text,
    attachments,
  }
}
