/** Asks for camera and sound: our words first, the browser's question after the tap; steps when it fails. */
import { html, nothing } from 'lit'
import { customElement } from 'lit/decorators.js'
import type { MediaFailure } from '../rtc/media-failure.ts'
import { icon } from '../ui/icon.ts'
import { appointmentOf, consultationOf, serviceOf } from './visit-state.ts'
import { WorkerPage } from './worker-page.ts'

@customElement('page-camera')
export class PageCamera extends WorkerPage {
  protected override render() {
    const { media } = this.visit
    return media.phase === 'failed' ? this.#renderFailure(media.reason) : this.#renderQuestion()
  }

  #renderQuestion() {
    const { texts } = this
    const isAsking = this.visit.media.phase === 'asking'
    return html`<div class="screen">
      <div class="screen-words">
        ${this.#renderGreeting()}
        <h1 tabindex="-1">${texts['media.title']}</h1>
        <p>${texts['media.body']} <strong>${texts['media.allow']}</strong></p>
        <p class="banner">${icon('shield-check')}<span>${texts['media.privacy']}</span></p>
      </div>
      <div class="screen-picture devices-picture" aria-hidden="true">
        ${icon('video')}${icon('mic')}
      </div>
      <div class="screen-actions">
        <p role="status">${isAsking ? texts['media.asking'] : ''}</p>
        <button
          type="button"
          class="button primary"
          aria-busy=${isAsking}
          @click=${() => this.wish({ type: 'turn-on', camera: true })}
        >
          ${texts['media.on']}
        </button>
        <button
          type="button"
          class="button link"
          @click=${() => this.wish({ type: 'turn-on', camera: false })}
        >
          ${texts['media.without']}
        </button>
      </div>
    </div>`
  }

  #renderGreeting() {
    const name = appointmentOf(this.visit)?.provenName
    if (name === undefined) return nothing
    void import('./known-as.ts').catch(() => undefined)
    return html`<known-as .name=${name}></known-as>`
  }

  #renderFailure(reason: MediaFailure) {
    const { texts } = this
    const service = serviceOf(this.visit)
    return html`<div class="screen">
      <div class="screen-words">
        ${this.#renderCalling()}
        <h1 tabindex="-1">${texts[`media.${reason}`]}</h1>
        <p>${texts[`media.${reason}-body`]}</p>
        ${reason === 'refused' || reason === 'refused-by-system' ? this.#renderSteps(reason) : nothing}
        ${service === null ? nothing : html`<p>${texts['media.phone'](service.phone.replaceAll(' ', '\u00a0'))}</p>`}
      </div>
      <div class="screen-actions">
        <button
          type="button"
          class="button primary"
          @click=${() => this.wish({ type: 'turn-on', camera: true })}
        >
          ${texts['media.retry']}
        </button>
        <button
          type="button"
          class="button"
          @click=${() => this.wish({ type: 'turn-on', camera: false })}
        >
          ${texts['media.sound-only']}
        </button>
      </div>
    </div>`
  }

  /** A doctor who rings meanwhile must not stay unnoticed. */
  #renderCalling() {
    const name = appointmentOf(this.visit)?.physicianName
    if (consultationOf(this.visit)?.ring?.phase !== 'ringing' || name === undefined) return nothing
    return html`<p class="banner go" role="alert">
      ${icon('bell-ring')}<span>${this.texts['media.calling'](name)}</span>
    </p>`
  }

  #renderSteps(reason: 'refused' | 'refused-by-system') {
    void import('./allow-steps.ts').catch(() => undefined)
    return html`<allow-steps .reason=${reason}></allow-steps>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'page-camera': PageCamera
  }
}
