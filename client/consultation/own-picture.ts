/** The person's own picture, where there is a camera. */
import { html, nothing } from 'lit'
import type { ConsultationTexts } from '../i18n/consultation/en.ts'
import type { Devices } from './live.ts'
import './self-view.ts'

/** The properties of the call screen with the same names. */
export interface OwnLook {
  readonly texts: ConsultationTexts
  readonly ownStream: MediaStream | null
  readonly local: Devices
  readonly mirrored: boolean
}

export function renderOwn({ texts, ownStream, local, mirrored }: OwnLook) {
  if (ownStream === null || local.camera === 'none') return nothing
  return html`<self-view
    .stream=${ownStream}
    .cameraOn=${local.camera === 'on' && !local.paused}
    .muted=${local.microphone === 'off'}
    .mirrored=${mirrored}
    label=${texts['call.own-picture']}
    cameraOffLabel=${texts['call.own-camera-off']}
  ></self-view>`
}
