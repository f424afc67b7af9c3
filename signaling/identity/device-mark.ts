/**
 * How a browser is known in which somebody has signed in before: by a cookie that only we can make, and that names nobody.
 * It opens nothing. It keeps a stranger's tries apart from those of the person at their own desk, so that no number of
 * the former shuts the latter out (OWASP, "device cookies").
 */
import { createHmac, timingSafeEqual } from 'node:crypto'
import type { Id } from '../protocol/primitives.ts'

export interface DeviceMarks {
  markOf(staffId: Id): string
  /** Whether this browser's mark is that person's. */
  knows(mark: string | null, staffId: Id): boolean
}

/** As long as browsers keep a cookie at most (RFC 6265bis, 5.5). */
export const deviceMarkMs = 400 * 24 * 60 * 60_000

/** `key`: 32 bytes, used for nothing else. */
export function createDeviceMarks(key: Uint8Array): DeviceMarks {
  const markOf = (staffId: Id) => createHmac('sha256', key).update(staffId).digest('base64url')
  return {
    markOf,
    knows(mark, staffId) {
      const [shown, own] = [Buffer.from(mark ?? ''), Buffer.from(markOf(staffId))]
      return shown.length === own.length && timingSafeEqual(shown, own)
    },
  }
}
