/**
 * The sheet behind *More*: rows of 56 px, each with a word. `open()` shows it.
 *
 * Fires `more-choose` with the item that was pressed; the sheet has closed by then.
 */
import { LitElement, html } from 'lit'
import { customElement, property, query } from 'lit/decorators.js'
import type { ConsultationTexts } from '../i18n/consultation/en.ts'
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
  | 'needs-picture'
  | 'help'

const rowIcons = {
  'other-camera': 'switch-camera',
  'devices': 'mic',
  'move-self': 'hand',
  'files': 'image',
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

  @query('dialog') private readonly dialog!: HTMLDialogElement

  protected override createRenderRoot() {
    return this
  }

  open(): void {
    this.dialog.showModal()
  }

  protected override render() {
    return html`<dialog class="call-more" aria-labelledby="call-more-title">
      <div class="call-more-head">
        <h2 id="call-more-title">${this.texts['more.title']}</h2>
        <button type="button" class="button" @click=${() => this.dialog.close()}>
          ${icon('x')}${this.texts['more.close']}
        </button>
      </div>
      <ul>
        ${this.items.filter((item) => this.#isPossible(item)).map((item) => this.#renderRow(item))}
      </ul>
    </dialog>`
  }

  #isPossible(item: MoreItem): boolean {
    if (item === 'help') return this.helpPhone !== ''
    if (item === 'float') return canFloat()
    const needsCamera = item === 'camera' || item === 'other-camera' || item === 'move-self'
    return this.local.camera !== 'none' || !(needsCamera || item === 'needs-picture')
  }

  #renderRow(item: MoreItem) {
    const { texts } = this
    if (item === 'help') return this.#renderHelp()
    if (item === 'camera') {
      return this.local.camera === 'on'
        ? this.#renderButton(item, 'video-off', texts['more.camera-off'])
        : this.#renderButton(item, 'video', texts['more.camera-on'])
    }
    if (item === 'needs-picture') {
      return this.pictureNeeded
        ? this.#renderButton(item, 'check', texts['more.needs-picture-on'])
        : this.#renderButton(item, 'ear', texts['more.needs-picture'])
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
    return this.#renderButton(item, rowIcons[item], texts[`more.${item}`])
  }

  #renderHelp() {
    return html`<li>
      <a class="call-more-row" href=${telHref(this.helpPhone)}
        >${icon('circle-help')}<span>${this.texts['more.help'](this.helpPhone)}</span></a
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
    this.dialog.close()
    this.dispatchEvent(new CustomEvent<MoreItem>('more-choose', { detail: item }))
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'call-more': CallMore
  }
}
