/**
 * How a browser is known in which somebody has signed in before: by a cookie that only we can make, and that names nobody.
 * It opens nothing. It keeps a stranger's tries apart from those of the person at their own desk, so that no number of
 * the former shuts the latter out (OWASP, "device cookies").
 */
import { createHmac, timingSafeEqual } from 'node:crypto'
import type { Id } from '../protocol/primitives.ts'

export interface DeviceMarks {
  markOf(staffId: Id): string
  /** Whether it is a mark of ours, whoever’s it is. */
  isGenuine(mark: string | null): mark is string
  /** Whether this browser's mark is that person's. */
  knows(mark: string | null, staffId: Id): boolean
}

/** As long as browsers keep a cookie at most (RFC 6265bis, 5.5). */
export const deviceMarkMs = 400 * 24 * 60 * 60_000

/** `key`: 32 bytes, used for nothing else. */
export function createDeviceMarks(key: Uint8Array): DeviceMarks {
  const hash = (text: string) => createHmac('sha256', key).update(text).digest('base64url')
  /** Says whose it is to us alone, and with its seal that we made it: that is seen without asking whose it might be. */
  const seal = (owner: string) => `${owner}.${hash(`seal ${owner}`)}`
  const markOf = (staffId: Id) => seal(hash(`owner ${staffId}`))
  return {
    markOf,
    isGenuine: (mark): mark is string =>
      mark !== null && isSame(mark, seal(mark.split('.')[0] ?? '')),
    knows: (mark, staffId) => mark !== null && isSame(mark, markOf(staffId)),
  }
}

function isSame(shown: string, own: string): boolean {
  const [one, other] = [Buffer.from(shown), Buffer.from(own)]
  return one.length === other.length && timingSafeEqual(one, other)
}
