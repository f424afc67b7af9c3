/**
 * Short links, for an SMS of 160 characters. The code is made from the message's id with a key, so that a message that is
 * tried again carries the same link; only its hash is kept.
 */
import { createHmac } from 'node:crypto'
import type { Id } from '../protocol/primitives.ts'

export interface ShortLinks {
  readonly codeFor: (messageId: Id) => string
  readonly urlFor: (code: string) => string
}

/** Without 0, O, I and l, which people mistake for each other when they type what they read. */
const letters = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz'
/** 12 · log2(58) = 70 bits. */
export const codeLength = 12

export function createShortLinks(key: Uint8Array, publicUrl: string): ShortLinks {
  return {
    codeFor(messageId) {
      const number = createHmac('sha256', key).update(messageId).digest('hex')
      let rest = BigInt(`0x${number}`)
      let code = ''
      while (code.length < codeLength) {
        code += letters[Number(rest % BigInt(letters.length))]
        rest /= BigInt(letters.length)
      }
      return code
    },
    urlFor: (code) => `${publicUrl}/s/${code}`,
  }
}
