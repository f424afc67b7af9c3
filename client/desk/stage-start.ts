import { html, LitElement, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { DeskTexts } from '../i18n/desk/en.ts'
import { icon } from '../ui/icon.ts'
import type { MediaFailure } from '../rtc/media-failure.ts'
import type { OwnDevices } from './own-devices.ts'

/** Asks for the physician's own camera and microphone, once. Fires `start-session`. */
@customElement('stage-start')
export class StageStart extends LitElement {
  @property({ attribute: false }) texts!: DeskTexts
  @property({ attribute: false }) own!: OwnDevices

  protected override createRenderRoot() {
    return this
  }

  protected override render() {
    const { own, texts } = this
    return html`<div class="card stage-card stack">
      <h2>${texts['start.title']}</h2>
      <div>
        <p>${texts['start.what']}</p>
        <div role="status">
          ${own.phase === 'opening' ? html`<p class="banner">${texts['start.opening']}</p>` : nothing}
        </div>
        <div role="alert">
          ${own.phase === 'failed' ? this.#renderProblem(own.reason) : nothing}
        </div>
      </div>
      <button
        type="button"
        class="button primary"
        aria-busy=${own.phase === 'opening' ? 'true' : 'false'}
        @click=${() => this.dispatchEvent(new Event('start-session'))}
      >
        ${icon('video')} ${texts[own.phase === 'failed' ? 'start.again' : 'start.button']}
      </button>
    </div>`
  }

  #renderProblem(reason: MediaFailure) {
    const { texts } = this
    return html`<div class="banner stop">
      ${icon('circle-alert')}
      <div>
        <p>${texts[`start.${reason}`]}</p>
        ${reason === 'refused' ? html`<p>${texts['start.refusedHow']}</p>` : nothing}
      </div>
    </div>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'stage-start': StageStart
  }
}
