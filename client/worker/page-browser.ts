/** For windows that cannot call, most often inside a mail app: how to get this page into a browser. */
import { html } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { icon } from '../ui/icon.ts'
import { WorkerPage } from './worker-page.ts'

@customElement('page-browser')
export class PageBrowser extends WorkerPage {
  /** The browser to open, by name; null where several would do. */
  @property({ attribute: false }) browser: string | null = null

  @state() private copied = false

  protected override render() {
    const { texts } = this
    return html`<div class="screen">
      <div class="screen-words">
        <p class="screen-mark">${icon('external-link')}</p>
        <h1 tabindex="-1">${texts['browser.title'](this.browser ?? texts['browser.any'])}</h1>
        <p>${texts['browser.body']}</p>
        <ol class="steps">
          ${texts['browser.steps'].map((step) => html`<li>${step}</li>`)}
        </ol>
      </div>
      <div class="screen-actions">
        <button type="button" class="button primary" @click=${this.#copy}>
          ${texts['browser.copy']}
        </button>
        <p role="status">${this.copied ? texts['browser.copied'] : ''}</p>
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
