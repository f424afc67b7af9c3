import { html } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { Command } from './command.ts'
import { renderDialogFoot, renderDialogFrame } from './dialog-frame.ts'
import { renderFailure, renderProblem } from './failure.ts'
import {
  findProblems,
  readForm,
  renderField,
  type Field,
  type Problems,
  type Values,
} from './field.ts'
import { OfficeElement } from './office-element.ts'
import './worker-picker.ts'
import type { Picked } from './worker-picker.ts'

/** What a dialog about one worker asks, and does with the one who was found. */
export interface PersonPlan {
  readonly heading: string
  readonly submit: string
  readonly fields: readonly Field[]
  readonly save: (
    worker: { readonly id: string; readonly name: string },
    values: Values,
  ) => Promise<void>
}

/** Finds a worker by name and asks the rest about them. Fires `dialog-close` when it was left or is stored. */
@customElement('person-dialog')
export class PersonDialog extends OfficeElement {
  @property({ attribute: false }) plan!: PersonPlan

  @state() private picked: Picked = new Map()
  @state() private problems: Problems = {}

  readonly #save = new Command(this)

  protected override render() {
    const { heading } = this.plan
    const body = this.#renderForm()
    return renderDialogFrame({ heading, body, leave: this.#leave, wide: true }, this.texts)
  }

  #renderForm() {
    const { plan, texts, problems } = this
    return html`<form class="stack" novalidate @submit=${this.#submit}>
      <div class="form-grid">
        ${plan.fields.map((field) => renderField(field, 'person', problems, texts))}
      </div>
      <worker-picker
        .office=${this.office}
        .anyone=${true}
        @pick-change=${this.#pick}
      ></worker-picker>
      ${problems['picked'] === undefined ? '' : renderProblem(texts, problems['picked'])}
      ${renderFailure(texts, this.#save.failure)}
      ${renderDialogFoot(
        { label: plan.submit, busy: this.#save.busy, sticky: true },
        this.#leave,
        texts,
      )}
    </form>`
  }

  readonly #pick = (event: CustomEvent<Picked>) => {
    this.picked = event.detail
  }

  readonly #submit = async (event: SubmitEvent) => {
    event.preventDefault()
    if (!(event.target instanceof HTMLFormElement)) return
    const form = event.target
    const [worker] = this.picked
    this.problems = {
      ...findProblems(form, this.texts),
      ...(worker === undefined && { picked: this.texts['fill.nobody-chosen'] }),
    }
    if (worker === undefined || Object.keys(this.problems).length > 0) return
    const [id, name] = worker
    await this.#save.run(() => this.plan.save({ id, name }, readForm(form)))
    if (this.#save.failure === null) this.#close()
  }

  readonly #leave = () => {
    if (!this.#save.busy) this.#close()
  }

  #close() {
    this.dispatchEvent(new CustomEvent('dialog-close'))
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'person-dialog': PersonDialog
  }
}
