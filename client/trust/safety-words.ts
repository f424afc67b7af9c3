/**
 * The safety words of the call: a sheet that `open()` shows, and the end of the call where they do not hold. Renders
 * nothing while there is no exchange.
 *
 * Fires `call-leave` and `call-in-person`, which bubble to whoever listens for the call screen's own.
 */
import { LitElement, html, nothing, type PropertyValues } from 'lit'
import { customElement, property, query, state } from 'lit/decorators.js'
import type { Locale } from '../../signaling/protocol/primitives.ts'
import { languageNames, pageLocales } from '../i18n/locale.ts'
import { loadSafetyWords } from '../i18n/safety-words/load.ts'
import { icon } from '../ui/icon.ts'
import { telHref } from '../ui/tel-href.ts'
import type { Breach } from './exchange-state.ts'
import type { Trust } from './trust.ts'
import './safety-words.css'

/** The properties of the call screen with the same names. */
export interface TrustScreen {
  readonly otherName: string
  readonly otherPhone: string
  readonly offersInPerson: boolean
}

@customElement('safety-words')
export class SafetyWords extends LitElement {
  @property({ attribute: false }) trust: Trust | null = null
  @property({ attribute: false }) screen!: TrustScreen

  @state() private language: Locale | null = null
  @state() private words: readonly string[] | null = null

  @query('.safety-words') private readonly sheet!: HTMLDialogElement | null
  @query('.safety-stop') private readonly stop!: HTMLDialogElement | null

  protected override createRenderRoot() {
    return this
  }

  async open(): Promise<void> {
    this.sheet?.showModal()
    if (this.language === null && this.trust !== null) await this.#show(this.trust.locale)
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (!changed.has('trust')) return
    const isBroken = this.trust?.exchange.phase === 'broken'
    if (isBroken) this.sheet?.close()
    if (isBroken && this.stop?.open === false) this.stop.showModal()
  }

  protected override render() {
    const { trust } = this
    if (trust === null) return nothing
    return trust.exchange.phase === 'broken'
      ? this.#renderStop(trust, trust.exchange.breach)
      : this.#renderSheet(trust)
  }

  #renderSheet(trust: Trust) {
    const { texts, participant, exchange } = trust
    return html`<dialog class="call-more safety-words" aria-labelledby="safety-words-title">
      <div class="call-more-head">
        <h2 id="safety-words-title">${texts['words.title']}</h2>
        <button type="button" class="button" @click=${() => this.sheet?.close()}>
          ${icon('x')}${texts['words.close']}
        </button>
      </div>
      <p>${texts[`words.ask-${participant}`]} ${texts['words.why']}</p>
      <div aria-live="polite">
        ${
          exchange.phase === 'agreed' && exchange.renewed && !exchange.same
            ? html`<p>${texts['words.renewed']}</p>`
            : nothing
        }
        ${this.#renderWords(trust)}
      </div>
      ${this.#renderLanguage(trust)} ${this.#renderAnswers(trust)}
    </dialog>`
  }

  #renderWords({ texts, exchange }: Trust) {
    const { words } = this
    if (exchange.phase !== 'agreed' || words === null) return html`<p>${texts['words.waiting']}</p>`
    return html`<ol lang=${this.language ?? ''}>
      ${exchange.picks.map((pick) => html`<li>${words[pick]}</li>`)}
    </ol>`
  }

  #renderLanguage({ texts }: Trust) {
    return html`<div class="device-choice">
      <label for="safety-language">${icon('languages')}${texts['words.language']}</label>
      <select id="safety-language" @change=${this.#chooseLanguage}>
        ${pageLocales.map(
          (locale) =>
            html`<option value=${locale} lang=${locale} .selected=${locale === this.language}>
              ${languageNames[locale]}
            </option>`,
        )}
      </select>
    </div>`
  }

  /** Only the physician's word that they are the same is kept: the worker's would change nothing. */
  #renderAnswers({ texts, participant, exchange, compare }: Trust) {
    if (exchange.phase !== 'agreed') return nothing
    if (exchange.same) {
      return html`<p class="safety-compared" role="status">
        ${icon('circle-check')}${texts['words.compared']}
      </p>`
    }
    return html`<p class="safety-answers">
      ${
        participant === 'physician'
          ? html`<button type="button" class="button primary" @click=${() => compare(true)}>
              ${icon('check')}${texts['words.same']}
            </button>`
          : nothing
      }
      <button type="button" class="button" @click=${() => compare(false)}>
        ${icon('x')}${texts['words.different']}
      </button>
    </p>`
  }

  /** Stays until the person leaves the call: behind it nothing can be pressed. */
  #renderStop({ texts, participant }: Trust, breach: Breach) {
    const { otherPhone, offersInPerson } = this.screen
    return html`<dialog
      class="call-more safety-stop"
      role="alertdialog"
      aria-labelledby="safety-stop-title"
      aria-describedby="safety-stop-why"
      @cancel=${(event: Event) => event.preventDefault()}
    >
      <h2 id="safety-stop-title">${icon('triangle-alert')}${texts['stop.title']}</h2>
      <p id="safety-stop-why">
        ${this.#why(texts, breach)} ${texts[`stop.instead-${participant}`]}
      </p>
      <p class="safety-answers">
        ${
          otherPhone === ''
            ? nothing
            : html`<a class="button primary" href=${telHref(otherPhone)}
                >${icon('phone')}${texts['stop.phone'](otherPhone)}</a
              >`
        }
        ${
          offersInPerson
            ? html`<button type="button" class="button" @click=${() => this.#say('call-in-person')}>
                ${texts['stop.in-person']}
              </button>`
            : nothing
        }
        <button type="button" class="button" @click=${() => this.#say('call-leave')}>
          ${icon('phone-off')}${texts['stop.leave']}
        </button>
      </p>
    </dialog>`
  }

  #why(texts: Trust['texts'], breach: Breach): string {
    if (breach === 'different') return texts['stop.different']
    return breach === 'told' ? texts['stop.told'](this.screen.otherName) : texts['stop.broken']
  }

  readonly #chooseLanguage = ({ target }: Event) => {
    const chosen = pageLocales.find(
      (locale) => target instanceof HTMLSelectElement && target.value === locale,
    )
    if (chosen !== undefined) void this.#show(chosen)
  }

  /** The list that comes last is not always the one that was chosen last. */
  async #show(language: Locale): Promise<void> {
    this.language = language
    const words = await loadSafetyWords(language).catch(() => null)
    if (words !== null && this.language === language) this.words = words
  }

  #say(type: 'call-leave' | 'call-in-person'): void {
    this.dispatchEvent(new CustomEvent(type, { bubbles: true }))
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'safety-words': SafetyWords
  }
}
