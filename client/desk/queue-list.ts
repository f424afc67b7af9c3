import { html, LitElement, nothing } from 'lit'
import { customElement, property, query } from 'lit/decorators.js'
import { repeat } from 'lit/directives/repeat.js'
import type { DeskRow } from '../../signaling/protocol/desk.ts'
import type { RefillNews } from '../../signaling/protocol/offers.ts'
import type { Id } from '../../signaling/protocol/primitives.ts'
import type { DeskTexts } from '../i18n/desk/en.ts'
import type { Format } from '../i18n/format.ts'
import { icon } from '../ui/icon.ts'
import { nowAndNext, shortName, type Entry } from './entries.ts'
import './queue-row.ts'

/**
 * Everybody of today by the hour, and *Call next*. As a strip it shows whom it is about and the next two; the others
 * stand in a dialog. Rows fire `choose` and `call`; the button fires `call` too.
 */
@customElement('queue-list')
export class QueueList extends LitElement {
  @property({ attribute: false }) texts!: DeskTexts
  @property({ attribute: false }) format!: Format
  @property({ attribute: false }) entries: readonly Entry[] = []
  @property({ attribute: false }) next: DeskRow | null = null
  @property({ attribute: false }) refills: readonly RefillNews[] = []
  @property({ type: Boolean }) strip = false
  @property({ type: Boolean }) choosable = true
  /** Whether *Call next* is shown at all: not before the start, not while it rings. */
  @property({ type: Boolean }) mayCall = false
  /** Whether it is the one solid button. */
  @property({ type: Boolean }) solid = false

  @query('dialog') private readonly dialog!: HTMLDialogElement | null

  protected override createRenderRoot() {
    return this
  }

  protected override render() {
    return this.strip ? this.#renderStrip() : this.#renderColumn()
  }

  #renderColumn() {
    return html`${this.#renderHead()} ${this.#renderRows(this.entries)}
    ${this.mayCall ? html`<div class="queue-foot">${this.#renderCallNext()}</div>` : nothing}`
  }

  #renderStrip() {
    const { texts } = this
    return html`<h2 class="unseen">${texts['queue.title']}</h2>
      <ol class="queue-strip" role="list">
        ${repeat(
          nowAndNext(this.entries),
          (entry) => entry.row.appointmentId,
          (entry) => html`<li>${this.#renderRow(entry, true)}</li>`,
        )}
      </ol>
      <button type="button" class="button" @click=${() => this.dialog?.showModal()}>
        ${texts['queue.all'](this.entries.length)}
      </button>
      ${this.mayCall ? this.#renderCallNext() : nothing}
      <dialog
        class="queue-dialog"
        aria-labelledby="queue-dialog-title"
        @choose=${this.#close}
        @call=${this.#close}
      >
        ${this.#renderHead('queue-dialog-title')} ${this.#renderRows(this.entries)}
        <form method="dialog" class="queue-foot">
          <button class="button">${texts['page.close']}</button>
        </form>
      </dialog>`
  }

  #renderHead(id = 'queue-title') {
    const done = this.entries.filter((entry) => !entry.open).length
    return html`<div class="queue-head">
      <h2 id=${id}>${this.texts['queue.title']}</h2>
      <span class="muted">${this.texts['queue.done'](done, this.entries.length)}</span>
    </div>`
  }

  #renderRows(entries: readonly Entry[]) {
    return html`<ol class="queue-rows" role="list">
        ${repeat(
          entries,
          (entry) => entry.row.appointmentId,
          (entry) => html`<li>${this.#renderRow(entry, false)}</li>`,
        )}
      </ol>
      <div class="queue-refills" role="status">
        ${this.refills.map((refill) => this.#renderRefill(refill))}
      </div>`
  }

  #renderRefill({ startsAt, offer }: RefillNews) {
    const { texts, format } = this
    return html`<p class="muted small">
      ${icon('clock')}<span>
        ${texts['queue.freed'](format.time(startsAt))}
        ${
          offer === null
            ? texts['queue.seeking']
            : texts['queue.offered'](offer.workerName, format.time(offer.until))
        }</span
      >
    </p>`
  }

  #renderRow(entry: Entry, short: boolean) {
    return html`<queue-row
      .texts=${this.texts}
      .format=${this.format}
      .entry=${entry}
      .short=${short}
      .choosable=${this.choosable}
    ></queue-row>`
  }

  #renderCallNext() {
    const { next, texts } = this
    if (next === null) return html`<p class="muted queue-nobody">${texts['queue.nobodyReady']}</p>`
    return html`<button
      type="button"
      class="button ${this.solid ? 'primary' : ''} queue-next"
      @click=${() => this.#call(next.appointmentId)}
    >
      ${icon('phone')} ${texts['queue.callNext'](shortName(next))}
    </button>`
  }

  readonly #close = () => {
    this.dialog?.close()
  }

  #call(detail: Id) {
    this.dispatchEvent(new CustomEvent<Id>('call', { detail }))
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'queue-list': QueueList
  }
}
