/** The root of the page: moves its phase, see `ask-phase.ts`, and draws what belongs to it. */
import { html, LitElement, nothing, type TemplateResult } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { ServiceContact } from '../../signaling/protocol/my-appointment.ts'
import type { Locale } from '../../signaling/protocol/primitives.ts'
import { acceptOffer, ask, askByLink, declineOffer, lookAtOffer, wishEarlier } from '../api/ask.ts'
import { lookAtCallLink } from '../api/call-link.ts'
import { ApiError } from '../api/request.ts'
import { loadService } from '../api/service.ts'
import type { AskTexts } from '../i18n/ask/en.ts'
import { createFormat } from '../i18n/format.ts'
import '../ui/language-switch.ts'
import { renderForm, readForm } from './ask-form.ts'
import { offerToken, problemOf, readFragment, type AskPhase } from './ask-phase.ts'
import { renderOffer } from './ask-offer.ts'

@customElement('ask-app')
export class AskApp extends LitElement {
  @property({ attribute: false }) texts: AskTexts | null = null
  @property() locale: Locale = 'en'
  @property({ attribute: false }) now: AskPhase = { phase: 'looking' }
  @property({ attribute: false }) service: ServiceContact | null = null

  protected override createRenderRoot() {
    return this
  }

  /** Called once, when the words are there. */
  async open(): Promise<void> {
    this.now = readFragment(location.hash)
    // Only for the name and the help line; without it the page does its work.
    void loadService().then(
      (service) => (this.service = service),
      () => null,
    )
    const token = offerToken(location.hash)
    if (token !== null) await this.#meet(token, lookAtOffer)
    else await this.#lookAtLink()
  }

  protected override render(): TemplateResult | typeof nothing {
    const { texts, service } = this
    if (texts === null) return nothing
    return html`<header class="page-head">
        <p class="brand">${service?.name ?? 'Visite'}</p>
        <language-switch .current=${this.locale} label=${texts['page.language']}></language-switch>
      </header>
      <main class="ask stack">
        ${this.#renderPhase(texts)}
        ${
          service === null
            ? nothing
            : html`<p class="muted">${texts['help'](`${service.name}, ${service.phone}`)}</p>`
        }
      </main>`
  }

  #renderPhase(texts: AskTexts): TemplateResult {
    const { now } = this
    switch (now.phase) {
      case 'looking':
        return html`<div role="status"><h1>${texts['page.loading']}</h1></div>`
      case 'asking':
        return html`${now.mayBeEarlier ? this.#renderEarlier(texts) : nothing}
        ${renderForm(now, texts, this.locale, (event) => void this.#send(event))}`
      case 'earlier':
        return html`<div role="status" class="stack">
          <h1>${texts['earlier.title']}</h1>
          <p>${texts['earlier.body']}</p>
        </div>`
      case 'received':
        return html`<div role="status" class="stack">
          <h1>${texts['received.title']}</h1>
          <p>
            ${texts['received.body'](createFormat(this.locale, 'UTC').longDay(`${now.dueOn}T12:00:00Z`))}
          </p>
          <p>${texts['received.next']}</p>
        </div>`
      case 'offered':
        return renderOffer(now, texts, this.locale, {
          take: () => void this.#meet(now.token, acceptOffer),
          refuse: () => void this.#meet(now.token, declineOffer),
        })
      case 'invalid':
        return html`<h1>${texts['invalid.title']}</h1>
          <p>${texts['invalid.body']}</p>`
      case 'failed':
        return html`<h1>${texts['failed.title']}</h1>
          <p>${texts['failed.body']}</p>
          <button type="button" class="button primary" @click=${() => location.reload()}>
            ${texts['failed.retry']}
          </button>`
      default:
        return now satisfies never
    }
  }

  #renderEarlier(texts: AskTexts) {
    return html`<section class="card stack" aria-labelledby="earlier">
      <h2 id="earlier">${texts['earlier.question']}</h2>
      <p>${texts['earlier.how']}</p>
      <button type="button" class="button" @click=${() => void this.#wishEarlier()}>
        ${texts['earlier.yes']}
      </button>
    </section>`
  }

  /** Whose appointment is still to come, may want an earlier one. Whatever goes wrong, the form is there. */
  async #lookAtLink(): Promise<void> {
    if (this.now.phase !== 'asking' || this.now.token === null) return
    const appointment = await lookAtCallLink(this.now.token).catch(() => null)
    if (appointment?.state !== 'upcoming') return
    this.now = { ...this.now, mayBeEarlier: true }
  }

  async #wishEarlier(): Promise<void> {
    const { now } = this
    if (now.phase !== 'asking' || now.token === null || now.busy) return
    this.now = { ...now, busy: true }
    try {
      await wishEarlier(now.token, true)
      this.now = { phase: 'earlier' }
    } catch {
      this.now = { ...now, problem: 'failed' }
    }
  }

  async #meet(token: string, how: typeof lookAtOffer): Promise<void> {
    if (this.now.phase === 'offered') {
      if (this.now.busy) return
      this.now = { ...this.now, busy: true }
    }
    try {
      this.now = { phase: 'offered', offer: await how(token), token, busy: false }
    } catch (error) {
      const isLink = error instanceof ApiError && error.code === 'link-not-valid'
      this.now = { phase: isLink ? 'invalid' : 'failed' }
    }
  }

  async #send(event: SubmitEvent): Promise<void> {
    event.preventDefault()
    const { now } = this
    if (now.phase !== 'asking' || now.busy || !(event.target instanceof HTMLFormElement)) return
    const filled = readForm(event.target, now.token, this.locale)
    if (!filled.ok) {
      this.now = { ...now, problem: filled.problem }
      return
    }
    this.now = { ...now, busy: true, problem: null }
    try {
      const received =
        filled.kind === 'link' ? await askByLink(filled.draft) : await ask(filled.draft)
      this.now = { phase: 'received', ...received }
      history.replaceState(null, '', location.pathname + location.search)
    } catch (error) {
      // An old link that is no good any more: they say themselves who they are.
      const isLink = error instanceof ApiError && error.code === 'link-not-valid'
      const problem = error instanceof ApiError ? problemOf(error.code, error.at) : 'failed'
      this.now = isLink
        ? { phase: 'asking', token: null, mayBeEarlier: false, busy: false, problem: null }
        : { ...now, busy: false, problem }
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'ask-app': AskApp
  }
}
