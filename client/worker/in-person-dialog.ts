/**
 * Asks once, calmly, whether it is to be a visit in person; no reason is asked. `open()` shows it.
 *
 * Fires `in-person-chosen`.
 */
import { LitElement, html } from 'lit'
import { customElement, property, query } from 'lit/decorators.js'
import type { WorkerTexts } from '../i18n/worker/en.ts'

@customElement('in-person-dialog')
export class InPersonDialog extends LitElement {
  @property({ attribute: false }) texts!: WorkerTexts

  @query('dialog') private readonly dialog!: HTMLDialogElement | null

  protected override createRenderRoot() {
    return this
  }

  open(): void {
    if (this.dialog?.open === false) this.dialog.showModal()
  }

  close(): void {
    this.dialog?.close()
  }

  protected override render() {
    const { texts } = this
    return html`<dialog aria-labelledby="in-person-title" aria-describedby="in-person-body">
      <div class="stack">
        <h2 id="in-person-title">${texts['in-person.ask-title']}</h2>
        <p id="in-person-body">${texts['in-person.ask-body']}</p>
        <button type="button" class="button primary" @click=${this.#choose}>
          ${texts['in-person.yes']}
        </button>
        <button type="button" class="button" @click=${() => this.dialog?.close()}>
          ${texts['in-person.back']}
        </button>
      </div>
    </dialog>`
  }

  readonly #choose = () => {
    this.dialog?.close()
    this.dispatchEvent(new CustomEvent('in-person-chosen'))
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'in-person-dialog': InPersonDialog
  }
}
