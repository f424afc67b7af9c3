/** The icons, from lucide; the build puts them into each page as symbols. An icon never stands without a word beside it. */
import { svg } from 'lit'

export const iconNames = [
  'arrow-left',
  'arrow-right',
  'bell-ring',
  'calendar-days',
  'camera',
  'captions',
  'check',
  'circle-alert',
  'circle-check',
  'circle-help',
  'clock',
  'door-closed',
  'download',
  'ear',
  'ellipsis',
  'external-link',
  'hand',
  'image',
  'keyboard',
  'languages',
  'log-out',
  'mail',
  'message-square-text',
  'mic',
  'mic-off',
  'pause',
  'phone',
  'phone-off',
  'picture-in-picture-2',
  'plus',
  'rotate-ccw',
  'shield-check',
  'switch-camera',
  'triangle-alert',
  'upload',
  'user-round',
  'users',
  'video',
  'video-off',
  'volume-2',
  'wifi',
  'x',
  'zoom-in',
  'zoom-out',
] as const
export type IconName = (typeof iconNames)[number]

/** Returns the icon, hidden from screen readers: the word beside it speaks. */
export function icon(name: IconName) {
  return svg`<svg class="icon" aria-hidden="true" viewBox="0 0 24 24"><use href="#icon-${name}"></use></svg>`
}
