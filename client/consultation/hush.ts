/**
 * Keeps the screens still until a call's first picture is there: drawing takes the page's only thread, and offer, answer,
 * candidates and the picture's player would wait behind it (measured: 50 to 100 ms on two processors). The picture and the
 * screen around it are then drawn as one.
 */
import type { CallLive } from '../call/call-live.ts'
import type { After } from '../call/timers.ts'

export interface Hush {
  /** Given every change of the call, before it is told. */
  follow(call: CallLive): void
  /** Tells now, or once all that is held may be told. */
  tell(): void
  /** The call's first picture is there: of one that stood by, before the call is followed. */
  readonly pictured: () => void
}

/** Nobody sees that a screen changes so much later; what takes longer is drawn as it is then: connecting, or without a picture. */
const longestMs = 250

export function createHush(after: After, tell: () => void): Hush {
  let callId: string | null = null
  let hasPicture = false
  let release: (() => void) | null = null

  function end(): void {
    release?.()
    release = null
  }

  function tellHeld(): void {
    if (release === null) return
    end()
    tell()
  }

  return {
    follow(call) {
      const before = callId
      callId = call.phase === 'none' ? null : call.callId
      if (callId === null) hasPicture = false
      if (callId === null || call.phase === 'recovering') return end()
      if (callId === before || hasPicture) return
      end()
      release = after(longestMs, tellHeld)
    },
    pictured() {
      hasPicture = true
      tellHeld()
    },
    tell() {
      if (release === null) tell()
    },
  }
}
