/**
 * The sheet behind *More*: rows of 56 px, each with a word. `open()` shows it.
 *
 * Fires `more-choose` with the item that was pressed; the sheet has closed by then.
 */
import { LitElement, html, nothing } from 'lit'
import { customElement, property, query, state } from 'lit/decorators.js'
import type { ConsultationTexts } from '../i18n/consultation/en.ts'
import type { SheetTexts } from '../i18n/sheets/en.ts'
import { sheetTexts } from './sheet-texts.ts'
import { icon, type IconName } from '../ui/icon.ts'
import { telHref } from '../ui/tel-href.ts'
import type { Devices } from './live.ts'

export type MoreItem =
  | 'pause'
  | 'float'
  | 'camera'
  | 'other-camera'
  | 'devices'
  | 'move-self'
  | 'files'
  | 'words'
  | 'needs-picture'
  | 'help'

const rowIcons = {
  'other-camera': 'switch-camera',
  'devices': 'mic',
  'move-self': 'hand',
  'files': 'image',
  'words': 'shield-check',
} as const

/** Whether this browser has any window above others. */
function canFloat(): boolean {
  return 'documentPictureInPicture' in globalThis || document.pictureInPictureEnabled
}

@customElement('call-more')
export class CallMore extends LitElement {
  @property({ attribute: false }) texts!: ConsultationTexts
  @property({ attribute: false }) items: readonly MoreItem[] = []
  @property({ attribute: false }) local!: Devices
  @property() helpPhone = ''
  /** The picture is in a window of its own. */
  @property({ type: Boolean }) floats = false
  /** The person said that they sign or read lips. */
  @property({ type: Boolean }) pictureNeeded = false

  @state() private own: SheetTexts | null = null

  @query('dialog') private readonly dialog!: HTMLDialogElement | null

  protected override createRenderRoot() {
    return this
  }

  override connectedCallback(): void {
    super.connectedCallback()
    void this.#load()
  }

  async open(): Promise<void> {
    await this.#load()
    // What can be chosen depends on what was fetched meanwhile.
    this.requestUpdate()
    await this.updateComplete
    this.dialog?.showModal()
  }

  async #load(): Promise<void> {
    this.own ??= await sheetTexts().catch(() => null)
  }

  protected override render() {
    const { own } = this
    if (own === null) return nothing
    return html`<dialog class="call-more" aria-labelledby="call-more-title">
      <div class="call-more-head">
        <h2 id="call-more-title">${own['more.title']}</h2>
        <button type="button" class="button" @click=${() => this.dialog?.close()}>
          ${icon('x')}${own['more.close']}
        </button>
      </div>
      <ul>
        ${this.items.filter((item) => this.#isPossible(item)).map((item) => this.#renderRow(item, own))}
      </ul>
    </dialog>`
  }

  #isPossible(item: MoreItem): boolean {
    if (item === 'help') return this.helpPhone !== ''
    if (item === 'float') return canFloat()
    // Fetched when the call has long begun.
    if (item === 'words') return customElements.get('safety-words') !== undefined
    const needsCamera = item === 'camera' || item === 'other-camera' || item === 'move-self'
    return this.local.camera !== 'none' || !(needsCamera || item === 'needs-picture')
  }

  #renderRow(item: MoreItem, own: SheetTexts) {
    const { texts } = this
    if (item === 'help') return this.#renderHelp(own)
    if (item === 'camera') {
      return this.local.camera === 'on'
        ? this.#renderButton(item, 'video-off', own['more.camera-off'])
        : this.#renderButton(item, 'video', own['more.camera-on'])
    }
    if (item === 'needs-picture') {
      return this.pictureNeeded
        ? this.#renderButton(item, 'check', own['more.needs-picture-on'])
        : this.#renderButton(item, 'ear', own['more.needs-picture'])
    }
    if (item === 'pause') {
      return this.#renderButton(
        item,
        'pause',
        texts[this.local.paused ? 'call.go-on' : 'dock.pause-long'],
      )
    }
    if (item === 'float') {
      const name = this.floats ? 'check' : 'picture-in-picture-2'
      return this.#renderButton(item, name, texts['dock.float-long'])
    }
    return this.#renderButton(item, rowIcons[item], own[`more.${item}`])
  }

  #renderHelp(own: SheetTexts) {
    return html`<li>
      <a class="call-more-row" href=${telHref(this.helpPhone)}
        >${icon('circle-help')}<span>${own['more.help'](this.helpPhone)}</span></a
      >
    </li>`
  }

  #renderButton(item: MoreItem, name: IconName, label: string) {
    return html`<li>
      <button
        type="button"
        class="call-more-row"
        data-item=${item}
        @click=${() => this.#choose(item)}
      >
        ${icon(name)}<span>${label}</span>
      </button>
    </li>`
  }

  #choose(item: MoreItem): void {
    this.dialog?.close()
    this.dispatchEvent(new CustomEvent<MoreItem>('more-choose', { detail: item }))
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'call-more': CallMore
  }
}
