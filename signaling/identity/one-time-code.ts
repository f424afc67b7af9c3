/** The six digits that somebody types who has no other way at hand: a worker without itsme, a contact without a passkey. */
import { createHmac, randomInt, timingSafeEqual } from 'node:crypto'
import type { Id } from '../protocol/primitives.ts'

/** As long as people take to find a mail; five tries of a million (NIST SP 800-63B, 5.1.3.2 allows such short ones then). */
export const codeValidMs = 10 * 60_000
export const codeTries = 5
/** So that nobody fills a stranger's mailbox, or tries more than 25 codes an hour. */
export const codesPerHour = 5

export interface OneTimeCodes {
  /** Returns a new code and what is kept of it; it fits this id alone. */
  make(id: Id): { readonly code: string; readonly mac: string }
  fits(id: Id, code: string, mac: string): boolean
}

/** `key`: 32 bytes, used for nothing else. */
export function createOneTimeCodes(key: Uint8Array): OneTimeCodes {
  const macOf = (id: Id, code: string) =>
    createHmac('sha256', key).update(`${id} ${code}`).digest('base64url')
  return {
    make(id) {
      const code = String(randomInt(1_000_000)).padStart(6, '0')
      return { code, mac: macOf(id, code) }
    },
    fits(id, code, mac) {
      const [own, kept] = [Buffer.from(macOf(id, code)), Buffer.from(mac)]
      return own.length === kept.length && timingSafeEqual(own, kept)
    },
  }
}
