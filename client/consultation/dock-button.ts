/** One button of the dock: icon above, a short word below, the whole sentence for the ear. */
import { html, nothing } from 'lit'
import { icon, type IconName } from '../ui/icon.ts'

export interface DockButton {
  /** Which one it is, for the style. */
  readonly control: string
  readonly icon: IconName
  /** What the eye reads; part of `long`, so that voice control finds the button by it. */
  readonly label: string
  readonly long: string
  /** True while the button's effect lasts; left out where there is no such state. */
  readonly pressed?: boolean
  /** Sets the button off: `off` for what is switched off, `new` for what waits behind it, `leave` for the way out. */
  readonly tone?: 'off' | 'new' | 'leave'
  readonly press: () => void
}

export function dockButton(button: DockButton) {
  return html`<button
    type="button"
    class="dock-button ${button.tone ?? ''}"
    data-control=${button.control}
    aria-label=${button.long}
    aria-pressed=${button.pressed ?? nothing}
    @click=${button.press}
  >
    ${icon(button.icon)}<span>${button.label}</span>
  </button>`
}
