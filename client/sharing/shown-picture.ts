/** The picture that both look at, over the stage: whole, or larger to read it; and the pages of a paper, for whoever shows it. */
import { html, nothing } from 'lit'
import { customElement, state } from 'lit/decorators.js'
import { icon, type IconName } from '../ui/icon.ts'
import './blob-picture.ts'
import type { Paper } from './paper.ts'
import './sharing.css'
import { SharedElement } from './shared-element.ts'

@customElement('shown-picture')
export class ShownPicture extends SharedElement {
  @state() private large = false

  /** What had the focus before it came in here. */
  #cameFrom: EventTarget | null = null
  #stopWatching = () => {}

  override connectedCallback(): void {
    super.connectedCallback()
    this.addEventListener('focusin', this.#remember)
    this.#stopWatching = this.sharing.subscribe(() => {
      if (this.sharing.files.shown === null) this.#giveFocusBack()
    })
  }

  /** Whoever shows it goes on here: their panel makes room for it. */
  protected override firstUpdated(): void {
    if (this.sharing.files.shown?.by === 'own') {
      this.querySelector<HTMLElement>('.shown-sheet')?.focus()
    }
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.removeEventListener('focusin', this.#remember)
    this.#stopWatching()
  }

  protected override render() {
    const { files, texts } = this.sharing
    const { shown } = files
    if (shown === null) return html``
    const words =
      shown.by === 'own' ? texts['show.own'](this.otherName) : texts['show.other'](this.otherName)
    return html`<figure class="shown">
      <div
        class="shown-sheet ${this.large ? 'large' : ''}"
        tabindex="0"
        role="group"
        aria-label=${words}
      >
        ${
          shown.blob === null
            ? html`<p role="status">${texts['show.coming']}</p>`
            : html`<blob-picture
                .blob=${shown.blob}
                label=${texts['show.picture']}
                unreadable=${texts['file.unreadable-picture']}
              ></blob-picture>`
        }
      </div>
      <figcaption>
        <span role="status">${words} ${shown.isComing ? texts['show.coming'] : nothing}</span>
        ${files.paper === null ? nothing : this.#renderPages(files.paper)}
        <button
          type="button"
          class="button"
          aria-pressed=${this.large}
          @click=${() => (this.large = !this.large)}
        >
          ${icon(this.large ? 'zoom-out' : 'zoom-in')}${texts[this.large ? 'show.smaller' : 'show.larger']}
        </button>
        <button type="button" class="button" @click=${() => files.stopShowing()}>
          ${icon('x')}${texts[shown.by === 'own' ? 'show.stop' : 'text.close']}
        </button>
      </figcaption>
    </figure>`
  }

  #renderPages(paper: Paper) {
    const { texts } = this.sharing
    const { count, isUnreadable, page } = paper
    return html`<div class="shown-pages">
      ${this.#renderTurn(paper, page - 1, 'arrow-left', texts['show.previous'])}
      <span role="status" class="tabular">
        ${texts['show.page'](page, count)}
        ${isUnreadable ? html`<br />${texts['show.page-unreadable']}` : nothing}
      </span>
      ${this.#renderTurn(paper, page + 1, 'arrow-right', texts['show.next'])}
    </div>`
  }

  /** At the ends it keeps the focus, and does nothing. */
  #renderTurn(paper: Paper, page: number, symbol: IconName, label: string) {
    const isThere = page >= 1 && page <= paper.count
    return html`<button
      type="button"
      class="button"
      aria-disabled=${isThere ? 'false' : 'true'}
      @click=${() => isThere && void paper.turnTo(page)}
    >
      ${icon(symbol)}${label}
    </button>`
  }

  readonly #remember = ({ relatedTarget }: FocusEvent) => {
    const isInside = relatedTarget instanceof Node && this.contains(relatedTarget)
    if (!isInside) this.#cameFrom = relatedTarget
  }

  /** While it still stands: the focus of what is taken away falls to the start of the page. */
  #giveFocusBack(): void {
    if (!this.contains(document.activeElement)) return
    const origin = this.#cameFrom
    if (origin instanceof HTMLElement && origin.isConnected) origin.focus()
    // Its origin went meanwhile, or it was touched first of all.
    if (this.contains(document.activeElement)) {
      document.querySelector<HTMLElement>('[data-control=text]')?.focus()
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'shown-picture': ShownPicture
  }
}
