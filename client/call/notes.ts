/**
 * What the two pages say to each other over the call's own data channel; the server never sees it. A note has a kind and
 * a body. Each kind belongs to one module, which also checks what it hears: it comes from another person's page. A kind
 * that nobody here knows is skipped, so that an older page meets a newer one in peace.
 *
 * Lives above attempts: whoever must be known after a new connection says it again when the channel opens.
 */
export type NoteBody = Readonly<Record<string, unknown>>

export interface Notes {
  /** False while there is no open channel: the note is not kept. */
  send(kind: string, body: NoteBody): boolean
  /** One listener for each kind. Returns the function that stops it. */
  hear(kind: string, listener: (body: NoteBody) => void): () => void
  /** Calls the listener whenever a channel opens, with each new attempt again. Returns the function that stops it. */
  whenOpen(listener: () => void): () => void
}

/** The end that the connection feeds. */
export interface NotesFeed extends Notes {
  receive(text: string): void
  opened(): void
}

/** An SDP with sound and picture is the longest thing that is said here, see `signaling/protocol/signal.ts`. */
const maxNoteLength = 40_000

/** `sendText` returns false where there is no open channel. */
export function createNotes(sendText: (text: string) => boolean): NotesFeed {
  const byKind = new Map<string, (body: NoteBody) => void>()
  const openListeners = new Set<() => void>()
  return {
    send: (kind, body) => sendText(JSON.stringify({ ...body, kind })),
    hear(kind, listener) {
      byKind.set(kind, listener)
      return () => {
        if (byKind.get(kind) === listener) byKind.delete(kind)
      }
    },
    whenOpen(listener) {
      openListeners.add(listener)
      return () => openListeners.delete(listener)
    },
    receive(text) {
      const note = text.length <= maxNoteLength ? parseNote(text) : null
      if (note !== null) byKind.get(note.kind)?.(note)
    },
    opened() {
      for (const listener of openListeners) listener()
    },
  }
}

function parseNote(text: string): (NoteBody & { readonly kind: string }) | null {
  try {
    const value: unknown = JSON.parse(text)
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return null
    const kind: unknown = Reflect.get(value, 'kind')
    return typeof kind === 'string' ? { ...value, kind } : null
  } catch {
    return null
  }
}
