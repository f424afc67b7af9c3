/** For tests: the channel for large things between two pages, which can be full, cut or dead. */
import type { Bulk } from '../call/bulk.ts'
import { frameBytes } from './frames.ts'
import type { PacedBulk } from './paced-bulk.ts'

type Side = 'a' | 'b'
const other = { a: 'b', b: 'a' } as const

/** With and without the pace: both are asked here. */
export interface FakeEnd extends Bulk, PacedBulk {
  fill(): void
  drain(): void
}

export function createFakeBulk() {
  let phase: 'open' | 'stalled' = 'stalled'
  let framesLeft: number | null = null
  let framesSent = 0
  const heard: Partial<Record<Side, (frame: ArrayBuffer) => void>> = {}
  const endOf = (side: Side): FakeEnd & { tellRoom(): void } => {
    const roomListeners = new Set<() => void>()
    let full = false
    const tellRoom = () => {
      for (const listener of roomListeners) listener()
    }
    return {
      send(frame) {
        framesSent++
        if (framesLeft === 0) return true
        if (framesLeft !== null) framesLeft--
        if (phase === 'open') heard[other[side]]?.(frame)
        return true
      },
      room: () => (full ? 0 : frameBytes),
      waitingBytes: () => (phase === 'stalled' ? null : full ? 1e9 : 0),
      isHeld: false,
      close() {},
      hear(listener) {
        heard[side] = listener
        return () => delete heard[side]
      },
      whenRoom(listener) {
        roomListeners.add(listener)
        return () => roomListeners.delete(listener)
      },
      fill: () => void (full = true),
      drain() {
        full = false
        tellRoom()
      },
      tellRoom,
    }
  }
  const a = endOf('a')
  const b = endOf('b')
  return {
    a,
    b,
    open() {
      phase = 'open'
      a.tellRoom()
      b.tellRoom()
    },
    stall: () => void (phase = 'stalled'),
    /** After this many frames the rest is taken and never arrives; null: none is lost. */
    cutAfter: (frames: number | null) => void (framesLeft = frames),
    framesSent: () => framesSent,
  }
}
