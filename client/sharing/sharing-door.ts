/**
 * The way to all that two people share beside sound and picture: text, photos, files. What lies behind it is fetched
 * when a person wants it or the other side begins, so that no page is heavier for it; until then what the other side says
 * waits here. With the call everything goes.
 */
import type { Side } from '../../signaling/protocol/consultation.ts'
import type { Id } from '../../signaling/protocol/primitives.ts'
import type { NoteBody, Notes } from '../call/notes.ts'
import type { PacePorts } from './paced-bulk.ts'
import type { Writer } from './group-text.ts'
import type { Sharing } from './sharing.ts'

export interface SharingDoor {
  /** Null until it was fetched, and outside a call. */
  readonly sharing: Sharing | null
  /** Fetches it where that is still to be done; null outside a call. What fails is tried again by the next one who asks. */
  open(): Promise<Sharing | null>
  /** Calls the listener after every change on either side of the door; returns the function that stops it. */
  subscribe(listener: () => void): () => void
}

/** The end that the line keeps. */
export interface SharingHold extends SharingDoor {
  /** Told which call this page is in; with null, and with another one, everything is forgotten. */
  follow(call: Id | null): void
  /** Somebody else writes and reads too, over notes of their own. Photos and files stay between the two. */
  meet(end: Side, who: Writer, notes: Notes): void
  part(end: Side): void
}

export interface SharingPorts extends PacePorts {
  readonly participant: Side
  readonly notes: Notes
  makeId(): string
}

type OpenSharing = (ports: SharingPorts) => Sharing

/*
 *   outside ──follow──▶ shut ──open──▶ fetching ──fetched──▶ open
 *      ▲                 ▲                │                   │
 *      │                 └──── failed ────┘                   │
 *      └──────── follow: no call any more (another: shut) ◀───┘ from each
 */
type Door =
  | { readonly phase: 'outside' }
  | { readonly phase: 'shut'; readonly callId: Id }
  | { readonly phase: 'fetching'; readonly callId: Id; readonly fetched: Promise<Sharing | null> }
  | { readonly phase: 'open'; readonly callId: Id; readonly sharing: Sharing }

/** All kinds of notes that are for behind the door. */
const kinds = ['text', 'share'] as const
/** Of each kind: more than anybody says while a few kilobytes come. */
const mostWaiting = 200

export function createSharingDoor(
  ports: SharingPorts,
  load: () => Promise<OpenSharing> = loadSharing,
): SharingHold {
  const listeners = new Set<() => void>()
  let door: Door = { phase: 'outside' }
  const present = () => (door.phase === 'open' ? door.sharing : null)
  const wanted = () => {
    void open()
    return door.phase !== 'outside'
  }
  const inside = keepNotes(ports.notes, kinds, wanted)
  const others = new Map<Side, readonly [who: Writer, inside: KeptNotes]>()

  function tell(): void {
    for (const listener of listeners) listener()
  }

  function open(): Promise<Sharing | null> {
    if (door.phase === 'fetching') return door.fetched
    if (door.phase !== 'shut') return Promise.resolve(present())
    const { callId } = door
    const fetching: Door = {
      phase: 'fetching',
      callId,
      fetched: load()
        .catch(() => null)
        // The call may be over, or another one has begun meanwhile: then what came is nobody's.
        .then((openSharing) => (door === fetching ? enter(callId, openSharing) : present())),
    }
    door = fetching
    return fetching.fetched
  }

  function enter(callId: Id, openSharing: OpenSharing | null): Sharing | null {
    if (openSharing === null) {
      door = { phase: 'shut', callId }
      return null
    }
    const sharing = openSharing({ ...ports, notes: inside.notes })
    door = { phase: 'open', callId, sharing }
    sharing.subscribe(tell)
    for (const [end, [who, theirs]] of others) {
      sharing.text.meet(end, who, theirs.notes)
      theirs.catchUp()
    }
    inside.catchUp()
    tell()
    return sharing
  }

  return {
    get sharing() {
      return present()
    },
    open,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    follow(call) {
      if (call === (door.phase === 'outside' ? null : door.callId)) return
      const before = present()
      door = call === null ? { phase: 'outside' } : { phase: 'shut', callId: call }
      inside.forget()
      if (before === null) return
      before.close()
      tell()
    },
    meet(end, who, notes) {
      const theirs = keepNotes(notes, ['text'], wanted)
      others.set(end, [who, theirs])
      present()?.text.meet(end, who, theirs.notes)
    },
    part(end) {
      others.delete(end)
      present()?.text.part(end)
    },
  }
}

type KeptNotes = ReturnType<typeof keepNotes>

/** Notes whose listener may come later than they do. `wanted` says whether to keep one that nobody hears yet. */
function keepNotes(notes: Notes, kept: readonly string[], wanted: () => boolean) {
  const waiting = new Map<string, NoteBody[]>(kept.map((kind) => [kind, []]))
  const hearing = new Map<string, (body: NoteBody) => void>()
  for (const [kind, unheard] of waiting) {
    notes.hear(kind, (body) => {
      const listener = hearing.get(kind)
      if (listener !== undefined) listener(body)
      else if (wanted() && unheard.length < mostWaiting) unheard.push(body)
    })
  }
  const inside: Notes = {
    send: (kind, body) => notes.send(kind, body),
    whenOpen: (listener) => notes.whenOpen(listener),
    hear(kind, listener) {
      hearing.set(kind, listener)
      return () => {
        if (hearing.get(kind) === listener) hearing.delete(kind)
      }
    },
  }
  return {
    notes: inside,
    /** Gives those who listen now what came before. */
    catchUp() {
      for (const [kind, unheard] of waiting) {
        for (const body of unheard.splice(0)) hearing.get(kind)?.(body)
      }
    },
    forget() {
      for (const unheard of waiting.values()) unheard.length = 0
    },
  }
}

async function loadSharing(): Promise<OpenSharing> {
  return (await import('./inside.ts')).loadSharing()
}
