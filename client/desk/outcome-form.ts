import { html, LitElement, nothing, type PropertyValues } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { Outcome } from '../../signaling/protocol/planning.ts'
import { toSentence, type ErrorTexts } from '../i18n/errors/error-texts.ts'
import type { DeskTexts } from '../i18n/desk/en.ts'
import { icon } from '../ui/icon.ts'
import type { SaveState } from './desk.ts'

const outcomes = ['done-by-video', 'needs-in-person', 'not-reached'] as const

/**
 * How it went, on the administrative side. Fires `draft` with the outcome, and `save` with `{ callNext }`.
 * The buttons stay enabled without a choice: pressing one says what is missing.
 */
@customElement('outcome-form')
export class OutcomeForm extends LitElement {
  @property({ attribute: false }) texts!: DeskTexts
  @property({ attribute: false }) errors!: ErrorTexts
  @property({ attribute: false }) outcome: Outcome | null = null
  @property({ attribute: false }) state: SaveState = { phase: 'none' }
  /** Whether somebody is ready to be rung after this one. */
  @property({ type: Boolean }) hasNext = false
  /** Whether its first button is the one solid button. */
  @property({ type: Boolean }) solid = false

  protected override createRenderRoot() {
    return this
  }

  protected override render() {
    const { texts, state } = this
    const missing = state.phase === 'outcome-missing'
    return html`<form class="outcome" novalidate @submit=${this.#submit}>
      <fieldset class="group" aria-describedby=${missing ? 'outcome-missing' : nothing}>
        <legend>${texts['outcome.title']}</legend>
        ${outcomes.map((outcome) => this.#renderChoice(outcome))}
      </fieldset>
      <div class="panel-foot stack">
        <div role="alert">${this.#renderTrouble()}</div>
        ${this.#renderButtons()}
      </div>
    </form>`
  }

  protected override updated(changed: PropertyValues<this>) {
    if (!changed.has('state') || this.state.phase !== 'outcome-missing') return
    this.querySelector<HTMLInputElement>('input')?.focus()
  }

  #renderChoice(outcome: Outcome) {
    return html`<label class="choice">
      <input
        type="radio"
        name="outcome"
        value=${outcome}
        .checked=${this.outcome === outcome}
        @change=${() => this.#fire('draft', outcome)}
      />
      <span>${this.texts[`outcome.${outcome}`]}</span>
    </label>`
  }

  #renderTrouble() {
    const { state, texts } = this
    if (state.phase === 'outcome-missing') {
      return html`<p class="error" id="outcome-missing">${texts['outcome.choose']}</p>`
    }
    if (state.phase !== 'failed') return nothing
    return html`<p class="banner stop">
      ${icon('circle-alert')} <span>${toSentence(this.errors, state.error)}</span>
    </p>`
  }

  #renderButtons() {
    const { texts } = this
    const busy = this.state.phase === 'saving'
    const first = this.hasNext ? 'outcome.saveNext' : 'outcome.save'
    return html`<div class="panel-buttons">
      ${
        this.hasNext
          ? html`<button
              type="button"
              class="button"
              aria-busy=${busy ? 'true' : 'false'}
              @click=${() => this.#save(false)}
            >
              ${texts['outcome.save']}
            </button>`
          : nothing
      }
      <button class="button ${this.solid ? 'primary' : ''}" aria-busy=${busy ? 'true' : 'false'}>
        ${texts[busy ? 'outcome.saving' : first]}
      </button>
    </div>`
  }

  readonly #submit = (event: SubmitEvent) => {
    event.preventDefault()
    this.#save(this.hasNext)
  }

  #save(callNext: boolean) {
    this.#fire('save', { callNext })
  }

  #fire(type: string, detail: unknown) {
    this.dispatchEvent(new CustomEvent(type, { detail, bubbles: true }))
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'outcome-form': OutcomeForm
  }
}
