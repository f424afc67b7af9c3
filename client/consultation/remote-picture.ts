/** The other person's picture, and what stands in its place while there is nothing to see. */
import { html, nothing } from 'lit'
import type { CallLive } from '../call/call-live.ts'
import type { ConsultationTexts } from '../i18n/consultation/en.ts'
import { depth } from '../quality/ladder.ts'
import type { Quality } from '../quality/quality.ts'
import type { CareState } from '../rtc/care-state.ts'
import { deviceIn } from '../rtc/trouble.ts'
import { icon } from '../ui/icon.ts'
import type { Devices, LiveState } from './live.ts'
import './video-tile.ts'

/** The fields of the call screen with the same names. */
export interface RemoteFacts {
  readonly call: CallLive
  readonly remote: LiveState['remote']
  readonly otherIn: boolean
  readonly quality: Quality | null
}

export interface RemoteLook extends RemoteFacts {
  readonly texts: ConsultationTexts
  readonly otherName: string
  readonly local: Devices
  readonly care: CareState | null
}

/** Whether nothing of the other person is to be seen: a picture that stood still for long misleads. */
export function isUnseen({ call, remote: { devices }, otherIn, quality }: RemoteFacts): boolean {
  const isGone = call.phase === 'recovering' && !otherIn
  const isTaken = devices.troubles?.some((trouble) => deviceIn(trouble) === 'camera') ?? false
  const isStopped = depth(quality?.other ?? 'full') >= depth('sound-only')
  return (
    isStopped ||
    isConnecting(call) ||
    isGone ||
    devices.paused ||
    devices.camera !== 'on' ||
    isTaken
  )
}

export function renderRemote(look: RemoteLook, blocked: () => void) {
  const { call, care, local, otherName, remote, texts } = look
  const unseen = isUnseen(look)
  return html`<video-tile
      class=${unseen ? 'unseen' : ''}
      .stream=${remote.stream}
      .silent=${local.paused || call.phase === 'none'}
      speaker=${care?.using.speaker ?? ''}
      label=${texts['call.picture-of'](otherName)}
      @playback-blocked=${blocked}
    ></video-tile>
    ${
      unseen
        ? html`<div class="stage-words" role="status">
            ${icon(remote.devices.paused ? 'pause' : 'user-round')}
            ${isConnecting(call) ? html`<p>${texts['call.connecting'](otherName)}</p>` : nothing}
          </div>`
        : nothing
    }`
}

/** Before its call the screen is made behind the ring, laid out as it will be. */
function isConnecting({ phase }: CallLive): boolean {
  return phase === 'connecting'
}
