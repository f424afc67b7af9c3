/**
 * Live text among all who are in the call: what this person writes goes to each of the others over the connection to them,
 * and what they write stands here in the order in which it came. Who joins reads what is written from then on, no more.
 */
import type { Side } from '../../signaling/protocol/consultation.ts'
import type { GuestRole } from '../../signaling/protocol/guest.ts'
import type { Notes } from '../call/notes.ts'
import { createLiveText, type LiveText, type LiveTextPorts } from './live-text.ts'

/** Somebody beside the two whose call it is, or one of the two as a guest sees them. */
export interface Writer {
  readonly name: string
  /** Null for one of the two. */
  readonly role: GuestRole | null
}

export interface GroupLine {
  readonly by: 'own' | 'other' | Writer
  readonly text: string
}

export interface GroupTextState {
  /** In the order in which they were ended. */
  readonly lines: readonly GroupLine[]
  /** What this person has in the field. */
  readonly own: string
  /** What others write at this moment. */
  readonly writing: readonly GroupLine[]
}

export interface GroupText extends Pick<LiveText, 'type' | 'endLine' | 'close'> {
  readonly state: GroupTextState
  /** One connection to each end; another one to the same end takes its place. */
  meet(end: Side, who: Writer, notes: Notes): void
  /** What they were writing stays as it stands. */
  part(end: Side): void
}

interface End {
  readonly by: 'other' | Writer
  text: LiveText | null
  /** How many of their lines stand here already. */
  seen: number
}

/** `notes` of the ports are those of the call of two. */
export function createGroupText(ports: LiveTextPorts, changed: () => void): GroupText {
  const { after, writer } = ports
  let lines: readonly GroupLine[] = []
  let own = ''
  const others = new Map<Side, End>()
  const first = open('other', ports.notes)

  function open(by: End['by'], notes: Notes): End {
    const end: End = { by, text: null, seen: 0 }
    end.text = createLiveText({ notes, after, writer }, () => take(end))
    return end
  }

  function take(end: End): void {
    if (end.text === null) return
    const theirs = end.text.state.lines.filter(({ by }) => by === 'other')
    const news = theirs.slice(end.seen).map(({ text }): GroupLine => ({ by: end.by, text }))
    end.seen = theirs.length
    lines = [...lines, ...news]
    changed()
  }

  function everyone(): End[] {
    return [first, ...others.values()]
  }

  function toAll(say: (text: LiveText) => void): void {
    for (const { text } of everyone()) if (text !== null) say(text)
  }

  function part(end: Side): void {
    const gone = others.get(end)
    if (gone === undefined) return
    others.delete(end)
    const rest = gone.text?.state.other ?? ''
    gone.text?.close()
    if (rest.trim() !== '') lines = [...lines, { by: gone.by, text: rest }]
    changed()
  }

  return {
    get state() {
      const writing = everyone().flatMap(({ by, text }): GroupLine[] => {
        const now = text?.state.other ?? ''
        return now === '' ? [] : [{ by, text: now }]
      })
      return { lines, own, writing }
    },
    type(field) {
      own = field
      toAll((text) => text.type(field))
      changed()
    },
    endLine() {
      if (own.trim() === '') return
      lines = [...lines, { by: 'own', text: own }]
      own = ''
      toAll((text) => text.endLine())
      changed()
    },
    meet(end, who, notes) {
      part(end)
      const met = open(who, notes)
      others.set(end, met)
      // Somebody who comes in the middle of a line reads it whole.
      if (own !== '') met.text?.type(own)
    },
    part,
    close() {
      toAll((text) => text.close())
      others.clear()
      lines = []
      own = ''
    },
  }
}
