import { html, LitElement, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { toSentence, type ErrorTexts } from '../i18n/errors/error-texts.ts'
import type { EmployerTexts } from '../i18n/employer/en.ts'
import { icon } from '../ui/icon.ts'

export interface CodePorts {
  ask(email: string): Promise<void>
  enter(code: string): Promise<void>
}

type Step =
  | { readonly step: 'address' }
  /** Whether anybody has this address is not known here either. */
  | { readonly step: 'code'; readonly email: string }

/** Signs in with six digits from a mail. Fires `signed-in`. */
@customElement('code-form')
export class CodeForm extends LitElement {
  @property({ attribute: false }) texts!: EmployerTexts
  @property({ attribute: false }) errors!: ErrorTexts
  @property({ attribute: false }) ports!: CodePorts

  @state() private now: Step = { step: 'address' }
  @state() private error = ''
  @state() private busy = false

  protected override createRenderRoot() {
    return this
  }

  protected override render() {
    const { texts } = this
    const isAddress = this.now.step === 'address'
    return html`<form class="stack" novalidate @submit=${this.#submit}>
      <h2>${texts['code.title']}</h2>
      ${
        this.now.step === 'code'
          ? html`<p role="status">${texts['code.sent'](this.now.email)}</p>`
          : nothing
      }
      ${isAddress ? this.#renderAddress() : this.#renderCode()}
      <p class="row">
        <button class="button" aria-busy=${this.busy ? 'true' : 'false'}>
          ${icon('mail')}${isAddress ? texts['code.ask'] : texts['code.enter']}
        </button>
        ${
          isAddress
            ? nothing
            : html`<button class="button link" type="button" @click=${this.#again}>
                ${texts['code.again']}
              </button>`
        }
      </p>
    </form>`
  }

  #renderAddress() {
    return html`<div class="field">
      <label for="code-email">${this.texts['code.email']}</label>
      <input
        id="code-email"
        name="email"
        type="email"
        autocomplete="email"
        maxlength="254"
        aria-invalid=${this.error === '' ? 'false' : 'true'}
        aria-describedby="code-error"
      />
      ${this.#renderError()}
    </div>`
  }

  #renderCode() {
    return html`<div class="field">
      <label for="code-digits">${this.texts['code.digits']}</label>
      <input
        id="code-digits"
        name="code"
        inputmode="numeric"
        autocomplete="one-time-code"
        maxlength="9"
        aria-invalid=${this.error === '' ? 'false' : 'true'}
        aria-describedby="code-error"
      />
      ${this.#renderError()}
    </div>`
  }

  #renderError() {
    return html`<span class="error" id="code-error" role="alert">${this.error}</span>`
  }

  readonly #again = () => {
    this.now = { step: 'address' }
    this.error = ''
  }

  readonly #submit = async (event: SubmitEvent) => {
    event.preventDefault()
    const input = this.querySelector('input')
    if (input === null || this.busy) return
    this.error = ''
    this.busy = true
    await (this.now.step === 'address'
      ? this.#ask(input.value.trim())
      : this.#enter(input.value.replaceAll(/\D/g, '')))
    this.busy = false
    await this.updateComplete
    this.querySelector('input')?.focus()
  }

  async #ask(email: string): Promise<void> {
    try {
      await this.ports.ask(email)
      this.now = { step: 'code', email }
    } catch (error) {
      this.error = codeOf(error) === 'invalid' ? this.texts['code.email-wrong'] : this.#say(error)
    }
  }

  async #enter(code: string): Promise<void> {
    try {
      await this.ports.enter(code)
      this.dispatchEvent(new Event('signed-in', { bubbles: true }))
    } catch (error) {
      const isWrong = ['code-wrong', 'invalid'].includes(codeOf(error))
      this.error = isWrong ? this.texts['code.wrong'] : this.#say(error)
    }
  }

  #say(error: unknown): string {
    return toSentence(this.errors, error)
  }
}

function codeOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : ''
}

declare global {
  interface HTMLElementTagNameMap {
    'code-form': CodeForm
  }
}
