/** Which buttons stand in the dock, in order, and what each is in the present state. The last one stands apart. */
import type { ConsultationTexts } from '../i18n/consultation/en.ts'
import type { DockButton } from './dock-button.ts'
import type { Devices } from './live.ts'

export type DockControl = 'mute' | 'camera' | 'pause' | 'text' | 'more' | 'leave' | 'end'

/** What the buttons ask of the screen. */
export interface DockWishes {
  setMicrophone(on: boolean): void
  setCamera(on: boolean): void
  setPaused(paused: boolean): void
  openMore(): void
  showText(shown: boolean): void
  leave(): void
}

/** How the panel of text and files stands. */
export interface TextMark {
  readonly shown: boolean
  /** What has not been looked at. */
  readonly news: ReadonlySet<string>
}

const noText: TextMark = { shown: false, news: new Set() }

/** Returns the button for a control; null for a device that is not there. */
export function toDockButton(
  control: DockControl,
  local: Devices,
  texts: ConsultationTexts,
  wishes: DockWishes,
  text: TextMark = noText,
): DockButton | null {
  if (control === 'mute') return muteButton(local, texts, wishes)
  if (control === 'camera') return cameraButton(local, texts, wishes)
  if (control === 'pause') {
    return {
      control,
      icon: 'pause',
      label: texts['dock.pause'],
      long: texts['dock.pause-long'],
      pressed: local.paused,
      press: () => wishes.setPaused(!local.paused),
    }
  }
  if (control === 'text') {
    return {
      control,
      icon: 'message-square-text',
      label: texts['dock.text'],
      long: texts[text.news.size > 0 ? 'dock.text-new-long' : 'dock.text-long'],
      pressed: text.shown,
      ...(text.news.size > 0 ? { tone: 'new' as const } : {}),
      press: () => wishes.showText(!text.shown),
    }
  }
  if (control === 'more') {
    return {
      control,
      icon: 'ellipsis',
      label: texts['dock.more'],
      long: texts['dock.more-long'],
      press: () => wishes.openMore(),
    }
  }
  return {
    control,
    icon: 'phone-off',
    label: texts[`dock.${control}`],
    long: texts[`dock.${control}-long`],
    tone: 'leave',
    press: () => wishes.leave(),
  }
}

function muteButton(
  local: Devices,
  texts: ConsultationTexts,
  wishes: DockWishes,
): DockButton | null {
  if (local.microphone === 'none') return null
  const on = local.microphone === 'on'
  return {
    control: 'mute',
    icon: on ? 'mic' : 'mic-off',
    label: texts[on ? 'dock.mute' : 'dock.unmute'],
    long: texts[on ? 'dock.mute-long' : 'dock.unmute-long'],
    ...(on ? {} : { tone: 'off' as const }),
    press: () => wishes.setMicrophone(!on),
  }
}

function cameraButton(
  local: Devices,
  texts: ConsultationTexts,
  wishes: DockWishes,
): DockButton | null {
  if (local.camera === 'none') return null
  const on = local.camera === 'on'
  const label = texts[on ? 'dock.camera-off' : 'dock.camera-on']
  return {
    control: 'camera',
    icon: on ? 'video' : 'video-off',
    label,
    long: label,
    ...(on ? {} : { tone: 'off' as const }),
    press: () => wishes.setCamera(!on),
  }
}
