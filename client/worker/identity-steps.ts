/**
 * The worker says who they are: with itsme, with a code by mail or SMS, or by showing their card. Also what became of the way to
 * itsme, which the page's address tells. Fetched while the first screen is read.
 *
 * Fires `visit-wish`: to enter by the link before the first step, and to read the appointment anew after the last.
 */
import { html, nothing } from 'lit'
import { customElement, query, state } from 'lit/decorators.js'
import type { IdentificationWay, ItsmeOutcome } from '../../signaling/protocol/identification.ts'
import {
  checkCode,
  promiseCard,
  sendCode,
  sendCodeBySms,
  startItsme,
} from '../api/identification.ts'
import { ApiError } from '../api/request.ts'
import type { IdentityTexts } from '../i18n/identity/en.ts'
import { loadIdentityTexts } from '../i18n/identity/load.ts'
import { toLocale } from '../i18n/locale.ts'
import { icon } from '../ui/icon.ts'
import { appointmentOf } from './visit-state.ts'
import { WorkerPage } from './worker-page.ts'

/** What is said above the buttons. */
type Notice = keyof IdentityTexts
type Step = 'first' | 'ways' | 'code'
/** Where the code went: by mail, or by SMS to the number that ends so. */
type Sent = { readonly by: 'code' } | { readonly by: 'sms'; readonly numberEnd: string }

const locale = () => toLocale(document.documentElement.lang) ?? 'en'

// Above the class: where the element stands on the page already, it is connected as soon as it is defined.
const notices: Partial<Record<string, Notice>> = {
  'itsme-unavailable': 'itsme-unavailable',
  'code-wrong': 'code-wrong',
  'code-over': 'code-over',
  'code-not-sent': 'code-not-sent',
  'too-many-requests': 'code-too-many',
}

const outcomes: Partial<Record<string, Notice>> = {
  'cancelled': 'cancelled',
  'again': 'again',
  'unclear': 'unclear',
  'other-browser': 'other-browser',
  'itsme-unavailable': 'itsme-unavailable',
  'failed': 'itsme-failed',
} satisfies Partial<Record<ItsmeOutcome, Notice>>

@customElement('identity-steps')
export class IdentitySteps extends WorkerPage {
  @state() private words: IdentityTexts | null = null
  @state() private step: Step = 'first'
  @state() private notice: Notice | null = null
  @state() private running = false
  @state() private sent: Sent = { by: 'code' }

  @query('input') private readonly field!: HTMLInputElement | null

  /** What was tapped before the link was entered. */
  #pending: (() => Promise<void>) | null = null

  override connectedCallback(): void {
    super.connectedCallback()
    // What stood here until now: the first screen's own button.
    this.replaceChildren()
    void loadIdentityTexts(locale()).then((words) => (this.words = words))
    this.notice = noticeIn(location)
  }

  protected override updated(): void {
    if (this.#pending === null) return
    const { arrival, request } = this.visit
    if (arrival.phase === 'entered') void this.#runPending()
    else if (request !== 'running' && request !== 'none') this.#pending = null
  }

  protected override render() {
    const { words } = this
    if (words === null) return nothing
    const appointment = appointmentOf(this.visit)
    if (appointment === null) return this.#renderOther(words)
    const ways = appointment.identify ?? []
    return html`${this.#renderNotice(words)} ${this.#renderStep(words, ways)}`
  }

  #renderStep(words: IdentityTexts, ways: readonly IdentificationWay[]) {
    const [first, ...others] = ways
    if (first === undefined) return html`<p>${words['none'](this.#phone)}</p>`
    switch (this.step) {
      case 'first':
        return html`${this.#renderWay(words, first, true)}
        ${
          others.length === 0
            ? nothing
            : html`<button type="button" class="button" @click=${() => this.#show('ways')}>
                ${first === 'itsme' ? words['no-itsme'] : words['other-way']}
              </button>`
        }`
      case 'ways':
        return html`<h2 tabindex="-1">${words['ways-title']}</h2>
          ${others.map((way) => this.#renderWay(words, way, false))} ${this.#renderBack(words)}`
      case 'code':
        return this.#renderCode(words)
      default:
        return this.step satisfies never
    }
  }

  #renderWay(words: IdentityTexts, way: IdentificationWay, isFirst: boolean) {
    const about = way === 'itsme' ? nothing : words[`${way}-about`]
    return html`<button
        type="button"
        class="button ${isFirst ? 'primary' : ''}"
        aria-busy=${this.running}
        @click=${() => this.#take(way)}
      >
        ${words[way]}${isFirst ? icon('arrow-right') : nothing}
      </button>
      ${about === nothing ? nothing : html`<p class="small">${about}</p>`}`
  }

