import { html, LitElement } from 'lit'
import { customElement, property, query } from 'lit/decorators.js'
import type { DeskTexts } from '../i18n/desk/en.ts'
import { icon } from '../ui/icon.ts'
import { keyCommands, keyNames } from './keys.ts'

/** The button that opens the list of keys, and the list. Fires `keys-on` with whether they are wanted. */
@customElement('keys-dialog')
export class KeysDialog extends LitElement {
  @property({ attribute: false }) texts!: DeskTexts
  @property({ type: Boolean }) on = true

  @query('dialog') private readonly dialog!: HTMLDialogElement

  protected override createRenderRoot() {
    return this
  }

  protected override render() {
    const { texts } = this
    return html`<button
        type="button"
        class="button link quiet"
        @click=${() => this.dialog.showModal()}
      >
        ${icon('keyboard')} ${texts['keys.open']}
      </button>
      <dialog aria-labelledby="keys-title">
        <form method="dialog" class="stack">
          <h2 id="keys-title">${texts['keys.title']}</h2>
          <dl class="keys">
            ${keyCommands.map(
              (command) =>
                html`<div>
                  <dt>${texts[`keys.${command}`]}</dt>
                  <dd>${keyNames[command].map((key) => html`<kbd>${key}</kbd> `)}</dd>
                </div>`,
            )}
          </dl>
          <label class="choice">
            <input type="checkbox" .checked=${this.on} @change=${this.#change} />
            <span>${texts['keys.use']}</span>
          </label>
          <button class="button">${texts['page.close']}</button>
        </form>
      </dialog>`
  }

  readonly #change = (event: Event) => {
    if (!(event.target instanceof HTMLInputElement)) return
    this.dispatchEvent(new CustomEvent<boolean>('keys-on', { detail: event.target.checked }))
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'keys-dialog': KeysDialog
  }
}
