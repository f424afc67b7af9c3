/** The way of the files, no faster than the voice beside them allows: small portions, and pauses between them. */
import type { Bulk } from '../call/bulk.ts'
import type { After } from '../call/timers.ts'
import type { Quality } from '../quality/quality.ts'
import { frameBytes } from './frames.ts'
import { firstPace, stepPace } from './pace.ts'

export interface PacedBulk extends Pick<Bulk, 'send' | 'hear' | 'whenRoom'> {
  /** How many bytes may leave now; who gets 0 is called by `whenRoom` later. */
  room(): number
  /** Nothing leaves because the line has not enough for the voice. */
  readonly isHeld: boolean
  close(): void
}

export interface PacePorts {
  readonly bulk: Bulk
  readonly after: After
  now(): number
  /** Null outside a call. */
  quality(): Quality | null
}

/** A voice packet every 20 ms: it meets at most two or three portions' worth of files before it. */
const tickMs = 50
/** About one packet: less is all header. */
const leastPortion = 1_100
/** A page in the background is called once a second: it may make up for that. */
const longestMs = 1_000
/** Seconds' worth that may wait in the browser: it can't be called back when the line becomes short. */
const mostWaitingSeconds = 0.25

/** `changed` is called when the files are held up, or go on. */
export function createPacedBulk(ports: PacePorts, changed: () => void): PacedBulk {
  const { bulk, after } = ports
  const listeners = new Set<() => void>()
  let pace = firstPace
  let seen: unknown = null
  let sentBytes = 0
  let allowance = leastPortion
  let countedAt = ports.now()
  let cancel: (() => void) | null = null

  /** Once for every second that the quality watch has counted. */
  function look(): void {
    const quality = ports.quality()
    const numbers = quality?.numbers ?? null
    if (quality === null || numbers === null || numbers === seen) return
    const wasHeld = pace.bytesPerSecond === 0
    pace = stepPace(pace, { ...numbers, rung: quality.own }, seen === null ? 0 : sentBytes)
    seen = numbers
    sentBytes = 0
    if (wasHeld !== (pace.bytesPerSecond === 0)) changed()
  }

  function count(): void {
    // A clock may be set back.
    const passedMs = Math.max(0, Math.min(longestMs, ports.now() - countedAt))
    countedAt = ports.now()
    const most = Math.max(leastPortion, pace.bytesPerSecond * Math.max(0.1, passedMs / 1000))
    allowance = Math.min(most, allowance + (pace.bytesPerSecond * passedMs) / 1000)
  }

  function hasRoom(): boolean {
    const waiting = bulk.waitingBytes()
    const most = Math.max(leastPortion, pace.bytesPerSecond * mostWaitingSeconds)
    return waiting !== null && waiting <= most && allowance >= leastPortion
  }

  /** A channel that comes later tells so by itself. */
  function askAgain(): void {
    if (bulk.waitingBytes() === null) return
    cancel ??= after(tickMs, () => {
      cancel = null
      tell()
    })
  }

  function tell(): void {
    for (const listener of listeners) listener()
  }

  const stop = bulk.whenRoom(tell)

  return {
    get isHeld() {
      return pace.bytesPerSecond === 0
    },
    room() {
      look()
      count()
      if (pace.bytesPerSecond > 0 && hasRoom()) return Math.min(frameBytes, Math.floor(allowance))
      askAgain()
      return 0
    },
    send(frame) {
      const isSent = bulk.send(frame)
      if (isSent) {
        allowance -= frame.byteLength
        sentBytes += frame.byteLength
      }
      return isSent
    },
    hear: (listener) => bulk.hear(listener),
    whenRoom(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    close() {
      stop()
      cancel?.()
      listeners.clear()
    },
  }
}
