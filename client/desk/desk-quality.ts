import { html, LitElement, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { qualitySentences, worstRung } from '../consultation/quality-words.ts'
import type { Rung } from '../quality/ladder.ts'
import type { Quality } from '../quality/quality.ts'
import { icon, type IconName } from '../ui/icon.ts'
import type { DeskCatalogue } from './catalogue.ts'
import { phoneLink } from './phone-link.ts'
import { qualityNumbers } from './quality-numbers.ts'

const levels = {
  'full': { word: 'good', icon: 'wifi' },
  'smaller': { word: 'reduced', icon: 'triangle-alert' },
  'slower': { word: 'reduced', icon: 'triangle-alert' },
  'still': { word: 'still', icon: 'pause' },
  'sound-only': { word: 'sound-only', icon: 'video-off' },
  'phone': { word: 'phone', icon: 'phone' },
} as const satisfies Record<Rung, { word: string; icon: IconName }>

/**
 * The line under the call: how good it is in a word, whose side is weak, what helps; the numbers for whoever supports.
 * Fires `needs-picture` with `{ needed }`, and `in-person` where the picture no longer serves someone who needs it.
 */
@customElement('desk-quality')
export class DeskQuality extends LitElement {
  @property({ attribute: false }) catalogue!: DeskCatalogue
  @property({ attribute: false }) quality!: Quality
  @property() name = ''
  /** The worker's; empty where none is known. */
  @property() phone = ''
  /** While the result is being saved. */
  @property({ type: Boolean }) busy = false

  @state() private open = false

  protected override createRenderRoot() {
    return this
  }

  protected override render() {
    const { desk, consultation } = this.catalogue
    const rung = worstRung(this.quality)
    const level = levels[rung]
    const sentences = qualitySentences(this.quality, consultation, this.name)
    return html`<div class="quality">
      <div class="quality-said" role="status">
        <p class="quality-word ${rung === 'full' ? '' : 'weak'}">
          ${icon(level.icon)} ${desk[`quality.${level.word}`]}
        </p>
        ${sentences.length === 0 ? nothing : html`<p class="small">${sentences.join(' ')}</p>`}
        ${this.#renderNeeded()}
      </div>
      ${
        rung === 'phone' && this.phone !== ''
          ? phoneLink(this.phone, desk['quality.phoneWho'])
          : nothing
      }
      ${this.#renderDetails()}
    </div>`
  }

  #renderNeeded() {
    const { desk } = this.catalogue
    const { needsPicture, suggestsInPerson } = this.quality
    return html`${
      needsPicture.other
        ? html`<p class="small">${desk['quality.neededBy'](this.name)}</p>`
        : nothing
    }
    ${
      suggestsInPerson
        ? html`<p class="quality-offer">
            <strong>${desk['quality.notEnough']}</strong>
            <button
              type="button"
              class="button"
              ?disabled=${this.busy}
              @click=${() => this.dispatchEvent(new Event('in-person'))}
            >
              ${icon('user-round')} ${desk['quality.inPerson']}
            </button>
          </p>`
        : nothing
    }`
  }

  #renderDetails() {
    const { desk } = this.catalogue
    return html`<details
      class="quality-details"
      @toggle=${(event: ToggleEvent) => (this.open = event.newState === 'open')}
    >
      <summary>${desk['quality.details']}</summary>
      ${this.open ? this.#renderNumbers() : nothing}
      <label class="choice">
        <input
          type="checkbox"
          .checked=${this.quality.needsPicture.own}
          @change=${this.#needPicture}
        />
        <span>${desk['quality.needed']}</span>
      </label>
    </details>`
  }

  #renderNumbers() {
    const rows = qualityNumbers(this.quality.numbers, this.catalogue.desk)
    return html`<dl class="quality-numbers tabular">
      ${rows.map(
        ([name, value]) =>
          html`<div>
            <dt>${name}</dt>
            <dd>${value}</dd>
          </div>`,
      )}
    </dl>`
  }

  readonly #needPicture = ({ target }: Event) => {
    const detail = { needed: (target as HTMLInputElement).checked }
    this.dispatchEvent(new CustomEvent('needs-picture', { detail }))
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'desk-quality': DeskQuality
  }
}
