/**
 * Live text in both directions, letter by letter, over the call's notes. It lives above the call's attempts: on each new
 * channel both sides say how far they heard the other, and the rest is said again; nothing is doubled, nothing lost.
 *
 *   {kind:'text', writer, of, heard, asks}  who writes here, and how much of whose text has arrived; whether it asks the same
 *   {kind:'text', writer, from, text}       characters, and how many came before them
 *
 * A page that was loaded again is another writer: the other side's text comes to it from the beginning.
 * Nothing is kept anywhere but here.
 */
import type { NoteBody, Notes } from '../call/notes.ts'
import type { After } from '../call/timers.ts'
import { changeOf, newLine, nothingWritten, write, type Written } from './t140.ts'

export const textKind = 'text'

export interface Line {
  readonly by: 'own' | 'other'
  readonly text: string
}

export interface LiveTextState {
  /** In the order in which they were ended. */
  readonly lines: readonly Line[]
  /** What this person has in the field. */
  readonly own: string
  /** What the other person writes at this moment. */
  readonly other: string
}

export interface LiveText {
  readonly state: LiveTextState
  /** What now stands in the person's field; the difference is sent. */
  type(field: string): void
  /** The line stands; the field is empty. */
  endLine(): void
  /** Stops listening and forgets all. */
  close(): void
}

export interface LiveTextPorts {
  readonly notes: Notes
  readonly after: After
  /** Names this page's text, for the other side to know it by. */
  readonly writer: string
}

/** The longest that a character waits (RFC 4103, section 5.1: 300 ms); EN 301 549, 6.2.4 allows 500 ms to the other side. */
export const gatherMs = 300
/** Of one note. Far below what a note may hold, whatever language is written. */
const mostCharacters = 2_000
/** Of one side and call: more is no person who types. */
const mostInAll = 200_000

export function createLiveText(ports: LiveTextPorts, changed: () => void): LiveText {
  const { notes, writer } = ports
  let state: LiveTextState = { lines: [], own: '', other: '' }
  /** All that this person wrote, erasures included. */
  const said: string[] = []
  /** How much of it left by the present channel; null until the other side has told how much it has. */
  let sent: number | null = null
  let waiting: (() => void) | null = null
  let other: { readonly writer: string; heard: number; written: Written } | null = null

  function set(part: Partial<LiveTextState>): void {
    state = { ...state, ...part }
    changed()
  }

  /** Asked for rather than only told: one side's channel may be open before the other side knows of its own. */
  function greet(asks: boolean): void {
    notes.send(textKind, { writer, of: other?.writer ?? null, heard: other?.heard ?? 0, asks })
  }

  /** At once where there was a silence before, else when the others of the same while are there too. */
  function say(characters: readonly string[]): void {
    if (characters.length === 0) return
    said.push(...characters)
    if (waiting === null) flush()
  }

  function flush(): void {
    waiting = null
    if (sent === null || sent >= said.length) return
    while (sent < said.length) {
      const text = said.slice(sent, sent + mostCharacters)
      // Lost with its channel: the next one begins with a greeting.
      if (!notes.send(textKind, { writer, from: sent, text: text.join('') })) return
      sent += text.length
    }
    waiting = ports.after(gatherMs, flush)
  }

  function hear(body: NoteBody): void {
    const greeting = readGreeting(body)
    if (greeting !== null) return meet(greeting)
    const piece = readPiece(body)
    if (piece === null || piece.writer !== other?.writer) return
    // A gap can't be in what arrives in order; if it is there, the other side begins again where this one stands.
    if (piece.from > other.heard) return greet(false)
    const news = piece.characters.slice(other.heard - piece.from)
    if (news.length === 0 || other.heard + news.length > mostInAll) return
    other.heard += news.length
    take(write(other.written, news))
  }

  function meet(greeting: Greeting): void {
    if (greeting.writer !== other?.writer) {
      if (other !== null) take(write(other.written, [newLine]))
      other = { writer: greeting.writer, heard: 0, written: nothingWritten }
    }
    if (greeting.asks) greet(false)
    const heard = greeting.of === writer ? greeting.heard : 0
    sent = Math.min(heard, said.length)
    waiting?.()
    flush()
  }

  function take({ lines, line }: Written): void {
    if (other !== null) other.written = { lines: [], line }
    const ended = lines.map((text): Line => ({ by: 'other', text }))
    set({ lines: [...state.lines, ...ended], other: line.join('') })
  }

  const stops = [
    notes.hear(textKind, hear),
    notes.whenOpen(() => {
      sent = null
      greet(true)
    }),
  ]
  greet(true)

  return {
    get state() {
      return state
    },
    type(field) {
      say(changeOf(state.own, field))
      set({ own: field })
    },
    endLine() {
      const text = state.own
      if (text.trim() === '') return
      say([newLine])
      set({ own: '', lines: [...state.lines, { by: 'own', text }] })
    },
    close() {
      for (const stop of stops) stop()
      waiting?.()
      said.length = 0
      state = { lines: [], own: '', other: '' }
    },
  }
}

interface Greeting {
  readonly writer: string
  readonly of: string | null
  readonly heard: number
  readonly asks: boolean
}

function readGreeting({ writer, of, heard, asks }: NoteBody): Greeting | null {
  if (!isWriter(writer) || !isCount(heard) || typeof asks !== 'boolean') return null
  return of === null || isWriter(of) ? { writer, of, heard, asks } : null
}

function readPiece({ writer, from, text }: NoteBody) {
  if (!isWriter(writer) || !isCount(from) || typeof text !== 'string') return null
  const characters = Array.from(text)
  return characters.length > mostCharacters ? null : { writer, from, characters }
}

function isWriter(value: unknown): value is string {
  return typeof value === 'string' && /^[\w-]{8,64}$/.test(value)
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0
}
