/**
 * Text, photos and files beside the picture. Everything that both wrote, the line that the other one writes now, and a field. The eye sees
 * each letter; a screen reader is told whole sentences.
 *
 * Fires `panel-close`.
 */
import { html, nothing } from 'lit'
import { customElement, query, state } from 'lit/decorators.js'
import { browserAfter } from '../call/timers.ts'
import { icon } from '../ui/icon.ts'
import type { Line } from './live-text.ts'
import { createReader, type Reader } from './reader.ts'
import './share-files.ts'
import type { Part } from './sharing.ts'
import './sharing.css'
import { SharedElement } from './shared-element.ts'

/** What was told before is old news; the live region keeps this much of it. */
const mostTold = 5

@customElement('share-panel')
export class SharePanel extends SharedElement {
  @state() private told: readonly string[] = []

  @query('.share-own') private readonly field!: HTMLInputElement | null
  @query('.share-log') private readonly log!: HTMLElement | null

  #reader: Reader | null = null
  #ended = 0
  #growing = ''

  override connectedCallback(): void {
    super.connectedCallback()
    this.#reader = createReader((words) => this.#tell(words), browserAfter)
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.#reader?.close()
  }

  /** For who opened it in order to write; who did not keeps the focus. */
  override focus(): void {
    const place = this.field ?? this.querySelector<HTMLElement>('.share-part')
    place?.focus()
  }

  protected override render() {
    const { part, texts } = this.sharing
    return html`<section class="share" aria-label=${texts['panel.title']}>
      <div class="share-head">
        <div class="share-parts">${this.#renderPart('text')} ${this.#renderPart('files')}</div>
        <button
          type="button"
          class="button share-part"
          @click=${() => this.dispatchEvent(new CustomEvent('panel-close'))}
        >
          ${icon('x')}${texts['text.close']}
        </button>
      </div>
      ${
        part === 'text'
          ? this.#renderText()
          : html`<share-files .sharing=${this.sharing} otherName=${this.otherName}></share-files>`
      }
      <div class="unseen" aria-live="polite">
        ${this.told.map((words) => html`<p>${words}</p>`)}
      </div>
    </section>`
  }

  #renderPart(part: Part) {
    const { news, part: current, texts } = this.sharing
    return html`<button
      type="button"
      class="button share-part"
      aria-pressed=${part === current}
      @click=${() => this.sharing.show(part)}
    >
      ${texts[`panel.${part}`]}
      ${news.has(part) ? html`<span class="share-new">${texts['panel.new']}</span>` : nothing}
    </button>`
  }

  #renderText() {
    const { text, texts } = this.sharing
    const { lines, other, own } = text.state
    const isEmpty = lines.length === 0 && other === ''
    return html`<div
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
          class="share-field share-own"
          aria-label=${texts['text.field']}
          autocomplete="off"
          enterkeyhint="enter"
          maxlength="1000"
          .value=${own}
          @input=${this.#type}
        />
        <button class="button" ?disabled=${own.trim() === ''}>${texts['text.end-line']}</button>
      </form>`
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
