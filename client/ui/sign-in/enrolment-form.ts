import { html, LitElement, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { SignInDraft } from '../../../signaling/protocol/staff.ts'
import type { SignInTexts } from '../../i18n/sign-in/en.ts'

export type EnrolmentDraft = NonNullable<SignInDraft['person']>

/** Enough to catch a slip of the finger; the server's schema decides. */
const emailShape = /^[^\s@<>,;]+@[^\s@<>,;]+\.[^\s@<>,;]+$/

/** Asks a new staff member for a name and an address. Fires `enrol` with `EnrolmentDraft` once both look right. */
@customElement('enrolment-form')
export class EnrolmentForm extends LitElement {
  @property({ attribute: false }) texts!: SignInTexts
  /** What the button says. */
  @property() submit = ''

  @state() private wrong: readonly ('name' | 'email')[] = []

  protected override createRenderRoot() {
    return this
  }

  protected override render() {
    const { texts } = this
    return html`<form class="stack" novalidate @submit=${this.#submit}>
      ${this.#renderField('name', {
        label: texts['signIn.name'],
        hint: texts['signIn.name.hint'],
        error: texts['signIn.name.missing'],
        maxLength: 120,
      })}
      ${this.#renderField('email', {
        label: texts['signIn.email'],
        hint: '',
        error: texts['signIn.email.wrong'],
        maxLength: 254,
      })}
      <p><button class="button primary">${this.submit}</button></p>
    </form>`
  }

  #renderField(
    name: 'name' | 'email',
    field: { label: string; hint: string; error: string; maxLength: number },
  ) {
    const wrong = this.wrong.includes(name)
    return html`<div class="field">
      <label for="enrol-${name}">${field.label}</label>
      ${
        field.hint === ''
          ? nothing
          : html`<span class="hint" id="enrol-${name}-hint">${field.hint}</span>`
      }
      <input
        id="enrol-${name}"
        name=${name}
        type=${name === 'email' ? 'email' : 'text'}
        autocomplete=${name}
        maxlength=${field.maxLength}
        required
        aria-invalid=${wrong ? 'true' : 'false'}
        aria-describedby="${field.hint === '' ? '' : `enrol-${name}-hint`} ${
          wrong ? `enrol-${name}-error` : ''
        }"
      />
      ${wrong ? html`<span class="error" id="enrol-${name}-error">${field.error}</span>` : nothing}
    </div>`
  }

  readonly #submit = (event: SubmitEvent) => {
    event.preventDefault()
    if (!(event.target instanceof HTMLFormElement)) return
    const form = new FormData(event.target)
    const read = (key: string) => {
      const value = form.get(key)
      return typeof value === 'string' ? value.trim() : ''
    }
    const draft: EnrolmentDraft = { name: read('name'), email: read('email') }
    this.wrong = [
      ...(draft.name === '' ? (['name'] as const) : []),
      ...(emailShape.test(draft.email) ? [] : (['email'] as const)),
    ]
    const [first] = this.wrong
    if (first === undefined) this.dispatchEvent(new CustomEvent('enrol', { detail: draft }))
    else this.querySelector<HTMLInputElement>(`#enrol-${first}`)?.focus()
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'enrolment-form': EnrolmentForm
  }
}
