import { html } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { StaffLink } from '../../../signaling/protocol/staff.ts'
import '../../ui/vi-dialog.ts'
import { OfficeElement } from './office-element.ts'

/** Shows a one-time link, this once. Fires `dialog-close`. */
@customElement('link-dialog')
export class LinkDialog extends OfficeElement {
  @property({ attribute: false }) link!: StaffLink
  @property() whom = ''

  @state() private copy: 'not-yet' | 'copied' | 'failed' = 'not-yet'

  protected override render() {
    return html`<vi-dialog
      .heading=${this.texts['staff.link-title']}
      .closeLabel=${this.texts['common.close']}
      .body=${this.#renderBody()}
      @dialog-close=${this.#close}
    ></vi-dialog>`
  }

  #renderBody() {
    const { texts, format } = this
    const until = Date.parse(this.link.expiresAt)
    return html`<div class="stack">
      <p>${this.whom} ${texts['staff.link-once']}</p>
      <div class="field">
        <label class="unseen" for="made-link">${texts['staff.link-title']}</label>
        <input id="made-link" readonly .value=${this.link.url} @focus=${this.#select} />
      </div>
      <p class="muted small">
        ${texts['staff.link-until'](`${format.day(until)}, ${format.time(until)}`)}
      </p>
      <p role="status">
        ${
          this.copy === 'copied'
            ? texts['staff.copied']
            : this.copy === 'failed'
              ? texts['staff.not-copied']
              : ''
        }
      </p>
      <div class="dialog-foot">
        <button class="button primary" type="button" @click=${this.#copyLink}>
          ${texts['staff.copy']}
        </button>
      </div>
    </div>`
  }

  readonly #select = (event: Event) => {
    if (event.target instanceof HTMLInputElement) event.target.select()
  }

  readonly #copyLink = async () => {
    try {
      await navigator.clipboard.writeText(this.link.url)
      this.copy = 'copied'
    } catch {
      this.copy = 'failed'
      this.querySelector<HTMLInputElement>('#made-link')?.focus()
    }
  }

  readonly #close = () => {
    this.dispatchEvent(new CustomEvent('dialog-close'))
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'link-dialog': LinkDialog
  }
}
