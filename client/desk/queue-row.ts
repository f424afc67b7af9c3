import { html, LitElement, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { Id } from '../../signaling/protocol/primitives.ts'
import type { DeskTexts } from '../i18n/desk/en.ts'
import type { Format } from '../i18n/format.ts'
import { chipTones, chipWords } from './chip-words.ts'
import { fullName, type Entry } from './entries.ts'

/**
 * One person of the queue: hour, name, chip.
 * Fires `choose` and `call` with the appointment's id; both bubble, so that the screen listens once.
 */
@customElement('queue-row')
export class QueueRow extends LitElement {
  @property({ attribute: false }) texts!: DeskTexts
  @property({ attribute: false }) format!: Format
  @property({ attribute: false }) entry!: Entry
  /** For the strip: shorter words, no button of its own. */
  @property({ type: Boolean }) short = false
  /** False while a ring or a call holds the panel. */
  @property({ type: Boolean }) choosable = true

  protected override createRenderRoot() {
    return this
  }

  protected override render() {
    const { entry } = this
    const inside = this.#renderPerson()
    return html`<div
      class="queue-row ${entry.current ? 'current' : ''} ${this.#callable ? 'callable' : ''}"
    >
      ${
        this.choosable
          ? html`<button
              type="button"
              class="queue-person"
              aria-current=${entry.current ? 'true' : 'false'}
              @click=${() => this.#fire('choose')}
            >
              ${inside}
            </button>`
          : html`<div class="queue-person">${inside}</div>`
      }
      ${this.#callable ? this.#renderCall() : nothing}
    </div>`
  }

  get #callable() {
    return this.entry.canBeRung && !this.short
  }

  #renderPerson() {
    const { texts, entry } = this
    return html`<span class="queue-hour tabular">${this.format.time(entry.row.startsAt)}</span>
      <span class="queue-name">${fullName(entry.row)}</span>
      <span class="queue-chips">
        <span class="chip ${chipTones[entry.chip.kind]}">
          ${chipWords(texts, entry.chip, this.short)}
        </span>
        ${
          entry.outOfOrder && !this.short
            ? html`<span class="chip" title=${texts['queue.outOfOrderWhy']}>
                ${texts['queue.outOfOrder']}
              </span>`
            : nothing
        }
      </span>`
  }

  #renderCall() {
    return html`<button
      type="button"
      class="button queue-call"
      aria-label=${this.texts['queue.callWho'](fullName(this.entry.row))}
      @click=${() => this.#fire('call')}
    >
      ${this.texts['queue.call']}
    </button>`
  }

  #fire(type: 'choose' | 'call') {
    const detail: Id = this.entry.row.appointmentId
    this.dispatchEvent(new CustomEvent<Id>(type, { detail, bubbles: true }))
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'queue-row': QueueRow
  }
}
