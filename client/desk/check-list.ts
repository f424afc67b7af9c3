import { html, LitElement, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { Declaration } from '../../signaling/protocol/consents.ts'
import type { DeskTexts } from '../i18n/desk/en.ts'
import type { Format } from '../i18n/format.ts'
import { icon } from '../ui/icon.ts'
import { checks, type Check } from './desk.ts'

export interface Tick {
  readonly check: Check
  readonly ticked: boolean
}

/**
 * What to make sure of before talking. What is not ticked stays amber; nothing is blocked. What the worker declared on their own
 * page is ticked, and said to be theirs. Fires `tick`.
 */
@customElement('check-list')
export class CheckList extends LitElement {
  @property({ attribute: false }) texts!: DeskTexts
  @property({ attribute: false }) format!: Format
  @property({ attribute: false }) ticked: ReadonlySet<Check> = new Set()
  @property({ attribute: false }) declared: readonly Declaration[] = []
  /** Why the latest tick was not kept; empty when it was. */
  @property() failure = ''

  protected override createRenderRoot() {
    return this
  }

  protected override render() {
    return html`<fieldset class="group">
      <legend>${this.texts['checks.title']}</legend>
      ${checks.map((check) => this.#renderCheck(check))}
      <div role="status">${this.#renderCompany()}</div>
      <div role="alert">
        ${this.failure === '' ? nothing : html`<p class="banner stop">${icon('circle-alert')} <span>${this.failure}</span></p>`}
      </div>
    </fieldset>`
  }

  #renderCheck(check: Check) {
    const ticked = this.ticked.has(check)
    return html`<label class="choice ${ticked ? '' : 'open'}">
      <input
        type="checkbox"
        .checked=${ticked}
        @change=${(event: Event) => this.#fire(check, event.target)}
      />
      <span>${this.texts[`checks.${check}`]} ${ticked ? this.#renderOwnPage(check) : nothing}</span>
    </label>`
  }

  #renderOwnPage(check: Check) {
    const own = this.declared.find(({ consent, ownPage }) => consent === check && ownPage)
    if (own === undefined) return nothing
    return html`<br /><span class="small muted"
        >${this.texts['checks.own-page'](this.format.time(own.at))}</span
      >`
  }

  #renderCompany() {
    const isAccompanied = this.declared.some(({ consent }) => consent === 'accompanied')
    if (!isAccompanied || this.ticked.has('alone')) return nothing
    return html`<p class="banner wait">
      ${icon('user-round')} <span>${this.texts['checks.accompanied']}</span>
    </p>`
  }

  #fire(check: Check, target: EventTarget | null) {
    if (!(target instanceof HTMLInputElement)) return
    const detail: Tick = { check, ticked: target.checked }
    this.dispatchEvent(new CustomEvent<Tick>('tick', { detail, bubbles: true }))
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'check-list': CheckList
  }
}
