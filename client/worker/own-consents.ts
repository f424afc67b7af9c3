/**
 * In the waiting room: what a talk by video is, in the worker's language, and one tap that agrees to it and says who is in the
 * room. Nothing waits for it: whoever does not tap is asked aloud. Fetched while the screen is read.
 *
 * Fires `visit-wish`: to read the appointment anew, and for a visit in person, which is how the agreement is taken back.
 */
import { html, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { Declaration, OwnConsents } from '../../signaling/protocol/consents.ts'
import { declareOwn } from '../api/own-consents.ts'
import { ApiError } from '../api/request.ts'
import type { ConsentTexts } from '../i18n/consents/en.ts'
import { loadConsentTexts } from '../i18n/consents/load.ts'
import { consentTextVersion } from '../i18n/consents/version.ts'
import { toLocale } from '../i18n/locale.ts'
import { icon } from '../ui/icon.ts'
import { appointmentOf } from './visit-state.ts'
import { WorkerPage } from './worker-page.ts'

type Request = 'none' | 'running' | 'failed' | 'outdated'

@customElement('own-consents')
export class OwnConsentsCard extends WorkerPage {
  @property({ attribute: false }) loadTexts = loadConsentTexts

  @state() private words: ConsentTexts | null = null
  @state() private request: Request = 'none'
  /** The text stands open again, after it was agreed to. */
  @state() private changing = false
  /** What the server answered last; null before, and then the appointment says it. */
  @state() private told: readonly Declaration[] | null = null

  readonly #locale = toLocale(document.documentElement.lang) ?? 'en'

  /** Those that could not be had are asked for again when something was heard from the server. */
  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (this.words === null && changed.has('visit')) {
      void this.loadTexts(this.#locale)
        .then((words) => (this.words = words))
        .catch(() => undefined)
    }
  }

  protected override render() {
    const { words } = this
    const declared = this.told ?? appointmentOf(this.visit)?.declared
    if (words === null || declared === undefined) return nothing
    const agreed = declared.find(({ consent, ownPage }) => consent === 'video' && ownPage)
    return agreed === undefined || this.changing
      ? this.#renderQuestion(words, agreed !== undefined)
      : this.#renderAgreed(words, agreed, declared)
  }

  #renderQuestion(words: ConsentTexts, again: boolean) {
    return html`<section class="card" aria-labelledby="own-consents-title">
      <div class="stack">
        <h2 id="own-consents-title" tabindex="-1">${words['title']}</h2>
        <ul class="steps small">
          ${words['informed'].map((sentence) => html`<li>${sentence}</li>`)}
        </ul>
        <p class="small">
          <strong>${words['say']}</strong> ${words['video']} ${words['unrecorded']}
        </p>
        ${this.#renderAgree(words['agree-alone'], 'alone')}
        ${this.#renderAgree(words['agree-accompanied'], 'accompanied')}
        <button type="button" class="button" @click=${() => this.wish({ type: 'in-person' })}>
          ${words[again ? 'take-back' : 'in-person']}
        </button>
        ${again ? nothing : html`<p class="small muted">${words['aloud']}</p>`}
      </div>
      <div role="alert">${this.#renderMishap(words)}</div>
    </section>`
  }

  #renderAgree(label: string, company: OwnConsents['company']) {
    return html`<button
      type="button"
      class="button ${company === 'alone' ? 'primary' : ''}"
      aria-busy=${this.request === 'running'}
      @click=${() => this.#declare(company)}
    >
      ${label}
    </button>`
  }

  #renderAgreed(words: ConsentTexts, { at }: Declaration, declared: readonly Declaration[]) {
    const company = declared.find(({ consent }) => consent === 'alone' || consent === 'accompanied')
    return html`<div>
      <p class="banner go" role="status">
        ${icon('circle-check')}<span
          >${words['agreed'](this.format.time(at))}
          ${company === undefined ? nothing : words[company.consent]}</span
        >
      </p>
      <button type="button" class="button link" @click=${() => this.#reopen()}>
        ${words['change']}
      </button>
    </div>`
  }

  #renderMishap(words: ConsentTexts) {
    const { request, texts } = this
    if (request === 'outdated') {
      return html`<p class="banner wait">${texts['outdated.title']}</p>
        <button type="button" class="button" @click=${() => this.wish({ type: 'load-page' })}>
          ${texts['outdated.load']}
        </button>`
    }
    if (request !== 'failed') return nothing
    return html`<p class="banner stop">${icon('triangle-alert')}<span>${words['failed']}</span></p>`
  }

  async #reopen(): Promise<void> {
    this.changing = true
    await this.updateComplete
    this.querySelector<HTMLElement>('h2')?.focus()
  }

  async #declare(company: OwnConsents['company']): Promise<void> {
    if (this.request === 'running') return
    this.request = 'running'
    try {
      const declared = { company, language: this.#locale, textVersion: consentTextVersion }
      this.told = (await declareOwn(declared)).declared ?? []
    } catch (error) {
      this.request = error instanceof ApiError && error.code === 'invalid' ? 'outdated' : 'failed'
      return
    }
    this.request = 'none'
    this.changing = false
    this.wish({ type: 'refresh' })
    await this.updateComplete
    this.querySelector<HTMLElement>('button')?.focus()
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'own-consents': OwnConsentsCard
  }
}
