/** The floating picture of one screen, closed with it. */
import type { LitElement, ReactiveController } from 'lit'
import { isUnseen, type RemoteFacts } from '../consultation/remote-picture.ts'
import { floatPicture, type Floating } from './floating-picture.ts'

export interface FloatingScreen extends LitElement, RemoteFacts {
  floats: boolean
}

export class FloatingWindow implements ReactiveController {
  readonly #screen: FloatingScreen
  #floating: Floating | null = null

  constructor(screen: FloatingScreen) {
    this.#screen = screen
    screen.addController(this)
  }

  get isOpen(): boolean {
    return this.#floating !== null
  }

  /** Call it in a tap. The browser may refuse; then the picture stays where it is. */
  async toggle(): Promise<void> {
    const video = this.#screen.querySelector<HTMLVideoElement>('.stage > video-tile video')
    if (this.isOpen) this.hostDisconnected()
    else if (video !== null)
      this.#keep(await floatPicture(video, () => this.#keep(null)).catch(() => null))
    if (!this.#screen.isConnected) this.hostDisconnected()
  }

  hostUpdated(): void {
    this.#floating?.show(isUnseen(this.#screen) ? null : this.#screen.remote.stream)
  }

  hostDisconnected(): void {
    this.#floating?.close()
    this.#keep(null)
  }

  #keep(floating: Floating | null): void {
    this.#floating = floating
    this.#screen.floats = floating !== null
  }
}