  #renderCode(words: IdentityTexts) {
    return html`<h2 tabindex="-1">${words['code-title']}</h2>
      <form class="stack" novalidate @submit=${this.#submit}>
        <p>
          ${this.sent.by === 'sms' ? words['sms-sent'](this.sent.numberEnd) : words['code-sent']}
        </p>
        <label for="identity-code">${words['code-field']}</label>
        <input
          id="identity-code"
          class="tabular"
          inputmode="numeric"
          autocomplete="one-time-code"
          maxlength="7"
          aria-invalid=${this.notice === 'code-wrong'}
        />
        <button class="button primary" aria-busy=${this.running}>${words['code-check']}</button>
      </form>
      <button type="button" class="button" @click=${() => this.#take(this.sent.by)}>
        ${words['code-again']}
      </button>
      ${this.#renderBack(words)}`
  }

  #renderBack(words: IdentityTexts) {
    return html`<button type="button" class="button link" @click=${() => this.#show('first')}>
      ${words['back']}
    </button>`
  }

  #renderNotice(words: IdentityTexts) {
    const text = this.notice === null ? null : words[this.notice]
    return html`<div role="alert">
      ${
        typeof text === 'string'
          ? html`<p class="banner wait">${icon('triangle-alert')}<span>${text}</span></p>`
          : nothing
      }
    </div>`
  }

  /** Of the appointment nothing is shown any more: this is a screen of its own. */
  #renderOther(words: IdentityTexts) {
    this.classList.remove('screen-actions')
    return html`<div class="screen">
      <div class="screen-words">
        <p class="screen-mark">${icon('circle-help')}</p>
        <h1 tabindex="-1">${words['other-title']}</h1>
        <p>${words['other-body'](this.#phone)}</p>
      </div>
    </div>`
  }

  get #phone(): string {
    const { arrival } = this.visit
    const service = 'service' in arrival ? arrival.service : appointmentOf(this.visit)?.service
    return service?.phone ?? ''
  }

  async #show(step: Step, notice: Notice | null = null): Promise<void> {
    this.step = step
    this.notice = notice
    await this.updateComplete
    this.querySelector<HTMLElement>(step === 'code' ? 'input' : 'h2, button')?.focus()
  }

  #take(way: IdentificationWay): void {
    const steps = {
      itsme: goToItsme,
      code: async () => {
        await sendCode()
        this.sent = { by: 'code' }
        await this.#show('code')
      },
      sms: async () => {
        this.sent = { by: 'sms', numberEnd: await sendCodeBySms() }
        await this.#show('code')
      },
      card: async () => {
        await promiseCard()
        this.wish({ type: 'refresh' })
      },
    }
    this.#pending = steps[way]
    if (this.visit.arrival.phase === 'entered') void this.#runPending()
    // Only this tap spends the link; what was tapped follows.
    else this.wish({ type: 'enter' })
  }

  readonly #submit = (event: SubmitEvent) => {
    event.preventDefault()
    const code = (this.field?.value ?? '').replaceAll(/\D/g, '')
    this.#pending = async () => {
      if (code.length !== 6) return this.#show('code', 'code-wrong')
      await checkCode(code)
      this.wish({ type: 'refresh' })
    }
    void this.#runPending()
  }

  async #runPending(): Promise<void> {
    const pending = this.#pending
    this.#pending = null
    if (pending === null || this.running) return
    this.running = true
    this.notice = null
    try {
      await pending()
    } catch (error) {
      this.notice = noticeOf(error)
      this.field?.focus()
    } finally {
      this.running = false
    }
  }
}

/** With a key of this browser's own, which itsme signs along: so that the physician's browser can check who it is. */
async function goToItsme(): Promise<void> {
  const { beginProof, keepSeed } = await import('../trust/own-identity.ts')
  const { url, nonceSeed } = await startItsme(locale(), await beginProof())
  keepSeed(nonceSeed)
  location.assign(url)
}

function noticeOf(error: unknown): Notice {
  return (error instanceof ApiError ? notices[error.code] : undefined) ?? 'failed'
}

/** A word from a list of ours, and nothing else, is taken from the address. */
function noticeIn({ search }: Location): Notice | null {
  const outcome = new URLSearchParams(search).get('itsme') ?? ''
  return Object.hasOwn(outcomes, outcome) ? (outcomes[outcome] ?? null) : null
}

declare global {
  interface HTMLElementTagNameMap {
    'identity-steps': IdentitySteps
  }
}
