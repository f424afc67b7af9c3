import { html, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { ApiError } from '../../api/request.ts'
import { toSentence } from '../../i18n/errors/error-texts.ts'
import { Command } from './command.ts'
import { focusProblem, renderDialogFoot, renderDialogFrame } from './dialog-frame.ts'
import { renderFailure } from './failure.ts'
import {
  findProblems,
  readForm,
  renderField,
  type Field,
  type Problems,
  type Values,
} from './field.ts'
import { OfficeElement } from './office-element.ts'

/** What a form dialog asks and does. */
export interface FormPlan {
  readonly heading: string
  readonly submit: string
  readonly fields: readonly Field[]
  /** Stores it. When it fails the dialog stays, with everything that was filled in. */
  readonly save: (values: Values) => Promise<void>
  /** Finds what a single control cannot see. */
  readonly check?: (values: Values) => Problems
  /** A sentence that follows what is filled in. */
  readonly note?: (values: Values) => string
}

/** A dialog with one form. Fires `dialog-close` when it was left or its values are stored. */
@customElement('form-dialog')
export class FormDialog extends OfficeElement {
  @property({ attribute: false }) plan!: FormPlan

  @state() private problems: Problems = {}
  /** What is filled in so far; null until the first change. */
  @state() private values: Values | null = null

  readonly #save = new Command(this)

  protected override render() {
    const { heading } = this.plan
    const body = this.#renderForm()
    return renderDialogFrame({ heading, body, leave: this.#leave }, this.texts)
  }

  #renderForm() {
    const { plan, texts } = this
    const failure = this.#hasFieldFailure() ? null : this.#save.failure
    return html`<form class="stack" novalidate @submit=${this.#submit} @input=${this.#input}>
      <div class="form-grid">
        ${plan.fields.map((field) => renderField(field, 'form', this.problems, texts))}
      </div>
      ${
        plan.note === undefined
          ? nothing
          : html`<p role="status" class="muted">${plan.note(this.values ?? defaults(plan))}</p>`
      }
      ${renderFailure(texts, failure)}
      ${renderDialogFoot({ label: plan.submit, busy: this.#save.busy }, this.#leave, texts)}
    </form>`
  }

  readonly #input = (event: Event) => {
    if (event.currentTarget instanceof HTMLFormElement) this.values = readForm(event.currentTarget)
  }

  readonly #submit = async (event: SubmitEvent) => {
    event.preventDefault()
    if (!(event.target instanceof HTMLFormElement)) return
    const form = event.target
    const values = readForm(form)
    this.problems = { ...this.plan.check?.(values), ...findProblems(form, this.texts) }
    if (Object.keys(this.problems).length === 0) {
      await this.#save.run(() => this.plan.save(values))
      if (this.#save.failure === null) return this.#close()
      this.problems = this.#problemsOfServer()
    }
    await focusProblem(this, form)
  }

  /** A refusal that points at one of our fields is shown there. */
  #problemsOfServer(): Problems {
    const { failure } = this.#save
    if (!(failure instanceof ApiError) || failure.at === null) return {}
    const name = failure.at.replace(/^\//, '')
    if (!this.plan.fields.some((field) => field.name === name)) return {}
    const { texts } = this
    return {
      [name]: failure.code === 'invalid' ? texts['form.wrong'] : toSentence(texts.errors, failure),
    }
  }

  #hasFieldFailure(): boolean {
    return Object.keys(this.#problemsOfServer()).length > 0
  }

  readonly #leave = () => {
    if (!this.#save.busy) this.#close()
  }

  #close() {
    this.dispatchEvent(new CustomEvent('dialog-close'))
  }
}

function defaults(plan: FormPlan): Values {
  return Object.fromEntries(plan.fields.map((field) => [field.name, field.value ?? '']))
}

declare global {
  interface HTMLElementTagNameMap {
    'form-dialog': FormDialog
  }
}
