/** For tests: the notes of two pages that are joined, through one channel after another. */
import { createNotes, type NotesFeed } from '../call/notes.ts'

type Side = 'a' | 'b'
const other = { a: 'b', b: 'a' } as const

export interface FakeChannel {
  readonly a: { readonly notes: NotesFeed }
  readonly b: { readonly notes: NotesFeed }
  /** A new channel, as a new attempt brings it. */
  open(): void
  /** From now on notes are taken and never arrive: the path is dead, and nobody knows yet. */
  stall(): void
  close(): void
}

export function createFakeChannel(): FakeChannel {
  let phase: 'open' | 'stalled' | 'closed' = 'closed'
  const endOf = (side: Side) => ({
    notes: createNotes((text) => {
      if (phase === 'open') ends[other[side]].notes.receive(text)
      return phase !== 'closed'
    }),
  })
  const ends = { a: endOf('a'), b: endOf('b') }
  return {
    ...ends,
    open() {
      phase = 'open'
      ends.a.notes.opened()
      ends.b.notes.opened()
    },
    stall: () => (phase = 'stalled'),
    close: () => (phase = 'closed'),
  }
}
