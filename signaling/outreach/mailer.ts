/** How a mail leaves: what is handed over, and what came of it. Two ways exist, SMTP and the local mailbox. */
import type { Id } from '../protocol/primitives.ts'
import type { Writer } from '../store/store.ts'

export interface MailAddress {
  readonly name: string
  readonly address: string
}

export interface OutgoingMail {
  /** The outbox row's: the same at every attempt, so a mail that comes twice is seen as one. */
  readonly id: Id
  readonly from: MailAddress
  readonly to: MailAddress
  readonly subject: string
  readonly text: string
  readonly html: string
  /** An iTIP message (RFC 5546); the Content-Type's method is the one inside. Null: nothing for a calendar. */
  readonly calendar: {
    readonly method: 'REQUEST' | 'CANCEL'
    readonly content: string
    readonly fileName: string
  } | null
}

export type Delivery =
  /** Taken over. `keep` writes what belongs into the same transaction that marks the message as sent. */
  | { readonly kind: 'sent'; readonly keep?: (writer: Writer) => Promise<void> }
  /** Not now: to be tried again. */
  | { readonly kind: 'postponed'; readonly error: string }
  /** Never: this recipient or this mail will be refused again. */
  | { readonly kind: 'refused'; readonly error: string }

export interface Mailer {
  /** Resolves with what happened and never rejects. An abort of the signal postpones. */
  send(mail: OutgoingMail, signal: AbortSignal): Promise<Delivery>
}
