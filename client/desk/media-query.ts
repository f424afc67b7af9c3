import type { ReactiveController, ReactiveControllerHost } from 'lit'

/** Whether a media query matches now; draws its host again when that changes. */
export class MediaQuery implements ReactiveController {
  readonly #host: ReactiveControllerHost
  readonly #list: MediaQueryList

  constructor(host: ReactiveControllerHost, query: string) {
    this.#host = host
    this.#list = matchMedia(query)
    host.addController(this)
  }

  get matches(): boolean {
    return this.#list.matches
  }

  hostConnected(): void {
    this.#list.addEventListener('change', this.#draw)
  }

  hostDisconnected(): void {
    this.#list.removeEventListener('change', this.#draw)
  }

  readonly #draw = () => this.#host.requestUpdate()
}
