import { html, LitElement, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { OwnAccessApi } from '../../api/own-access.ts'
import type { ErrorTexts } from '../../i18n/errors/error-texts.ts'
import type { Format } from '../../i18n/format.ts'
import type { OwnAccessTexts } from '../../i18n/own-access/en.ts'
import { icon } from '../icon.ts'

/** Opens the dialog of one's own passkeys and logins; what that needs is fetched when it is first wanted. */
@customElement('own-access-button')
export class OwnAccessButton extends LitElement {
  @property() label = ''
  @property({ attribute: false }) errors!: ErrorTexts
  @property({ attribute: false }) format!: Format
  @property({ attribute: false }) api!: OwnAccessApi

  @state() private texts: OwnAccessTexts | null = null

  protected override createRenderRoot() {
    return this
  }

  protected override render() {
    return html`<button class="button link quiet" type="button" @click=${this.#open}>
        ${icon('shield-check')} ${this.label}
      </button>
      ${
        this.texts === null
          ? nothing
          : html`<own-access-dialog
              .texts=${this.texts}
              .errors=${this.errors}
              .format=${this.format}
              .api=${this.api}
              @dialog-close=${() => (this.texts = null)}
            ></own-access-dialog>`
      }`
  }

  readonly #open = async () => {
    const [{ loadOwnAccessTexts }] = await Promise.all([
      import('../../i18n/own-access/load.ts'),
      import('./own-access-dialog.ts'),
    ])
    this.texts = await loadOwnAccessTexts(this.format.locale)
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'own-access-button': OwnAccessButton
  }
}
