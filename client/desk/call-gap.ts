import { html, LitElement, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { ConsultationView } from '../../signaling/protocol/consultation.ts'
import type { DeskRow } from '../../signaling/protocol/desk.ts'
import type { DeskTexts } from '../i18n/desk/en.ts'
import { icon } from '../ui/icon.ts'
import { fullName } from './entries.ts'

/** A call that this page is not in: still open after a reload, or over without a result. Fires `rejoin`, `ring-again`. */
@customElement('call-gap')
export class CallGap extends LitElement {
  @property({ attribute: false }) texts!: DeskTexts
  @property({ attribute: false }) row!: DeskRow
  @property({ attribute: false }) view: ConsultationView | undefined
  @property({ type: Boolean }) canBeRung = false

  protected override createRenderRoot() {
    return this
  }

  protected override render() {
    const call = this.view?.call
    return html`<div class="card stage-card stack">
      <p class="muted">${fullName(this.row)}</p>
      ${call?.phase === 'ended' ? this.#renderAfter(call.reason) : this.#renderOpen()}
    </div>`
  }

  #renderOpen() {
    const { texts } = this
    return html`<h2>${texts['call.elsewhere']}</h2>
      <p>${texts['call.elsewhereWhat']}</p>
      <button
        type="button"
        class="button primary"
        @click=${() => this.dispatchEvent(new Event('rejoin'))}
      >
        ${icon('video')} ${texts['call.rejoin']}
      </button>`
  }

  #renderAfter(reason: keyof typeof endKeys) {
    const { texts } = this
    return html`<h2>${texts['call.after']}</h2>
      <p>${texts[endKeys[reason]]} ${texts['call.afterWhat']}</p>
      ${
        this.canBeRung
          ? html`<button
              type="button"
              class="button"
              @click=${() => this.dispatchEvent(new Event('ring-again'))}
            >
              ${icon('phone')} ${texts['call.again']}
            </button>`
          : nothing
      }`
  }
}

const endKeys = {
  'physician-ended': 'call.end.physician-ended',
  'in-person-instead': 'call.end.in-person-instead',
  'completed': 'call.end.completed',
  'expired': 'call.end.expired',
} as const

declare global {
  interface HTMLElementTagNameMap {
    'call-gap': CallGap
  }
}
