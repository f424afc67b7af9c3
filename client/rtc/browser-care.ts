/** What the care of open devices needs, from this browser. */
import type { CarePorts, DeviceMemory } from './care-ports.ts'
import { openTrack } from './media.ts'
import { browserSurroundings } from './surroundings.ts'

export function browserCare(memory: DeviceMemory): CarePorts {
  return {
    openTrack: (device, wish) => openTrack(device, wish),
    surroundings: browserSurroundings,
    later(ms, callback) {
      const timer = setTimeout(callback, ms)
      return () => clearTimeout(timer)
    },
    memory,
  }
}

const key = 'visite.devices'

/**
 * For this tab, so that a page that is loaded again in a call uses the same devices. The ids mean nothing outside this
 * site and this browser (W3C Media Capture and Streams, 9.2).
 */
export function createTabMemory(storage: Storage = sessionStorage): DeviceMemory {
  return {
    read() {
      try {
        return parseChosen(JSON.parse(storage.getItem(key) ?? '{}'))
      } catch {
        return {}
      }
    },
    write(chosen) {
      try {
        storage.setItem(key, JSON.stringify(chosen))
      } catch {
        // A browser that keeps nothing: the choice holds until the page goes.
      }
    },
  }
}

function parseChosen(value: unknown): ReturnType<DeviceMemory['read']> {
  const entries = Object.entries(value ?? {})
  const isKnown = ([name, id]: [string, unknown]) => kinds.includes(name) && typeof id === 'string'
  return Object.fromEntries(entries.filter(isKnown))
}

const kinds = ['camera', 'microphone', 'speaker']
