/** The other side: what comes out of the peer, and what it says of its devices. */
import type { Devices } from './devices.ts'

export interface Incoming {
  readonly stream: MediaStream | null
  readonly devices: Devices
  useStream(stream: MediaStream | null): void
  tellDevices(devices: Devices): void
  /** A privacy pause works in both directions: nothing of the other side is heard or shown here meanwhile. */
  setSilent(silent: boolean): void
  clear(): void
}

/** Until the first note arrives. */
export const unknownDevices: Devices = { microphone: 'on', camera: 'on', paused: false }

export function createIncoming(changed: () => void): Incoming {
  let stream: MediaStream | null = null
  let devices = unknownDevices
  let silent = false

  function obey(): void {
    for (const track of stream?.getTracks() ?? []) track.enabled = !silent
  }

  return {
    get stream() {
      return stream
    },
    get devices() {
      return devices
    },
    useStream(next) {
      const isSame = next === stream
      stream = next
      obey()
      if (!isSame) changed()
    },
    tellDevices(next) {
      devices = next
      changed()
    },
    setSilent(next) {
      silent = next
      obey()
    },
    clear() {
      stream = null
      devices = unknownDevices
      changed()
    },
  }
}
