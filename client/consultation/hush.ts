/**
 * Keeps the screens still while the first connection of a call is made: drawing takes the page's only thread, and offer,
 * answer and candidates would wait behind it (measured: 60 ms on two processors).
 */
import type { CallLive } from '../call/call-live.ts'
import type { After } from '../call/timers.ts'

export interface Hush {
  /** Given every change of the call, before it is told. */
  follow(call: CallLive): void
  /** Tells now, or once all that is held may be told. */
  tell(): void
}

/** Nobody sees that a screen changes so much later; a connection that takes longer is drawn as one that is made. */
const longestMs = 250

export function createHush(after: After, tell: () => void): Hush {
  let callId: string | null = null
  let release: (() => void) | null = null

  function end(): void {
    release?.()
    release = null
  }

  return {
    follow(call) {
      if (call.phase !== 'connecting') {
        callId = call.phase === 'none' ? null : call.callId
        end()
      } else if (call.callId !== callId) {
        callId = call.callId
        release?.()
        release = after(longestMs, () => {
          end()
          tell()
        })
      }
    },
    tell() {
      if (release === null) tell()
    },
  }
}
