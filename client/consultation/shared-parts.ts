/**
 * What the two share beside sound and picture, as parts of the call screen: the panel, the picture that the other one
 * shows, the question for a photo. Draws the screen again when any of it changes. The focus goes into the panel with who
 * opens it, and back where it came from.
 */
import { html, nothing, type LitElement, type ReactiveController } from 'lit'
import type { ConsultationTexts } from '../i18n/consultation/en.ts'
import type { PhotoCamera } from '../sharing/photo-camera.ts'
import type { SharingDoor } from '../sharing/sharing-door.ts'
import type { Part, Sharing } from '../sharing/sharing.ts'

/** The properties of the call screen with the same names. */
export interface SharingScreen extends LitElement {
  readonly sharing: SharingDoor | null
  readonly photoCamera: PhotoCamera | null
  readonly texts: ConsultationTexts
  readonly otherName: string
}

export class SharedParts implements ReactiveController {
  readonly #screen: SharingScreen
  #door: SharingDoor | null = null
  #stopListening: (() => void) | undefined
  #opener: Element | null = null

  constructor(screen: SharingScreen) {
    this.#screen = screen
    screen.addController(this)
  }

  /** Null until it was fetched, and where there is none. */
  get sharing(): Sharing | null {
    return this.#screen.sharing?.sharing ?? null
  }

  hostUpdate(): void {
    const screen = this.#screen
    if (screen.sharing === this.#door) return
    this.#stopListening?.()
    this.#door = screen.sharing
    this.#stopListening = this.#door?.subscribe(() => screen.requestUpdate())
  }

  /** A screen that is put elsewhere in the page comes back, and listens again. */
  hostDisconnected(): void {
    this.#stopListening?.()
    this.#door = null
  }

  renderPanel() {
    const { sharing } = this
    if (sharing?.shown !== true) return nothing
    return html`<share-panel
      .sharing=${sharing}
      otherName=${this.#screen.otherName}
      .callTexts=${this.#screen.texts}
      @panel-close=${() => this.show(null)}
    ></share-panel>`
  }

  /** What the other person shows covers their face, and a pause covers both. */
  renderShown() {
    const { sharing } = this
    if (sharing === null || sharing.files.shown === null) return nothing
    return html`<shown-picture
      .sharing=${sharing}
      otherName=${this.#screen.otherName}
    ></shown-picture>`
  }

  renderPhotoDialog() {
    const { sharing } = this
    const { otherName, photoCamera } = this.#screen
    const isAsked = sharing?.participant === 'worker' && sharing.files.request !== null
    if (!isAsked || photoCamera === null) return nothing
    return html`<photo-dialog
      .sharing=${sharing}
      .camera=${photoCamera}
      otherName=${otherName}
    ></photo-dialog>`
  }

  /** Opens the panel at a part and goes into it; null closes it. */
  async show(part: Part | null): Promise<void> {
    const screen = this.#screen
    const opener = document.activeElement
    const sharing = await screen.sharing?.open()
    if (part === null) sharing?.hide()
    else sharing?.show(part)
    await screen.updateComplete
    const panel = screen.querySelector<LitElement>('share-panel')
    await panel?.updateComplete
    if (part === null) {
      this.#focusOpener()
      return
    }
    this.#opener = opener
    panel?.focus()
  }

  /** To the dock where the panel stood open by itself. */
  #focusOpener(): void {
    const opener = this.#opener ?? this.#screen.querySelector('[data-control=text]')
    if (opener instanceof HTMLElement) opener.focus()
    this.#opener = null
  }
}
