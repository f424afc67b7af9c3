/**
 * One file or photo: what it is, how far it has come, and what can be done with it now.
 *
 * Fires `transfer-wish` with `accept`, `refuse` or `withdraw`.
 */
import { LitElement, html, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { SharingTexts } from '../i18n/sharing/en.ts'
import { icon } from '../ui/icon.ts'
import './blob-picture.ts'
import { kindOf, shortHash, sizeInWords } from './file-kinds.ts'
import { saveBlob } from './save-blob.ts'
import { isFinal, type Transfer } from './transfer.ts'

export type TransferWish = 'accept' | 'refuse' | 'withdraw'

const pictureKinds = ['jpg', 'jpeg', 'png', 'webp']

@customElement('transfer-card')
export class TransferCard extends LitElement {
  @property({ attribute: false }) texts!: SharingTexts
  @property({ attribute: false }) transfer!: Transfer
  @property() otherName = ''
  /** The line has no room for what leaves. */
  @property({ type: Boolean }) held = false

  protected override createRenderRoot() {
    return this
  }

  protected override render() {
    const { texts, transfer } = this
    const { direction, moved, name, phase, sha256, size } = transfer
    const isHeld = this.held && direction === 'out' && phase === 'moving'
    return html`<article class="transfer" aria-label=${name}>
      <p class="transfer-name"><bdi>${name}</bdi></p>
      <p class="transfer-note">
        ${texts['file.size'](kindOf(name)?.toUpperCase() ?? '', sizeInWords(size))}
      </p>
      <p role="status">
        ${isHeld ? texts['out.held'] : texts[`${direction}.${phase}`](this.otherName)}
      </p>
      ${
        phase === 'moving'
          ? html`<progress
              max=${size}
              value=${moved}
              aria-label=${texts['file.progress']}
            ></progress>`
          : nothing
      }
      ${phase === 'arrived' ? this.#renderArrived(sha256) : nothing} ${this.#renderChoices()}
    </article>`
  }

  #renderArrived(sha256: string) {
    const { texts, transfer } = this
    const { blob, name } = transfer
    const isPicture = pictureKinds.includes(kindOf(name) ?? '')
    return html`<p class="transfer-note">
        ${texts['file.hash']} <code title=${sha256}>${shortHash(sha256)}</code>
      </p>
      ${isPicture ? html`<blob-picture .blob=${blob} label=${name} unreadable=${texts['file.unreadable-picture']}></blob-picture>` : nothing}
      ${
        transfer.direction === 'in' && blob !== null
          ? html`<button type="button" class="button" @click=${() => saveBlob(blob, name)}>
              ${icon('download')}${texts['file.save']}
            </button>`
          : nothing
      }`
  }

  #renderChoices() {
    const { texts, transfer } = this
    if (isFinal(transfer)) return nothing
    if (transfer.direction === 'out') return this.#renderWish('withdraw', texts['file.cancel'])
    if (transfer.phase !== 'offered') return this.#renderWish('refuse', texts['file.cancel'])
    return html`<div class="transfer-choices">
      ${this.#renderWish('accept', texts['file.accept'])}
      ${this.#renderWish('refuse', texts['file.refuse'])}
    </div>`
  }

  #renderWish(wish: TransferWish, words: string) {
    const fire = () =>
      this.dispatchEvent(new CustomEvent<TransferWish>('transfer-wish', { detail: wish }))
    return html`<button type="button" class="button" @click=${fire}>${words}</button>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'transfer-card': TransferCard
  }
}
