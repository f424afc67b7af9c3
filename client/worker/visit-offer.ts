/**
 * A moment before theirs became free while the person waits: one tap takes exactly that one. Fetched only then.
 *
 * Fires `visit-wish` to read the appointment anew.
 */
import { html, nothing } from 'lit'
import { customElement, state } from 'lit/decorators.js'
import type { OfferOnPage } from '../../signaling/protocol/offers.ts'
import type { Id } from '../../signaling/protocol/primitives.ts'
import { loadOffer, refuseOffer, takeOffer } from '../api/my-offer.ts'
import { ApiError } from '../api/request.ts'
import type { EarlierTexts } from '../i18n/earlier/en.ts'
import { loadEarlierTexts } from '../i18n/earlier/load.ts'
import { toLocale } from '../i18n/locale.ts'
import { appointmentOf, consultationOf } from './visit-state.ts'
import { WorkerPage } from './worker-page.ts'
import './visit-offer.css'

interface Question {
  readonly kind: 'question'
  readonly id: Id
  readonly offer: OfferOnPage
  readonly request: 'none' | 'running' | 'failed'
}

/** A lost reply is asked for so often at most. */
const askAgainMs = 5000

/** What stands there: nothing yet, the question, or one line of what became of it. */
type Shown =
  | { readonly kind: 'nothing' }
  | Question
  | { readonly kind: 'taken'; readonly physicianName: string }
  | { readonly kind: 'kept' | 'gone' }

const isGone = (error: unknown) => error instanceof ApiError && error.code === 'not-found'

@customElement('visit-offer')
export class VisitOffer extends WorkerPage {
  @state() private words: EarlierTexts | null = null
  @state() private shown: Shown = { kind: 'nothing' }

  /** The latest that the server spoke of. */
  #id: Id | null = null
  /** Local milliseconds. */
  #askAgainAt = 0

  override connectedCallback(): void {
    super.connectedCallback()
    void loadEarlierTexts(toLocale(document.documentElement.lang) ?? 'en')
      .then((words) => (this.words = words))
      .catch(() => undefined)
  }

  protected override willUpdate(): void {
    const id = consultationOf(this.visit)?.offerId ?? null
    const { shown } = this
    if (id !== null && id !== this.#id) void this.#read(id)
    this.#id = id
    if (shown.kind !== 'question' || !(id === null || this.#isLate(shown.offer))) return
    // What was tapped in time is answered by the server alone.
    if (shown.request === 'none') this.shown = { kind: 'gone' }
    if (shown.request === 'failed') void this.#askWhatBecame(shown)
  }

  /** Heard as soon as it comes, without taking the focus from where the person is. */
  protected override render() {
    const { words, shown } = this
    const appointment = appointmentOf(this.visit)
    const isEmpty = words === null || appointment === null || shown.kind === 'nothing'
    return html`<section class=${isEmpty ? '' : 'card stack'}>
      <div role="status">${isEmpty ? nothing : this.#renderWords(words, appointment.startsAt)}</div>
      ${words !== null && shown.kind === 'question' ? this.#renderAnswers(words, shown) : nothing}
    </section>`
  }

  #renderWords(words: EarlierTexts, startsAt: OfferOnPage['startsAt']) {
    const { format, shown } = this
    switch (shown.kind) {
      case 'nothing':
        return nothing
      case 'question':
        return this.#renderQuestion(words, shown)
      case 'taken':
        return html`<p><strong>${words['taken'](shown.physicianName)}</strong></p>`
      case 'kept':
      case 'gone':
        return html`<p>${words[shown.kind](format.time(startsAt))}</p>`
      default:
        return shown satisfies never
    }
  }

  #renderQuestion(words: EarlierTexts, { offer, request }: Question) {
    const { format } = this
    const { physicianName, placeName, startsAt, until } = offer
    const instead = format.time(offer.insteadOf ?? startsAt)
    const hasBegun = Date.parse(startsAt) <= this.#serverNow()
    return html`<h2>${words['title']}</h2>
      <p>
        <strong
          >${
            hasBegun
              ? words['now'](physicianName, instead)
              : words['at'](physicianName, format.time(startsAt), instead)
          }</strong
        >
        ${placeName === null ? nothing : html`<br />${placeName}`}
      </p>
      <p>${words['until'](format.time(until))}</p>
      ${request === 'failed' ? html`<p>${this.texts['arrival.failed']}</p>` : nothing}`
  }

  #renderAnswers(words: EarlierTexts, { request }: Question) {
    return html`<button
        type="button"
        class="button primary"
        aria-busy=${request === 'running'}
        @click=${() => this.#answer(takeOffer)}
      >
        ${words['take']}
      </button>
      <button type="button" class="button" @click=${() => this.#answer(refuseOffer)}>
        ${words['keep']}
      </button>`
  }

  #serverNow(): number {
    return this.now + (this.visit.live?.clockOffsetMs ?? 0)
  }

  #isLate({ until }: OfferOnPage): boolean {
    return this.#serverNow() >= Date.parse(until)
  }

  /** Without it nothing is said: the mail, where there is one, says the same. */
  async #read(id: Id): Promise<void> {
    try {
      const offer = await loadOffer(id)
      if (offer.state === 'open' && this.#id === id)
        this.shown = { kind: 'question', id, offer, request: 'none' }
    } catch {
      // Asked for once more when the server next speaks of it.
      if (this.#id === id) this.#id = null
    }
  }

  async #answer(say: (id: Id) => Promise<OfferOnPage>): Promise<void> {
    const { shown } = this
    if (shown.kind !== 'question' || shown.request === 'running') return
    this.shown = { ...shown, request: 'running' }
    try {
      this.#tell(await say(shown.id))
    } catch (error) {
      this.shown = isGone(error) ? { kind: 'gone' } : { ...shown, request: 'failed' }
      this.wish({ type: 'refresh' })
    }
  }

  /** The tap may have come through, and only its answer be lost. */
  async #askWhatBecame(question: Question): Promise<void> {
    if (this.now < this.#askAgainAt) return
    this.#askAgainAt = this.now + askAgainMs
    try {
      const offer = await loadOffer(question.id)
      if (offer.state !== 'open' && this.shown === question) this.#tell(offer)
    } catch (error) {
      if (isGone(error) && this.shown === question) this.shown = { kind: 'gone' }
    }
  }

  #tell({ state, physicianName }: OfferOnPage): void {
    if (state === 'accepted') this.shown = { kind: 'taken', physicianName }
    else this.shown = { kind: state === 'declined' ? 'kept' : 'gone' }
    this.wish({ type: 'refresh' })
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'visit-offer': VisitOffer
  }
}
