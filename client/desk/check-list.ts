import { html, LitElement } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { DeskTexts } from '../i18n/desk/en.ts'
import { checks, type Check } from './desk.ts'

export interface Tick {
  readonly check: Check
  readonly ticked: boolean
}

/** Three things to make sure of before talking. What is not ticked stays amber; nothing is blocked. Fires `tick`. */
@customElement('check-list')
export class CheckList extends LitElement {
  @property({ attribute: false }) texts!: DeskTexts
  @property({ attribute: false }) ticked: ReadonlySet<Check> = new Set()

  protected override createRenderRoot() {
    return this
  }

  protected override render() {
    return html`<fieldset class="group">
      <legend>${this.texts['checks.title']}</legend>
      ${checks.map((check) => this.#renderCheck(check))}
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
      <span>${this.texts[`checks.${check}`]}</span>
    </label>`
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
