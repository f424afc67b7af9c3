import { html, LitElement } from 'lit'
import { customElement, property } from 'lit/decorators.js'

/** Short enough to feel immediate, long enough to send a word and not each of its letters. */
const pauseMs = 250

/** A search field that speaks after a pause in the typing. Fires `search-change` with the text. */
@customElement('search-field')
export class SearchField extends LitElement {
  @property() label = ''
  @property() fieldId = 'search'

  #timer: ReturnType<typeof setTimeout> | undefined

  protected override createRenderRoot() {
    return this
  }

  override disconnectedCallback() {
    super.disconnectedCallback()
    clearTimeout(this.#timer)
  }

  protected override render() {
    return html`<div class="field">
      <label for=${this.fieldId}>${this.label}</label>
      <input
        id=${this.fieldId}
        type="search"
        maxlength="120"
        autocomplete="off"
        spellcheck="false"
        @input=${this.#input}
        @keydown=${this.#keydown}
      />
    </div>`
  }

  readonly #input = (event: Event) => {
    clearTimeout(this.#timer)
    const input = event.target
    if (!(input instanceof HTMLInputElement)) return
    this.#timer = setTimeout(() => this.#speak(input.value), pauseMs)
  }

  /** Enter searches at once, and does not submit the form around. */
  readonly #keydown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.target instanceof HTMLInputElement)) return
    event.preventDefault()
    clearTimeout(this.#timer)
    this.#speak(event.target.value)
  }

  #speak(text: string) {
    this.dispatchEvent(new CustomEvent('search-change', { detail: text.trim() }))
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'search-field': SearchField
  }
}
