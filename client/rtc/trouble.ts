/** What may keep a person's device from working in the middle of a call. Both people are told which of them it is. */
import type { Device } from './media.ts'
import type { MediaFailure } from './media-failure.ts'

export const troubles = [
  'microphone-phone-call', // a telephone call or a spoken assistant has the sound of the whole device
  'microphone-unplugged',
  'microphone-in-use', // by another program
  'microphone-refused', // the permission was taken back
  'microphone-switched-off', // by the system, or by a switch on the device
  'microphone-lost', // nobody says why
  'microphone-silent', // it runs and is not muted, and nothing at all comes out of it
  'camera-unplugged',
  'camera-in-use',
  'camera-refused',
  'camera-away', // another app is in front; phones take the camera from the one behind
  'camera-switched-off',
  'camera-lost',
] as const
export type Trouble = (typeof troubles)[number]

export function isTrouble(value: unknown): value is Trouble {
  return troubles.some((trouble) => trouble === value)
}

export function deviceIn(trouble: Trouble): Device {
  return trouble.startsWith('camera-') ? 'camera' : 'microphone'
}

/** A passing one ends by itself; a lasting one needs somebody. */
export function isLasting(trouble: Trouble | undefined): boolean {
  return trouble !== undefined && /-(unplugged|in-use|refused|lost)$/.test(trouble)
}

/** Those that end without the person doing anything, or that turning on again does not help. */
const notMended: readonly Trouble[] = ['microphone-silent', 'camera-away']

/** Whether opening the device once more may bring it back. */
export function mayBeRestored(trouble: Trouble): boolean {
  return !notMended.includes(trouble)
}

/** How a device stands that gives nothing, and what is known around it. */
export interface LossFacts {
  readonly device: Device
  /** `ended`: this track is over for good. `held-back`: the browser mutes it and may let it go on. */
  readonly how: 'ended' | 'held-back'
  readonly permission: PermissionState | 'unknown'
  /** Whether the system still has the device. */
  readonly listed: boolean
  readonly visible: boolean
  /** W3C Audio Session, which only Safari has; elsewhere `unknown`. */
  readonly audioSession: 'interrupted' | 'going-on' | 'unknown'
  /** A telephone or a tablet: there a call takes the microphone from every page. */
  readonly handheld: boolean
}

export function troubleOf(facts: LossFacts): Trouble {
  const { device } = facts
  if (facts.how === 'ended') {
    if (facts.permission === 'denied') return `${device}-refused`
    if (!facts.listed) return `${device}-unplugged`
    // Chrome asks again after a permission was reset; a device that was only busy keeps its permission.
    if (facts.permission === 'prompt') return `${device}-refused`
    return facts.permission === 'granted' ? `${device}-in-use` : `${device}-lost`
  }
  return device === 'microphone' ? microphoneHeldBack(facts) : cameraHeldBack(facts)
}

function microphoneHeldBack({ audioSession, handheld, visible }: LossFacts): Trouble {
  if (audioSession === 'interrupted') return 'microphone-phone-call'
  const isCall = audioSession === 'unknown' ? handheld : handheld && !visible
  return isCall ? 'microphone-phone-call' : 'microphone-switched-off'
}

function cameraHeldBack({ audioSession, handheld, visible }: LossFacts): Trouble {
  if (!visible || audioSession === 'interrupted') return 'camera-away'
  return handheld ? 'camera-in-use' : 'camera-switched-off'
}

/** Why a device could not be opened again, for the person and for the other side. */
export function troubleAfter(device: Device, reason: MediaFailure): Trouble {
  switch (reason) {
    case 'refused':
    case 'refused-by-system':
      return `${device}-refused`
    case 'busy':
      return `${device}-in-use`
    case 'no-device':
      return `${device}-unplugged`
    case 'timed-out':
    case 'insecure':
    case 'unsupported':
    case 'unknown':
      return `${device}-lost`
    default:
      return reason satisfies never
  }
}
