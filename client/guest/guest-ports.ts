/** What the guest's live side needs of the world. */
import { browserLivePorts, type LivePorts } from '../consultation/live-ports.ts'
import { createWakeLock, type WakeLock } from '../consultation/wake-lock.ts'
import { browserCare, createTabMemory } from '../rtc/browser-care.ts'
import type { CarePorts } from '../rtc/care-ports.ts'
import { createSounds } from '../rtc/sound.ts'

export interface GuestPorts extends LivePorts {
  readonly care: CarePorts
  readonly wakeLock: WakeLock
  /** For levels; null before the first tap. */
  soundContext(): AudioContext | null
}

/** Unlocked by the tap that turns the devices on. */
export const sounds = createSounds()

export const browserGuestPorts: GuestPorts = {
  ...browserLivePorts,
  care: browserCare(createTabMemory()),
  wakeLock: createWakeLock(() => {}),
  soundContext: () => sounds.context(),
}
