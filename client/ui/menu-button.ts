import { html, LitElement, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { icon, type IconName } from './icon.ts'

export interface MenuItem {
  readonly id: string
  readonly label: string
}

/**
 * A button that shows a short list of commands under it. Fires `menu-choose` with the item's id.
 * A list of buttons that appears, no ARIA menu: Tab goes through it, Escape and leaving close it.
 */
@customElement('menu-button')
export class MenuButton extends LitElement {
  @property() label = ''
  /** Whom or what it is about, for screen readers: the visible word is the same on every row. */
  @property() about = ''
  @property({ attribute: false }) iconName: IconName = 'ellipsis'
  @property({ attribute: false }) items: readonly MenuItem[] = []
  @property({ type: Boolean }) busy = false

  @state() private open = false

  protected override createRenderRoot() {
    return this
  }

  protected override render() {
    return html`<div class="menu" @keydown=${this.#keydown} @focusout=${this.#focusout}>
      <button
        class="button menu-toggle"
        type="button"
        aria-expanded=${this.open ? 'true' : 'false'}
        aria-busy=${this.busy ? 'true' : 'false'}
        @click=${this.#toggle}
      >
        ${icon(this.iconName)}<span>${this.label}<span class="unseen"> ${this.about}</span></span>
      </button>
      ${this.open ? this.#renderItems() : nothing}
    </div>`
  }

  #renderItems() {
    return html`<ul class="menu-items" role="list">
      ${this.items.map(
        (item) =>
          html`<li>
            <button type="button" @click=${() => this.#choose(item.id)}>${item.label}</button>
          </li>`,
      )}
    </ul>`
  }

  readonly #toggle = () => {
    if (!this.busy) this.open = !this.open
  }

  #choose(id: string) {
    this.#close()
    this.dispatchEvent(new CustomEvent('menu-choose', { detail: id }))
  }

  readonly #keydown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !this.open) return
    event.stopPropagation()
    this.#close()
  }

  readonly #focusout = (event: FocusEvent) => {
    const next = event.relatedTarget
    if (!(next instanceof Node) || !this.contains(next)) this.open = false
  }

  #close() {
    this.open = false
    this.querySelector<HTMLButtonElement>('.menu-toggle')?.focus()
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'menu-button': MenuButton
  }
}
