import { html, LitElement, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { ConsultationView } from '../../signaling/protocol/consultation.ts'
import type { DeskRow } from '../../signaling/protocol/desk.ts'
import type { DeskTexts } from '../i18n/desk/en.ts'
import { icon } from '../ui/icon.ts'
import { fullName } from './entries.ts'
import { phoneLink } from './phone-link.ts'

/** A ring that is not seen after this long is not only slow: the page is hidden. */
const slowMs = 3_000

/** The ring that goes out: who, how long still, whether it is seen. Fires `stop-ring`. */
@customElement('ring-panel')
export class RingPanel extends LitElement {
  @property({ attribute: false }) texts!: DeskTexts
  @property({ attribute: false }) row!: DeskRow
  @property({ attribute: false }) view!: ConsultationView
  /** The server's clock, milliseconds. */
  @property({ type: Number }) now = 0

  protected override createRenderRoot() {
    return this
  }

  protected override render() {
    const { row, texts } = this
    return html`<div class="card stage-card ring stack">
      <p class="muted">${icon('bell-ring')} ${texts['ring.calling']}</p>
      <h2 class="ring-name">${fullName(row)}</h2>
      <p class="tabular" aria-live="off">${texts['ring.seconds'](this.#secondsLeft())}</p>
      <p role="status">${this.#receipt()}</p>
      <button
        type="button"
        class="button stop"
        @click=${() => this.dispatchEvent(new Event('stop-ring'))}
      >
        ${icon('phone-off')} ${texts['ring.stop']}
      </button>
      ${row.worker.phone === null ? nothing : phoneLink(row.worker.phone, texts['ring.byPhone'])}
    </div>`
  }

  #secondsLeft(): number {
    const { ring } = this.view
    if (ring?.phase !== 'ringing') return 0
    return Math.max(0, Math.ceil((Date.parse(ring.expiresAt) - this.now) / 1000))
  }

  #receipt(): string {
    const { ring, presence } = this.view
    if (ring?.phase !== 'ringing') return ''
    if (ring.shown) return this.texts['ring.shown']
    const hidden = presence.kind !== 'here' || !presence.visible
    const slow = this.now - Date.parse(ring.startedAt) > slowMs
    return this.texts[hidden || slow ? 'ring.notShown' : 'ring.sent']
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'ring-panel': RingPanel
  }
}
