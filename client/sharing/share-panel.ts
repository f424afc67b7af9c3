/**
 * Text, photos and files beside the picture. Everything that both wrote, the line that the other one writes now, and a field. The eye sees
 * each letter; a screen reader is told whole sentences.
 *
 * Fires `panel-close`.
 */
import { html, nothing } from 'lit'
import { customElement, property, query, state } from 'lit/decorators.js'
import { browserAfter } from '../call/timers.ts'
import { toWho } from '../consultation/who.ts'
import type { ConsultationTexts } from '../i18n/consultation/en.ts'
import type { GroupLine } from './group-text.ts'
import { createReader, type Reader } from './reader.ts'
import { followSeenHeight } from './seen-height.ts'
import './share-files.ts'
import type { Part } from './sharing.ts'
import './sharing.css'
import { SharedElement } from './shared-element.ts'

/** What was told before is old news; the live region keeps this much of it. */
const mostTold = 5

@customElement('share-panel')
export class SharePanel extends SharedElement {
  /** Names the roles of whoever writes beside the two. */
  @property({ attribute: false }) callTexts: ConsultationTexts | null = null

  @state() private told: readonly string[] = []

  @query('.share-own') private readonly field!: HTMLInputElement | null
  @query('.share-log') private readonly log!: HTMLElement | null

  /** By name: what two people write is not read out as one's. */
  readonly #readers = new Map<string, Reader>()
  readonly #growing = new Map<string, string>()
  #ended = 0
  #stopFollowing = () => {}

  override connectedCallback(): void {
    super.connectedCallback()
    // The desk scrolls; the pages of the others are as high as the window in a call.
    if (this.sharing.participant !== 'physician') {
      this.#stopFollowing = followSeenHeight(globalThis.visualViewport)
    }
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.#stopFollowing()
    for (const reader of this.#readers.values()) reader.close()
    this.#readers.clear()
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
        <div class="share-parts">
          ${this.#renderPart('text')}
          ${this.sharing.participant === 'guest' ? nothing : this.#renderPart('files')}
        </div>
        <button
          type="button"
          class="button share-part"
          @click=${() => this.dispatchEvent(new CustomEvent('panel-close'))}
        >
          ${texts['text.close']}
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
    const { lines, own, writing } = text.state
    const isEmpty = lines.length === 0 && writing.length === 0
    return html`<div
        class="share-log"
        role="log"
        aria-live="off"
        aria-label=${texts['text.log']}
        tabindex="0"
      >
        ${isEmpty ? html`<p class="share-hint">${texts['text.empty'](this.otherName)}</p>` : nothing}
        ${lines.map((line) => this.#renderLine(line))}
        ${writing.map(
          (line) =>
            html`<p class="share-line ${classOf(line)} growing">
              <b>${texts['text.writes'](this.#nameOf(line))}</b>
              <bdi>${line.text}</bdi>
            </p>`,
        )}
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

  #renderLine(line: GroupLine) {
    return html`<p class="share-line ${classOf(line)}">
      <b>${this.#nameOf(line)}</b> <bdi>${line.text}</bdi>
    </p>`
  }

  #nameOf({ by }: GroupLine): string {
    if (by === 'own') return this.sharing.texts['text.you']
    if (by === 'other') return this.otherName
    return this.callTexts === null ? by.name : toWho(this.callTexts, by)
  }

  /** Gives the reader what has come since. */
  #read(): void {
    const { lines, writing } = this.sharing.text.state
    for (const line of lines.slice(this.#ended)) {
      if (line.by !== 'own') this.#readerOf(this.#nameOf(line)).ends(line.text)
    }
    this.#ended = lines.length
    const now = new Map(writing.map((line) => [this.#nameOf(line), line.text]))
    for (const [name, text] of now) {
      if (text !== this.#growing.get(name)) this.#readerOf(name).grows(text)
    }
    this.#growing.clear()
    for (const [name, text] of now) this.#growing.set(name, text)
  }

  #readerOf(name: string): Reader {
    const reader =
      this.#readers.get(name) ?? createReader((words) => this.#tell(name, words), browserAfter)
    this.#readers.set(name, reader)
    return reader
  }

  #tell(name: string, words: string): void {
    const said = this.sharing.texts['text.said'](name, words)
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

function classOf({ by }: GroupLine): string {
  return typeof by === 'string' ? by : 'third'
}

declare global {
  interface HTMLElementTagNameMap {
    'share-panel': SharePanel
  }
}
