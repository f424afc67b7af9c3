import type { ReactiveController, ReactiveControllerHost } from 'lit'

/** Draws its host again after every change of something that can be listened to, and once a second for what counts time. */
export class Watch implements ReactiveController {
  readonly #host: ReactiveControllerHost
  readonly #subscribe: (listener: () => void) => () => void
  #stop: (() => void) | null = null
  #clock: ReturnType<typeof setInterval> | undefined

  constructor(host: ReactiveControllerHost, subscribe: (listener: () => void) => () => void) {
    this.#host = host
    this.#subscribe = subscribe
    host.addController(this)
  }

  hostConnected(): void {
    const draw = () => this.#host.requestUpdate()
    this.#stop = this.#subscribe(draw)
    this.#clock = setInterval(draw, 1000)
  }

  hostDisconnected(): void {
    this.#stop?.()
    clearInterval(this.#clock)
  }
}
