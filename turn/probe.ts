/** Whether one address of the relay works at this moment: asks for an allocation as a browser does, and gives it back. */
import type { TurnCredential } from './credentials.ts'
import type { RelayProblem } from './relay-problems.ts'
import { openTurnClient } from './turn-client.ts'
import type { TurnWay } from './turn-url.ts'
import { TurnUnreachable } from './wire.ts'

/** Returns null when all is well. Takes some milliseconds then, and about two seconds where nobody answers. */
export async function probeRelay(way: TurnWay, user: TurnCredential): Promise<RelayProblem | null> {
  try {
    const client = await openTurnClient(way, user)
    try {
      const { code } = await client.allocate()
      if (code === 0) await client.release()
      return problemOf(code)
    } finally {
      client.close()
    }
  } catch (error) {
    if (error instanceof TurnUnreachable) return error.why
    throw error
  }
}

/** By the codes of RFC 8656, 7.4 and RFC 8489, 14.8. */
export function problemOf(code: number): RelayProblem | null {
  if (code === 0) return null
  if (code === 401) return 'refused'
  return code === 486 || code === 508 ? 'full' : 'failed'
}
