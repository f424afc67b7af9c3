/** After the call: what happens now; and the way back while the doctor is still there. */
import { html } from 'lit'
import { customElement } from 'lit/decorators.js'
import { icon } from '../ui/icon.ts'
import { consultationOf } from './visit-state.ts'
import { WorkerPage } from './worker-page.ts'

@customElement('page-after')
export class PageAfter extends WorkerPage {
  protected override render() {
    return consultationOf(this.visit)?.call?.phase === 'open'
      ? this.#renderLeft()
      : this.#renderEnd()
  }

  #renderLeft() {
    const { texts } = this
    return html`<div class="screen">
      <div class="screen-words">
        <p class="screen-mark">${icon('phone-off')}</p>
        <h1 tabindex="-1">${texts['after.left-title']}</h1>
        <p>${texts['after.left-body']}</p>
      </div>
      <div class="screen-actions">
        <button
          type="button"
          class="button primary"
          aria-busy=${this.visit.wish?.type === 'rejoin'}
          @click=${() => this.wish({ type: 'rejoin' })}
        >
          ${icon('phone')}${texts['after.rejoin']}
        </button>
      </div>
    </div>`
  }

  #renderEnd() {
    const { texts } = this
    return html`<div class="screen">
      <div class="screen-words">
        <p class="screen-mark">${icon('circle-check')}</p>
        <h1 tabindex="-1">${texts['after.title']}</h1>
        <h2>${texts['after.next-title']}</h2>
        <ol class="steps">
          ${texts['after.next'].map((step) => html`<li>${step}</li>`)}
        </ol>
        <p class="muted">${texts['after.close']}</p>
        <leave-device .visit=${this.visit}></leave-device>
      </div>
    </div>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'page-after': PageAfter
  }
}
