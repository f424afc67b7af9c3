/** For windows that cannot call, most often inside a mail app: how to get this page into a browser. */
import { html, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { tellCannotCall } from '../api/cannot-call.ts'
import { toLocale } from '../i18n/locale.ts'
import type { NoCallsTexts } from '../i18n/no-calls/en.ts'
import { loadNoCallsTexts } from '../i18n/no-calls/load.ts'
import { icon } from '../ui/icon.ts'
import { tokenIn } from '../ui/link-token.ts'
import { WorkerPage } from './worker-page.ts'

@customElement('page-browser')
export class PageBrowser extends WorkerPage {
  /** The browser to open, by name; null where several would do. */
  @property({ attribute: false }) browser: string | null = null

  @state() private words: NoCallsTexts | null = null
  @state() private copied = false

  override connectedCallback(): void {
    super.connectedCallback()
    const token = tokenIn(location.hash)
    // Whether the service hears it or not: the person is to go on.
    if (token !== null) tellCannotCall(token).catch(() => undefined)
    void loadNoCallsTexts(toLocale(document.documentElement.lang) ?? 'en').then(
      (words) => (this.words = words),
    )
  }

  protected override render() {
    const { words } = this
    if (words === null) return nothing
    return html`<div class="screen">
      <div class="screen-words">
        <p class="screen-mark">${icon('external-link')}</p>
        <h1 tabindex="-1">${words['title'](this.browser ?? words['any'])}</h1>
        <p>${words['body']}</p>
        <ol class="steps">
          ${words['steps'].map((step) => html`<li>${step}</li>`)}
        </ol>
      </div>
      <div class="screen-actions">
        <button type="button" class="button primary" @click=${this.#copy}>${words['copy']}</button>
        <p role="status">${this.copied ? words['copied'] : ''}</p>
      </div>
    </div>`
  }

  readonly #copy = async () => {
    try {
      await navigator.clipboard.writeText(location.href)
      this.copied = true
    } catch {
      // Windows inside apps may refuse the clipboard; the address bar, or the service's telephone, is left.
      this.copied = false
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'page-browser': PageBrowser
  }
}
