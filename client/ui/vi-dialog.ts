import { html, LitElement, type TemplateResult } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { icon } from './icon.ts'

/**
 * A native modal dialog: open as long as it stands in the page, so a page shows it by rendering it.
 * Fires `dialog-close` when the person wants it gone (Escape, the close button). Gives the focus back when it goes.
 */
@customElement('vi-dialog')
export class ViDialog extends LitElement {
  @property() heading = ''
  @property() closeLabel = ''
  @property({ attribute: false }) body: TemplateResult | null = null

  #opener: Element | null = null

  protected override createRenderRoot() {
    return this
  }

  override connectedCallback() {
    super.connectedCallback()
    this.#opener = document.activeElement
  }

  override disconnectedCallback() {
    super.disconnectedCallback()
    if (this.#opener instanceof HTMLElement && this.#opener.isConnected) this.#opener.focus()
  }

  protected override firstUpdated() {
    this.querySelector('dialog')?.showModal()
    // In a form, the first field is what the person came for; the browser would take the close button above it.
    this.querySelector<HTMLElement>('form :is(input, select, textarea)')?.focus()
  }

  protected override render() {
    return html`<dialog aria-labelledby="dialog-heading" @cancel=${this.#cancel}>
      <div class="dialog-head">
        <h2 id="dialog-heading">${this.heading}</h2>
        <button class="button link" type="button" @click=${this.#close}>
          ${icon('x')}${this.closeLabel}
        </button>
      </div>
      ${this.body}
    </dialog>`
  }

  /** The page decides: it may be in the middle of storing something. */
  readonly #cancel = (event: Event) => {
    event.preventDefault()
    this.#close()
  }

  readonly #close = () => {
    this.dispatchEvent(new CustomEvent('dialog-close'))
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'vi-dialog': ViDialog
  }
}
