import { html } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import '../../ui/vi-dialog.ts'
import { Command } from './command.ts'
import { renderFailure } from './failure.ts'
import { OfficeElement } from './office-element.ts'

export interface Confirmation {
  readonly question: string
  readonly consequence: string
  readonly yes: string
  readonly act: () => Promise<void>
}

/** Asks before something that cannot be taken back. Fires `dialog-close` when it was left or done. */
@customElement('confirm-dialog')
export class ConfirmDialog extends OfficeElement {
  @property({ attribute: false }) confirmation!: Confirmation

  readonly #command = new Command(this)

  protected override render() {
    return html`<vi-dialog
      .heading=${this.confirmation.question}
      .closeLabel=${this.texts['common.close']}
      .body=${this.#renderBody()}
      @dialog-close=${this.#leave}
    ></vi-dialog>`
  }

  #renderBody() {
    const { texts, confirmation } = this
    return html`<p>${confirmation.consequence}</p>
      ${renderFailure(texts, this.#command.failure)}
      <div class="dialog-foot">
        <button class="button" type="button" @click=${this.#leave}>
          ${texts['common.cancel']}
        </button>
        <button
          class="button stop"
          type="button"
          aria-busy=${this.#command.busy ? 'true' : 'false'}
          @click=${this.#act}
        >
          ${this.#command.busy ? texts['common.busy'] : confirmation.yes}
        </button>
      </div>`
  }

  readonly #act = async () => {
    await this.#command.run(() => this.confirmation.act())
    if (this.#command.failure === null && !this.#command.busy) this.#close()
  }

  readonly #leave = () => {
    if (!this.#command.busy) this.#close()
  }

  #close() {
    this.dispatchEvent(new CustomEvent('dialog-close'))
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'confirm-dialog': ConfirmDialog
  }
}
