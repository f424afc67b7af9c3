/** Makes the ring heard and felt. Told which ring is to sound now, as often as anybody likes; only a change does anything. */
import type { Id } from '../../signaling/protocol/primitives.ts'
import type { Sounds } from '../rtc/sound.ts'

/** On and off in turns, milliseconds; Chromium on Android is the only browser that has it. */
const vibration = [600, 300, 600, 1500]
/** 45 s, as long as a ring lasts. */
const vibrationRounds = 15

export interface RingAlarm {
  /** `ring` null: silence. */
  follow(ring: Id | null): void
}

export function createRingAlarm(
  sounds: Pick<Sounds, 'startRing' | 'stopRing'>,
  vibrate: (pattern: readonly number[]) => void,
): RingAlarm {
  let sounding: Id | null = null
  return {
    follow(ring) {
      if (ring === sounding) return
      sounding = ring
      sounds.stopRing()
      vibrate([])
      if (ring === null) return
      sounds.startRing()
      vibrate(Array.from({ length: vibrationRounds }, () => vibration).flat())
    },
  }
}
