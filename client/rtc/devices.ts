import type { Trouble } from './trouble.ts'

/** What a person's own devices do in the call. Mute and pause are no phases of the call: they stand beside it. */
export interface Devices {
  readonly microphone: 'on' | 'off' | 'none'
  readonly camera: 'on' | 'off' | 'none'
  /** Privacy pause: nothing is seen or heard in either direction on this side. */
  readonly paused: boolean
  /** What keeps a device from working, at most one of each, the sound first. Absent: nothing does. */
  readonly troubles?: readonly Trouble[]
}
