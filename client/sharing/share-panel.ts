/**
 * Text beside the picture. Everything that both wrote, the line that the other one writes now, and a field. The eye sees
 * each letter; a screen reader is told whole sentences.
 *
 * Fires `panel-close`.
 */
import { LitElement, html, nothing } from 'lit'
import { customElement, property, query, state } from 'lit/decorators.js'
import { browserAfter } from '../call/timers.ts'
import { icon } from '../ui/icon.ts'
import type { Line } from './live-text.ts'
import { createReader, type Reader } from './reader.ts'
import type { Sharing } from './sharing.ts'
import './sharing.css'

/** What was told before is old news; the live region keeps this much of it. */
const mostTold = 5

@customElement('share-panel')
export class SharePanel extends LitElement {
  @property({ attribute: false }) sharing!: Sharing
  @property() otherName = ''

  @state() private told: readonly string[] = []

  @query('input') private readonly field!: HTMLInputElement | null
  @query('.share-log') private readonly log!: HTMLElement | null

  #stopListening = () => {}
  #reader: Reader | null = null
  #ended = 0
  #growing = ''

  protected override createRenderRoot() {
    return this
  }

  override connectedCallback(): void {
    super.connectedCallback()
    this.#reader = createReader((words) => this.#tell(words), browserAfter)
    this.#stopListening = this.sharing.subscribe(() => this.requestUpdate())
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.#reader?.close()
    this.#stopListening()
  }

  /** For who opened it in order to write; who did not keeps the focus. */
  override focus(): void {
    this.field?.focus()
  }

  protected override render() {
    const { text, texts } = this.sharing
    const { lines, other, own } = text.state
    const isEmpty = lines.length === 0 && other === ''
    return html`<section class="share" aria-labelledby="share-title">
      <div class="share-head">
        <h3 id="share-title">${texts['text.title']}</h3>
        <button
          type="button"
          class="button link"
          @click=${() => this.dispatchEvent(new CustomEvent('panel-close'))}
        >
          ${icon('x')}${texts['text.close']}
        </button>
      </div>
      <div
        class="share-log"
        role="log"
        aria-live="off"
        aria-label=${texts['text.log']}
        tabindex="0"
      >
        ${isEmpty ? html`<p class="share-hint">${texts['text.empty'](this.otherName)}</p>` : nothing}
        ${lines.map((line) => this.#renderLine(line))}
        ${
          other === ''
            ? nothing
            : html`<p class="share-line other growing">
                <b>${texts['text.writes'](this.otherName)}</b>
                <bdi>${other}</bdi>
              </p>`
        }
      </div>
      <form class="share-write" @submit=${this.#endLine}>
        <input
          class="share-field"
          aria-label=${texts['text.field']}
          autocomplete="off"
          enterkeyhint="enter"
          maxlength="1000"
          .value=${own}
          @input=${this.#type}
        />
        <button class="button" ?disabled=${own.trim() === ''}>${texts['text.end-line']}</button>
      </form>
      <div class="unseen" aria-live="polite">
        ${this.told.map((words) => html`<p>${words}</p>`)}
      </div>
    </section>`
  }

  protected override updated(): void {
    this.#read()
    const { log } = this
    if (log !== null) log.scrollTop = log.scrollHeight
  }

  #renderLine({ by, text }: Line) {
    const who = by === 'own' ? this.sharing.texts['text.you'] : this.otherName
    return html`<p class="share-line ${by}"><b>${who}</b> <bdi>${text}</bdi></p>`
  }

  /** Gives the reader what has come since. */
  #read(): void {
    const { lines, other } = this.sharing.text.state
    for (const { by, text } of lines.slice(this.#ended)) {
      if (by === 'other') this.#reader?.ends(text)
    }
    this.#ended = lines.length
    if (other !== this.#growing && other !== '') this.#reader?.grows(other)
    this.#growing = other
  }

  #tell(words: string): void {
    const said = this.sharing.texts['text.said'](this.otherName, words)
    this.told = [...this.told, said].slice(-mostTold)
  }

  readonly #type = () => {
    if (this.field !== null) this.sharing.text.type(this.field.value)
  }

  readonly #endLine = (event: Event) => {
    event.preventDefault()
    this.sharing.text.endLine()
    this.field?.focus()
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'share-panel': SharePanel
  }
}
