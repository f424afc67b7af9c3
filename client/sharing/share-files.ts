/** Photos and files of the call: what can be asked and sent, and everything that is on its way or has come. */
import { html, nothing } from 'lit'
import { customElement, query, state } from 'lit/decorators.js'
import { repeat } from 'lit/directives/repeat.js'
import { icon, type IconName } from '../ui/icon.ts'
import { acceptedFiles, type FileRefusal } from './file-kinds.ts'
import type { HandingOver } from './handing-over.ts'
import { longestWish } from './share-notes.ts'
import type { TransferWish } from './transfer-card.ts'
import './transfer-card.ts'
import { SharedElement } from './shared-element.ts'

@customElement('share-files')
export class ShareFiles extends SharedElement {
  @state() private refusal: FileRefusal | null = null
  @state() private isPreparing = false

  @query('.share-wish') private readonly wish!: HTMLInputElement | null

  protected override render() {
    const { files, texts } = this.sharing
    return html`<div class="share-files">
      <div class="share-choices">
        ${this.#renderChooser('upload', texts['file.send'], acceptedFiles, (file) => files.send(file))}
        ${this.#renderChooser('image', texts['show.choose'], 'image/*,.pdf', (file) => this.#show(file))}
      </div>
      ${this.sharing.participant === 'physician' ? this.#renderAsk(files) : nothing}
      <p role="status">${this.isPreparing ? texts['file.preparing'] : nothing}</p>
      <p role="alert">${this.refusal === null ? nothing : texts[`refusal.${this.refusal}`]}</p>
      ${repeat(
        files.transfers.toReversed(),
        ({ direction, id }) => `${direction} ${id}`,
        (transfer) =>
          html`<transfer-card
            .texts=${texts}
            .transfer=${transfer}
            otherName=${this.otherName}
            ?held=${files.isHeld}
            @transfer-wish=${({ detail }: CustomEvent<TransferWish>) => files[detail](transfer.id)}
          ></transfer-card>`,
      )}
    </div>`
  }

  /** The field itself is unseen: its own words would be the browser's language, not the page's. */
  #renderChooser(
    name: IconName,
    words: string,
    accept: string,
    take: (file: File) => Promise<FileRefusal | null>,
  ) {
    return html`<label class="button share-chooser">
      ${icon(name)}<span>${words}</span>
      <input
        type="file"
        class="unseen"
        accept=${accept}
        @change=${(event: Event) => this.#take(event, take)}
      />
    </label>`
  }

  #renderAsk({ request }: HandingOver) {
    const { files, texts } = this.sharing
    if (request !== null) {
      const words = request.phase === 'asked' ? 'ask.asked' : 'ask.declined'
      return html`<p role="status">${texts[words](this.otherName, request.what)}</p>
        <button type="button" class="button" @click=${() => files.unask()}>
          ${request.phase === 'asked' ? texts['file.cancel'] : texts['ask.seen']}
        </button>`
    }
    return html`<form class="share-ask" @submit=${this.#ask}>
      <label for="share-wish">${texts['ask.what']}</label>
      <div class="share-write">
        <input
          id="share-wish"
          class="share-field share-wish"
          maxlength=${longestWish}
          autocomplete="off"
        />
        <button class="button">${texts['ask.button']}</button>
      </div>
    </form>`
  }

  /** Then the panel makes room: on a phone it would cover what is shown. */
  async #show(file: File): Promise<FileRefusal | null> {
    const refusal = await this.sharing.files.show(file)
    if (refusal === null) this.sharing.hide()
    return refusal
  }

  readonly #ask = (event: Event) => {
    event.preventDefault()
    this.sharing.files.ask(this.wish?.value ?? '')
  }

  async #take(event: Event, take: (file: File) => Promise<FileRefusal | null>): Promise<void> {
    const input = event.target
    const file = input instanceof HTMLInputElement ? (input.files?.[0] ?? null) : null
    if (file === null) return
    this.isPreparing = true
    this.refusal = await take(file)
    this.isPreparing = false
    // So that the same file can be chosen again.
    if (input instanceof HTMLInputElement) input.value = ''
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'share-files': ShareFiles
  }
}
