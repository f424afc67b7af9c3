import { html, LitElement } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { Locale } from '../../signaling/protocol/primitives.ts'
import { languageNames, pageLocales } from '../i18n/locale.ts'

/** Links to this same page in the other languages. Looks: `language-switch.css`. */
@customElement('language-switch')
export class LanguageSwitch extends LitElement {
  @property() current: Locale = 'en'
  /** What the links are, for screen readers: "Language". */
  @property() label = ''

  protected override createRenderRoot() {
    return this
  }

  protected override render() {
    return html`<nav aria-label=${this.label}>
      <ul class="languages" role="list">
        ${pageLocales.map((locale) => this.#renderLink(locale))}
      </ul>
    </nav>`
  }

  #renderLink(locale: Locale) {
    return html`<li>
      <a
        href="?lang=${locale}"
        lang=${locale}
        hreflang=${locale}
        aria-current=${locale === this.current ? 'true' : 'false'}
        @click=${this.#keepFragment}
      >
        <span aria-hidden="true">${locale.toUpperCase()}</span>
        <span class="unseen">${languageNames[locale]} (${locale.toUpperCase()})</span>
      </a>
    </li>`
  }

  /** The fragment may hold a link's token that is not spent yet; it can change without an event, so it is read late. */
  readonly #keepFragment = (event: Event) => {
    if (event.currentTarget instanceof HTMLAnchorElement) event.currentTarget.hash = location.hash
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'language-switch': LanguageSwitch
  }
}
