/** What a person's own devices do in the call. Mute and pause are no phases of the call: they stand beside it. */
export interface Devices {
  readonly microphone: 'on' | 'off' | 'none'
  readonly camera: 'on' | 'off' | 'none'
  /** Privacy pause: nothing is seen or heard in either direction on this side. */
  readonly paused: boolean
}
