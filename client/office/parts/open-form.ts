import { html, nothing, type ReactiveController } from 'lit'
import './form-dialog.ts'
import type { FormPlan } from './form-dialog.ts'
import type { OfficeElement } from './office-element.ts'

/** The form dialog of a page: open from `show` until it was left or its values are stored. */
export class OpenForm implements ReactiveController {
  #plan: FormPlan | null = null
  readonly #host: OfficeElement

  constructor(host: OfficeElement) {
    this.#host = host
    host.addController(this)
  }

  hostConnected() {}

  show(plan: FormPlan) {
    this.#set(plan)
  }

  /** For the end of the host's `render`. */
  render() {
    return this.#plan === null
      ? nothing
      : html`<form-dialog
          .office=${this.#host.office}
          .plan=${this.#plan}
          @dialog-close=${this.#close}
        ></form-dialog>`
  }

  readonly #close = () => this.#set(null)

  #set(plan: FormPlan | null) {
    this.#plan = plan
    this.#host.requestUpdate()
  }
}
