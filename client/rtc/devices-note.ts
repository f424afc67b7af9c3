/** The note by which a page tells the other one how its person's devices stand. */
import type { Devices } from './devices.ts'

export const devicesNote = 'devices'

const settings = ['on', 'off', 'none'] as const
type Setting = (typeof settings)[number]

/**
 * Null for anything that does not tell it all. Checked by hand: the schema library would weigh more than a worker's
 * whole page.
 */
export function readDevices(body: Readonly<Record<string, unknown>>): Devices | null {
  const { microphone, camera, paused } = body
  if (!isSetting(microphone) || !isSetting(camera) || typeof paused !== 'boolean') return null
  return { microphone, camera, paused }
}

function isSetting(value: unknown): value is Setting {
  return settings.some((setting) => setting === value)
}
