/** A picture that came from the other page: decoded by the browser as a picture, whatever else it may claim to be. */
import { LitElement, html, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { readPictureHead } from './pictures.ts'

/** Cameras put previews and colour tables before the size. */
const headBytes = 1_000_000

@customElement('blob-picture')
export class BlobPicture extends LitElement {
  @property({ attribute: false }) blob: Blob | null = null
  @property() label = ''
  /** Stands in the place of what is no picture. */
  @property() unreadable = ''

  @state() private url: string | null = null
  @state() private isUnreadable = false

  protected override createRenderRoot() {
    return this
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.#forget()
  }

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (changed.has('blob')) void this.#look(this.blob)
  }

  protected override render() {
    if (this.isUnreadable) return this.unreadable === '' ? nothing : html`<p>${this.unreadable}</p>`
    return this.url === null ? nothing : html`<img src=${this.url} alt=${this.label} />`
  }

  async #look(blob: Blob | null): Promise<void> {
    this.#forget()
    this.isUnreadable = false
    if (blob === null) return
    const head = readPictureHead(new Uint8Array(await blob.slice(0, headBytes).arrayBuffer()))
    if (blob !== this.blob || !this.isConnected) return
    this.isUnreadable = head === null
    if (head !== null) this.url = URL.createObjectURL(new Blob([blob], { type: head.type }))
  }

  #forget(): void {
    if (this.url !== null) URL.revokeObjectURL(this.url)
    this.url = null
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'blob-picture': BlobPicture
  }
}
