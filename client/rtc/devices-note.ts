/** The note by which a page tells the other one how its person's devices stand. */
import type { Devices } from './devices.ts'
import { deviceIn, isTrouble, type Trouble } from './trouble.ts'

export const devicesNote = 'devices'

const settings = ['on', 'off', 'none'] as const
type Setting = (typeof settings)[number]

/**
 * Null for anything that does not tell it all. Checked by hand: the schema library would weigh more than a worker's
 * whole page.
 */
export function readDevices(body: Readonly<Record<string, unknown>>): Devices | null {
  const { microphone, camera, paused, troubles } = body
  if (!isSetting(microphone) || !isSetting(camera) || typeof paused !== 'boolean') return null
  const told = readTroubles(troubles)
  return { microphone, camera, paused, ...(told.length === 0 ? {} : { troubles: told }) }
}

/** One of each device. A trouble that this page does not know is skipped: a newer page may tell of more. */
function readTroubles(value: unknown): readonly Trouble[] {
  if (!Array.isArray(value)) return []
  const known = value.filter(isTrouble)
  const first = (device: string) => known.filter((each) => deviceIn(each) === device).slice(0, 1)
  return [...first('microphone'), ...first('camera')]
}

function isSetting(value: unknown): value is Setting {
  return settings.some((setting) => setting === value)
}
