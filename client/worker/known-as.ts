/** Greets whom itsme named. Fetched only then. */
import { html, LitElement, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { IdentityTexts } from '../i18n/identity/en.ts'
import { loadIdentityTexts } from '../i18n/identity/load.ts'
import { toLocale } from '../i18n/locale.ts'
import { icon } from '../ui/icon.ts'

@customElement('known-as')
export class KnownAs extends LitElement {
  @property() name = ''

  @state() private words: IdentityTexts | null = null

  protected override createRenderRoot() {
    return this
  }

  override connectedCallback(): void {
    super.connectedCallback()
    void loadIdentityTexts(toLocale(document.documentElement.lang) ?? 'en').then(
      (words) => (this.words = words),
    )
  }

  protected override render() {
    if (this.words === null) return nothing
    return html`<p class="banner" role="status">
      ${icon('circle-check')}<span>${this.words['hello'](this.name)}</span>
    </p>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'known-as': KnownAs
  }
}
