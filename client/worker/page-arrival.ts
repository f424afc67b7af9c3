/** The first screen: when, with whom, and how; one button. Shows no name of the worker and no reason for the talk. */
import { html, nothing } from 'lit'
import { customElement } from 'lit/decorators.js'
import type { MyAppointment } from '../../signaling/protocol/my-appointment.ts'
import { icon, type IconName } from '../ui/icon.ts'
import { appointmentOf } from './visit-state.ts'
import { WorkerPage } from './worker-page.ts'

/** Behind the first picture of this screen, which it must not delay. */
const loadMore = () =>
  setTimeout(() => {
    import('./arrival-more.ts').catch(() => undefined)
  })

@customElement('page-arrival')
export class PageArrival extends WorkerPage {
  protected override render() {
    const appointment = appointmentOf(this.visit)
    if (appointment === null) return this.#renderOpen()
    const { texts } = this
    return html`<div class="screen">
      <div class="screen-words">
        <h1 tabindex="-1">${texts['arrival.title']}</h1>
        ${this.#renderCard(appointment)}
      </div>
      <div class="screen-actions">
        ${appointment.state === 'upcoming' ? this.#renderEarly(appointment) : this.#renderOpen()}
        <div role="alert">${this.#renderMishap()}</div>
      </div>
    </div>`
  }

  #renderCard(appointment: MyAppointment) {
    const { texts, format } = this
    const { startsAt, endsAt, physicianName, roomName } = appointment
    const minutes = Math.round((Date.parse(endsAt) - Date.parse(startsAt)) / 60_000)
    return html`<div class="card appointment">
      <p class="hour tabular"><time datetime=${startsAt}>${format.time(startsAt)}</time></p>
      <p class="appointment-day muted">
        ${format.longDay(startsAt)} · ${texts['arrival.minutes'](minutes)}
      </p>
      <ul class="facts" role="list">
        ${this.#renderFact('user-round', physicianName)}
        ${this.#renderFact('video', texts['arrival.by-video'])}
        ${
          roomName === null
            ? this.#renderFact('door-closed', texts['arrival.quiet'])
            : this.#renderFact('door-closed', texts['arrival.room'](roomName))
        }
      </ul>
    </div>`
  }

  #renderFact(name: IconName, text: string) {
    return html`<li>${icon(name)}<span>${text}</span></li>`
  }

  /** Until more is here, which takes its place, the button only enters. Looked for again each second, as the page is drawn. */
  #renderOpen() {
    loadMore()
    return html`<identity-steps class="screen-actions" .texts=${this.texts} .visit=${this.visit}
      ><button
        type="button"
        class="button primary"
        aria-busy=${this.visit.request === 'running'}
        @click=${() => this.wish({ type: 'enter' })}
      >
        ${this.texts['arrival.continue']}
      </button></identity-steps
    >`
  }

  #renderEarly(appointment: MyAppointment) {
    const { texts, format } = this
    const opens = format.time(appointment.opensAt)
    const isToday = format.day(this.now) === format.day(appointment.opensAt)
    return html`<p class="banner">
        ${icon('clock')}<span
          >${
            isToday
              ? texts['arrival.early-today'](format.time(appointment.startsAt), opens)
              : `${texts['arrival.early'](format.day(appointment.opensAt), opens)} ${texts['arrival.choose']}`
          }</span
        >
      </p>
      <button
        type="button"
        class="button primary"
        aria-busy=${this.visit.request === 'running'}
        @click=${() => this.wish({ type: 'test-devices' })}
      >
        ${texts['arrival.test']}
      </button>
      ${this.#renderChoices(appointment)}`
  }

  #renderChoices({ choice }: MyAppointment) {
    if (choice === undefined) return nothing
    loadMore()
    return html`<visit-choices
      .texts=${this.texts}
      .format=${this.format}
      .visit=${this.visit}
    ></visit-choices>`
  }

  #renderMishap() {
    const { request } = this.visit
    if (request !== 'failed' && request !== 'offline') return nothing
    return html`<p class="banner stop">
      ${icon('triangle-alert')}<span>${this.texts[`arrival.${request}`]}</span>
    </p>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'page-arrival': PageArrival
  }
}
