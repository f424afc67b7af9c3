/**
 * One-time links that a mail carries. The mail is made long after it was queued, and again when the first try failed; the
 * token is stored nowhere, not even in the queue. So it is computed from the message's id with a key that only we have.
 */
import { createHmac } from 'node:crypto'
import type { Id } from '../protocol/primitives.ts'

export interface MailedLinks {
  /** 256 bits, base64url: as a random one to everybody else. */
  tokenOf(messageId: Id): string
}

/** `key`: 32 bytes, used for nothing else. */
export function createMailedLinks(key: Uint8Array): MailedLinks {
  return { tokenOf: (id) => createHmac('sha256', key).update(id).digest('base64url') }
}
