/**
 * Shows how loud the microphone is, for the eye; words beside it say whether somebody is heard.
 *
 * Fires `voice-heard` when speech was loud enough for the first time.
 */
import { LitElement, html } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { openSoundLevel, voiceLevel } from '../rtc/sound-level.ts'

@customElement('level-meter')
export class LevelMeter extends LitElement {
  @property({ attribute: false }) stream: MediaStream | null = null
  @property({ attribute: false }) context: AudioContext | null = null

  /** Names the microphone: another one in the same stream has to be listened to anew. */
  @property({ attribute: false }) source = ''

  #close: (() => void) | null = null
  #heard = false

  protected override createRenderRoot() {
    return this
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.#close?.()
    this.#close = null
  }

  protected override render() {
    return html`<div class="level" aria-hidden="true"><span></span></div>`
  }

  protected override updated(): void {
    this.#close?.()
    this.#close =
      this.stream !== null && this.context !== null
        ? openSoundLevel(this.stream, this.context, this.#show)
        : null
  }

  readonly #show = (level: number) => {
    // Square root: quiet speech should move the bar visibly.
    this.style.setProperty('--level', Math.min(1, Math.sqrt(level) * 1.6).toFixed(3))
    if (this.#heard || level < voiceLevel) return
    this.#heard = true
    this.dispatchEvent(new CustomEvent('voice-heard'))
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'level-meter': LevelMeter
  }
}
