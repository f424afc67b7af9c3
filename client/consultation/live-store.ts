/** The one `LiveState` of a page, and whoever is told of its changes: at once, or after the hush of a call's beginning. */
import type { After } from '../call/timers.ts'
import { createHush } from './hush.ts'
import type { LiveState } from './live.ts'

export interface LiveStore {
  readonly state: LiveState
  set(part: Partial<LiveState>): void
  /** Calls the listener after every change; returns the function that stops it. */
  subscribe(listener: () => void): () => void
  /** The first picture of the call is there. */
  readonly pictured: () => void
  /** Nobody is told any more. */
  close(): void
}

export function createLiveStore(initial: LiveState, after: After): LiveStore {
  const listeners = new Set<() => void>()
  let state = initial
  const hush = createHush(after, () => {
    for (const listener of listeners) listener()
  })
  return {
    get state() {
      return state
    },
    set(part) {
      state = { ...state, ...part }
      if (part.call !== undefined) hush.follow(part.call)
      hush.tell()
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    pictured: hush.pictured,
    close: () => listeners.clear(),
  }
}
