/**
 * What the two pages tell each other over the call's own data channel; the server never sees it.
 * Each note has a `kind`; one that this page does not know yet is skipped, so that an older page meets a newer one in peace.
 */
const settings = ['on', 'off', 'none'] as const
type Setting = (typeof settings)[number]

export interface PeerNote {
  readonly kind: 'devices'
  readonly microphone: Setting
  readonly camera: Setting
  readonly paused: boolean
}

/** A note is small; the channel itself would carry far more. */
const maxNoteLength = 1024

export function renderNote(note: PeerNote): string {
  return JSON.stringify(note)
}

/**
 * Null for anything that is no known note. Checked by hand, since it comes from another person's page: the schema library
 * would weigh more than a worker's whole page.
 */
export function parseNote(text: string): PeerNote | null {
  const value = text.length <= maxNoteLength ? parseJson(text) : null
  if (typeof value !== 'object' || value === null || Object.keys(value).length !== 4) return null
  if (!('kind' in value) || value.kind !== 'devices') return null
  if (!('microphone' in value) || !isSetting(value.microphone)) return null
  if (!('camera' in value) || !isSetting(value.camera)) return null
  if (!('paused' in value) || typeof value.paused !== 'boolean') return null
  const { kind, microphone, camera, paused } = value
  return { kind, microphone, camera, paused }
}

function isSetting(value: unknown): value is Setting {
  return settings.some((setting) => setting === value)
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
