/** The floating picture of one screen, closed with it. */
import type { LitElement, ReactiveController } from 'lit'
import { floatPicture, type Floating } from './floating-picture.ts'

export class FloatingWindow implements ReactiveController {
  readonly #screen: LitElement
  #floating: Floating | null = null

  constructor(screen: LitElement) {
    this.#screen = screen
    screen.addController(this)
  }

  get isOpen(): boolean {
    return this.#floating !== null
  }

  /** Call it in a tap. The browser may refuse; then the picture stays where it is. */
  async toggle(video: HTMLVideoElement): Promise<void> {
    if (this.isOpen) this.hostDisconnected()
    else this.#keep(await floatPicture(video, () => this.#keep(null)).catch(() => null))
    if (!this.#screen.isConnected) this.hostDisconnected()
  }

  /** What is to be seen of the other person now. */
  show(stream: MediaStream | null): void {
    this.#floating?.show(stream)
  }

  hostDisconnected(): void {
    this.#floating?.close()
    this.#keep(null)
  }

  #keep(floating: Floating | null): void {
    this.#floating = floating
    this.#screen.requestUpdate()
  }
}
