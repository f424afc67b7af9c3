import { html, LitElement } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { icon } from '../../ui/icon.ts'

/** Takes a file by choosing or by dropping. Fires `file-chosen` with it. */
@customElement('roster-drop')
export class RosterDrop extends LitElement {
  @property() label = ''
  @property() hint = ''
  @property() buttonLabel = ''
  @property({ type: Boolean }) busy = false

  @state() private over = false

  protected override createRenderRoot() {
    return this
  }

  protected override render() {
    return html`<div
      class="drop ${this.over ? 'over' : ''}"
      @dragover=${this.#dragOver}
      @dragleave=${this.#dragLeave}
      @drop=${this.#drop}
    >
      ${icon('upload')}
      <p id="drop-hint">${this.hint}</p>
      <label class="button primary" aria-busy=${this.busy ? 'true' : 'false'}>
        <input
          class="unseen"
          type="file"
          accept=".csv,.txt,text/csv,text/plain,application/vnd.ms-excel"
          aria-describedby="drop-hint"
          ?disabled=${this.busy}
          @change=${this.#change}
        />
        <span>${this.buttonLabel}</span>
      </label>
    </div>`
  }

  readonly #dragOver = (event: DragEvent) => {
    event.preventDefault()
    this.over = true
  }

  readonly #dragLeave = () => {
    this.over = false
  }

  readonly #drop = (event: DragEvent) => {
    event.preventDefault()
    this.over = false
    this.#take(event.dataTransfer?.files[0])
  }

  readonly #change = (event: Event) => {
    if (!(event.target instanceof HTMLInputElement)) return
    this.#take(event.target.files?.[0])
    // The same file, mended, can be chosen again.
    event.target.value = ''
  }

  #take(file: File | undefined) {
    if (file === undefined || this.busy) return
    this.dispatchEvent(new CustomEvent('file-chosen', { detail: file }))
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'roster-drop': RosterDrop
  }
}
