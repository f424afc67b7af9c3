/**
 * What the two pages tell each other over the call's own data channel; the server never sees it.
 * Each note has a `kind`; one that this page does not know yet is skipped, so that an older page meets a newer one in peace.
 */
import * as Type from 'typebox'
import { Check } from 'typebox/value'
import { strict } from '../../signaling/protocol/primitives.ts'

const Device = Type.Union([Type.Literal('on'), Type.Literal('off'), Type.Literal('none')])

const DevicesNote = strict({
  kind: Type.Literal('devices'),
  microphone: Device,
  camera: Device,
  paused: Type.Boolean(),
})

const notes = { devices: DevicesNote } as const

export type PeerNote = Type.Static<(typeof notes)[keyof typeof notes]>

/** A note is small; the channel itself would carry far more. */
const maxNoteLength = 1024

export function renderNote(note: PeerNote): string {
  return JSON.stringify(note)
}

/** Null for anything that is no known note. */
export function parseNote(text: string): PeerNote | null {
  const value = text.length <= maxNoteLength ? parseJson(text) : null
  if (typeof value !== 'object' || value === null || !('kind' in value)) return null
  const { kind } = value
  if (typeof kind !== 'string' || !Object.hasOwn(notes, kind)) return null
  const schema = notes[kind as keyof typeof notes]
  return Check(schema, value) ? value : null
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
