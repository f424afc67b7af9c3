import type { ReactiveController, ReactiveControllerHost } from 'lit'
import { ApiError } from '../../api/request.ts'

/** One thing that the person asks for: busy while it runs, so that a second click does nothing, and what went wrong. */
export class Command implements ReactiveController {
  busy = false
  /** Null when nothing went wrong the last time. */
  failure: unknown = null
  readonly #host: ReactiveControllerHost & EventTarget

  constructor(host: ReactiveControllerHost & EventTarget) {
    this.#host = host
    host.addController(this)
  }

  hostConnected() {}

  /** Never rejects: what goes wrong is in `failure`. */
  async run(work: () => Promise<void>): Promise<void> {
    if (this.busy) return
    this.#set(true, null)
    try {
      await work()
      this.#set(false, null)
    } catch (error) {
      this.#set(false, error)
      reportUnexpected(error, this.#host)
    }
  }

  #set(busy: boolean, failure: unknown) {
    this.busy = busy
    this.failure = failure
    this.#host.requestUpdate()
  }
}

/** A lost login is news for the root; what is no refusal of the server is a fault of ours and goes to the console. */
export function reportUnexpected(error: unknown, host: EventTarget): void {
  if (!(error instanceof ApiError)) console.error(error)
  else if (error.code === 'signed-out')
    host.dispatchEvent(new CustomEvent('office-signed-out', { bubbles: true }))
}
