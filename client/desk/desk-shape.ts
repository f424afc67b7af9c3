import type { ReactiveController, ReactiveControllerHost } from 'lit'

/**
 * What a style sheet cannot know of the desk's layout, and what the elements must know of it: tells the style how much
 * stands above the stage, and the desk whether `layout.css` makes a strip of the queue. Draws its host again with its size.
 */
export class DeskShape implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement
  readonly #watch: ResizeObserver
  isStrip = false

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.#host = host
    this.#watch = new ResizeObserver(() => host.requestUpdate())
    host.addController(this)
  }

  hostConnected(): void {
    this.#watch.observe(this.#host)
  }

  hostDisconnected(): void {
    this.#watch.disconnect()
  }

  hostUpdate(): void {
    this.isStrip = getComputedStyle(this.#host).getPropertyValue('--queue') === 'strip'
  }

  hostUpdated(): void {
    const stage = this.#host.querySelector('main')
    if (stage !== null) this.#host.style.setProperty('--above', `${stage.offsetTop}px`)
  }
}
