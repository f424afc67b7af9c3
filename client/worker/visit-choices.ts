/**
 * Before the day: "I come", "another time", "I cannot come". Fetched only where there is something to choose.
 *
 * Fires `visit-wish` to read the appointment anew after each answer.
 */
import { html, nothing } from 'lit'
import { customElement, state } from 'lit/decorators.js'
import type { MyAppointment, NearestSlots } from '../../signaling/protocol/my-appointment.ts'
import { enterByCallLink } from '../api/call-link.ts'
import { chooseSlot, confirmComing, decline, loadSlots } from '../api/my-choice.ts'
import { ApiError } from '../api/request.ts'
import type { ChoiceTexts } from '../i18n/choices/en.ts'
import { loadChoiceTexts } from '../i18n/choices/load.ts'
import { toLocale } from '../i18n/locale.ts'
import { icon } from '../ui/icon.ts'
import { appointmentOf } from './visit-state.ts'
import { WorkerPage } from './worker-page.ts'
import './visit-choices.css'

type Step =
  | { readonly kind: 'asked' }
  | { readonly kind: 'declining' }
  | { readonly kind: 'slots'; readonly slots: NearestSlots | null; readonly taken: boolean }

@customElement('visit-choices')
export class VisitChoices extends WorkerPage {
  @state() private words: ChoiceTexts | null = null
  @state() private step: Step = { kind: 'asked' }
  @state() private request: 'none' | 'running' | 'failed' = 'none'

  override connectedCallback(): void {
    super.connectedCallback()
    void loadChoiceTexts(toLocale(document.documentElement.lang) ?? 'en').then(
      (words) => (this.words = words),
    )
  }

  protected override render() {
    const { words } = this
    const appointment = appointmentOf(this.visit)
    if (words === null || appointment?.choice === undefined) return nothing
    return html`<section class="stack" aria-labelledby="choices-title">
      ${this.#renderStep(words, appointment, appointment.choice)}
      <div role="alert">
        ${
          this.request === 'failed'
            ? html`<p class="banner stop">
                ${icon('triangle-alert')}<span>${this.texts['arrival.failed']}</span>
              </p>`
            : nothing
        }
      </div>
    </section>`
  }

  #renderStep(
    words: ChoiceTexts,
    appointment: MyAppointment,
    choice: NonNullable<MyAppointment['choice']>,
  ) {
    switch (this.step.kind) {
      case 'asked':
        return this.#renderAsked(words, choice)
      case 'declining':
        return html`<h2 id="choices-title" tabindex="-1">${words['decline-title']}</h2>
          <p>${words['decline-body']}</p>
          ${this.#renderButton(words['decline-yes'], () => this.#answer(decline))}
          ${this.#renderBack(words)}`
      case 'slots':
        return html`<h2 id="choices-title" tabindex="-1">${words['slots-title']}</h2>
          ${this.#renderSlots(words, this.step, appointment.service.phone)}
          ${this.#renderBack(words)}`
      default:
        return this.step satisfies never
    }
  }

  #renderAsked(words: ChoiceTexts, { confirmed, until }: NonNullable<MyAppointment['choice']>) {
    const { format } = this
    const changes = words['until'](format.day(until), format.time(until))
    return html`<h2 id="choices-title" tabindex="-1">${words['title']}</h2>
      <p role="status">
        ${confirmed ? html`<strong>${words['confirmed']}</strong> ` : nothing}${changes}
      </p>
      ${confirmed ? nothing : this.#renderButton(words['confirm'], () => this.#answer(confirmComing))}
      ${this.#renderButton(words['move'], () => this.#findSlots(false))}
      ${this.#renderButton(words['decline'], () => this.#show({ kind: 'declining' }))}`
  }

  #renderSlots(words: ChoiceTexts, { slots, taken }: Step & { kind: 'slots' }, phone: string) {
    if (slots === null) return html`<p role="status">${words['loading']}</p>`
    const { format } = this
    return html`<div role="status">
        ${taken ? html`<p class="banner wait">${words['taken']}</p>` : nothing}
        ${slots.length === 0 ? html`<p>${words['none'](phone)}</p>` : nothing}
      </div>
      ${slots.map(({ slotId, startsAt, physicianName, placeName }) => {
        const moment = words['slot'](format.day(startsAt), format.time(startsAt))
        const where = placeName === null ? physicianName : `${physicianName} · ${placeName}`
        return html`<button
          type="button"
          class="button"
          @click=${() => this.#answer(() => chooseSlot(slotId))}
        >
          <span><strong>${moment}</strong><br /><span class="muted">${where}</span></span>
        </button>`
      })}`
  }

  #renderButton(label: string, tap: () => Promise<void>) {
    return html`<button
      type="button"
      class="button"
      aria-busy=${this.request === 'running'}
      @click=${tap}
    >
      ${label}
    </button>`
  }

  #renderBack(words: ChoiceTexts) {
    return html`<button
      type="button"
      class="button link"
      @click=${() => this.#show({ kind: 'asked' })}
    >
      ${words['back']}
    </button>`
  }

  async #show(step: Step): Promise<void> {
    this.step = step
    this.request = 'none'
    await this.updateComplete
    this.querySelector<HTMLElement>('h2')?.focus()
  }

  async #findSlots(taken: boolean): Promise<void> {
    await this.#show({ kind: 'slots', slots: null, taken })
    const slots = await this.#ask(loadSlots)
    if (slots !== null && this.step.kind === 'slots') this.step = { ...this.step, slots }
  }

  async #answer(say: () => Promise<MyAppointment>): Promise<void> {
    const answered = await this.#ask(say)
    if (answered === null) return
    this.step = { kind: 'asked' }
    this.wish({ type: 'refresh' })
  }

  /** Only this tap spends the link: whoever looked at it has no login yet. */
  async #ask<Reply>(what: () => Promise<Reply>): Promise<Reply | null> {
    if (this.request === 'running') return null
    this.request = 'running'
    try {
      const { arrival } = this.visit
      if (arrival.phase === 'seen') await enterByCallLink(arrival.token)
      const reply = await what()
      this.request = 'none'
      return reply
    } catch (error) {
      this.#failed(error)
      return null
    }
  }

  #failed(error: unknown): void {
    this.request = 'failed'
    if (!(error instanceof ApiError)) return
    if (error.code === 'slot-taken') {
      this.request = 'none'
      void this.#findSlots(true)
    }
    // Too late by now, or cancelled meanwhile: the page shows what holds.
    if (error.code === 'choice-over') this.wish({ type: 'refresh' })
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'visit-choices': VisitChoices
  }
}
