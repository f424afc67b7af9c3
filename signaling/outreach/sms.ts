/** How an SMS leaves: what is handed to the gateway. What came of it is told as of a mail. */
import type { Id, PhoneNumber } from '../protocol/primitives.ts'
import type { Delivery } from './mailer.ts'

export interface OutgoingSms {
  /** The outbox row's: the same at every attempt, so that a gateway that knows it sends one. */
  readonly id: Id
  readonly to: PhoneNumber
  readonly text: string
}

export interface SmsGateway {
  /** Resolves with what happened and never rejects. An abort of the signal postpones. */
  send(sms: OutgoingSms, signal: AbortSignal): Promise<Delivery>
}

/**
 * Whether an SMS may reach this number. Belgian mobile numbers begin with 4 and have nine digits (the national numbering
 * plan, royal decree of 27-04-2007); of other countries' numbers that is not known here, and the gateway says.
 */
export function isMobile(phone: string | null): phone is PhoneNumber {
  if (phone === null) return false
  return phone.startsWith('+32') ? /^\+324\d{8}$/.test(phone) : /^\+[1-9]\d{6,14}$/.test(phone)
}
