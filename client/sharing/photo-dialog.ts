/**
 * The worker is asked for a photo: sees what of, may say no, frames it with the camera at the back, looks at it, sends it or
 * takes another. Nothing leaves before *Send*.
 */
import { html } from 'lit'
import { customElement, property, query, state } from 'lit/decorators.js'
import { icon } from '../ui/icon.ts'
import './blob-picture.ts'
import { shortHash, type FileRefusal } from './file-kinds.ts'
import { takePhoto, type PhotoCamera } from './photo-camera.ts'
import { sha256Of } from './sha256.ts'
import './sharing.css'
import { SharedElement } from './shared-element.ts'

type Step =
  | { readonly at: 'asked' }
  | { readonly at: 'opening' }
  | { readonly at: 'framing'; readonly track: MediaStreamTrack; readonly taking: boolean }
  | { readonly at: 'taken'; readonly photo: File; readonly sha256: string }
  | { readonly at: 'sending'; readonly photo: File; readonly sha256: string }
  | { readonly at: 'failed'; readonly reason: 'camera' | FileRefusal }

@customElement('photo-dialog')
export class PhotoDialog extends SharedElement {
  @property({ attribute: false }) camera!: PhotoCamera

  @state() private step: Step = { at: 'asked' }

  @query('dialog') private readonly dialog!: HTMLDialogElement
  @query('video') private readonly video!: HTMLVideoElement | null

  #isLent = false

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    void this.#giveBack()
  }

  protected override firstUpdated(): void {
    this.dialog.showModal()
  }

  protected override render() {
    const { texts } = this.sharing
    return html`<dialog class="photo" aria-labelledby="photo-title" @cancel=${this.#cancel}>
      <h2 id="photo-title">${texts['photo.title'](this.otherName)}</h2>
      ${this.#renderStep()}
    </dialog>`
  }

  protected override updated(): void {
    const { step, video } = this
    if (step.at !== 'framing' || video === null || video.srcObject !== null) return
    video.srcObject = new MediaStream([step.track])
    video.play().catch(() => {})
  }

  #renderStep() {
    const { files, texts } = this.sharing
    const { step } = this
    switch (step.at) {
      case 'asked': {
        const what = files.request?.what ?? ''
        return html`${what === '' ? '' : html`<p class="photo-what"><bdi>${what}</bdi></p>`}
          <p>${texts['photo.explain']}</p>
          ${this.#renderButtons([texts['photo.open'], () => void this.#open(), 'switch-camera'])}`
      }
      case 'opening':
        return html`<p role="status">${texts['photo.opening']}</p>
          ${this.#renderButtons(null)}`
      case 'framing':
        return html`<video
            class="photo-view"
            playsinline
            muted
            aria-label=${texts['photo.view']}
          ></video>
          ${this.#renderButtons([texts['photo.take'], () => void this.#take(), 'camera'], step.taking)}`
      case 'taken':
      case 'sending':
        return html`<blob-picture
            .blob=${step.photo}
            label=${texts['photo.yours']}
            unreadable=${texts['file.unreadable-picture']}
          ></blob-picture>
          <p class="transfer-note">${texts['file.hash']} <code>${shortHash(step.sha256)}</code></p>
          ${
            step.at === 'taken'
              ? this.#renderButtons(
                  [texts['photo.send'], () => void this.#send(), 'upload'],
                  false,
                  true,
                )
              : ''
          }`
      case 'failed':
        return html`<p role="alert">
            ${step.reason === 'camera' ? texts['photo.no-camera'] : texts[`refusal.${step.reason}`]}
          </p>
          ${this.#renderButtons([texts['photo.again'], () => void this.#open(), 'rotate-ccw'])}`
    }
  }

  /** The same places in every step: go on, another one, no photo. */
  #renderButtons(
    main:
      readonly [string, () => void, 'switch-camera' | 'camera' | 'upload' | 'rotate-ccw'] | null,
    busy = false,
    mayRepeat = false,
  ) {
    const { texts } = this.sharing
    return html`<div class="photo-buttons">
      ${
        main === null
          ? ''
          : html`<button type="button" class="button primary" aria-busy=${busy} @click=${main[1]}>
              ${icon(main[2])}${main[0]}
            </button>`
      }
      ${
        mayRepeat
          ? html`<button type="button" class="button" @click=${() => void this.#open()}>
              ${texts['photo.again']}
            </button>`
          : ''
      }
      <button type="button" class="button" @click=${this.#decline}>${texts['photo.no']}</button>
    </div>`
  }

  async #open(): Promise<void> {
    this.step = { at: 'opening' }
    this.#isLent = true
    const track = await this.camera.lend()
    // Gone meanwhile: it was not lent yet when it was given back.
    if (!this.isConnected) return this.camera.takeBack()
    this.step =
      track === null ? { at: 'failed', reason: 'camera' } : { at: 'framing', track, taking: false }
  }

  async #take(): Promise<void> {
    const { step, video } = this
    if (step.at !== 'framing' || step.taking || video === null) return
    this.step = { ...step, taking: true }
    const photo = await takePhoto(step.track, video)
    await this.#giveBack()
    this.step =
      photo === null
        ? { at: 'failed', reason: 'camera' }
        : { at: 'taken', photo, sha256: await sha256Of(photo) }
  }

  async #send(): Promise<void> {
    const { step } = this
    if (step.at !== 'taken') return
    this.step = { ...step, at: 'sending' }
    const refusal = await this.sharing.files.sendPhoto(step.photo)
    if (refusal !== null) this.step = { at: 'failed', reason: refusal }
  }

  async #giveBack(): Promise<void> {
    if (!this.#isLent) return
    this.#isLent = false
    await this.camera.takeBack()
  }

  readonly #decline = () => this.sharing.files.decline()

  readonly #cancel = (event: Event) => {
    event.preventDefault()
    this.#decline()
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'photo-dialog': PhotoDialog
  }
}
