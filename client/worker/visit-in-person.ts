/**
 * After the choice of a visit in person: the nearest moments, of which one tap takes one, or the visit that is planned.
 * Fetched only then.
 *
 * Fires `visit-wish` to read the appointment anew.
 */
import { html, nothing } from 'lit'
import { customElement, state } from 'lit/decorators.js'
import type { NearestSlots } from '../../signaling/protocol/my-appointment.ts'
import type { Id, Instant } from '../../signaling/protocol/primitives.ts'
import { enterByCallLink } from '../api/call-link.ts'
import { chooseVisit, loadVisits } from '../api/my-choice.ts'
import { ApiError } from '../api/request.ts'
import type { ChoiceTexts } from '../i18n/choices/en.ts'
import { loadChoiceTexts } from '../i18n/choices/load.ts'
import { createFormat } from '../i18n/format.ts'
import { toLocale } from '../i18n/locale.ts'
import { icon } from '../ui/icon.ts'
import { appointmentOf } from './visit-state.ts'
import { WorkerPage } from './worker-page.ts'

@customElement('visit-in-person')
export class VisitInPerson extends WorkerPage {
  @state() private words: ChoiceTexts | null = null
  @state() private slots: NearestSlots = []
  @state() private said: 'nothing' | 'taken' | 'failed' = 'nothing'

  readonly #locale = toLocale(document.documentElement.lang) ?? 'en'
  #busy = false

  override connectedCallback(): void {
    super.connectedCallback()
    void this.#begin()
    loadLeaving()
  }

  /** In a company room as well, this is the last screen. */
  protected override render() {
    return html`<div class="stack">
      ${this.#renderVisit()}<leave-device .visit=${this.visit}></leave-device>
    </div>`
  }

  #renderVisit() {
    const { words } = this
    const appointment = appointmentOf(this.visit)
    if (words === null || appointment?.visit === undefined) return nothing
    const format = createFormat(this.#locale, appointment.timeZone)
    const moment = (at: Instant) => words['slot'](format.day(at), format.time(at))
    const { visit } = appointment
    if (visit !== null) {
      return html`<p role="status">
        ${icon('circle-check')} <strong>${moment(visit.startsAt)}</strong><br />${visit.placeName}
      </p>`
    }
    if (this.slots.length === 0) return nothing
    return html`<section class="stack" aria-labelledby="visits-title">
      <h2 id="visits-title">${words['visits-title']}</h2>
      <div role="alert">
        ${this.said === 'taken' ? html`<p class="banner wait">${words['taken']}</p>` : nothing}
        ${
          this.said === 'failed'
            ? html`<p class="banner stop">${this.texts['arrival.failed']}</p>`
            : nothing
        }
      </div>
      ${this.slots.map(
        ({ slotId, startsAt, physicianName, placeName }) =>
          html`<button type="button" class="button" @click=${() => void this.#choose(slotId)}>
            <span
              ><strong>${moment(startsAt)}</strong><br /><span class="muted"
                >${[physicianName, placeName].filter(Boolean).join(' · ')}</span
              ></span
            >
          </button>`,
      )}
      <p class="muted">${words['visits-wait']} ${words['visits-why']}</p>
    </section>`
  }

  async #begin(): Promise<void> {
    this.words = await loadChoiceTexts(this.#locale)
    await this.#find()
  }

  async #find(): Promise<void> {
    if (appointmentOf(this.visit)?.visit !== null) return
    try {
      const { arrival } = this.visit
      if (arrival.phase === 'seen') await enterByCallLink(arrival.token)
      this.slots = await loadVisits()
    } catch {
      // Without them the page still says that the service will be in touch.
      this.slots = []
    }
  }

  async #choose(slotId: Id): Promise<void> {
    if (this.#busy) return
    this.#busy = true
    try {
      await chooseVisit(slotId)
      this.wish({ type: 'refresh' })
    } catch (error) {
      this.said = isTaken(error) ? 'taken' : 'failed'
      await this.#find()
    } finally {
      this.#busy = false
    }
  }
}

/** Most often there already: it came behind the first screen. A page that waits for this file asks while it is still read. */
function loadLeaving(): void {
  import('./arrival-more.ts').catch(() => undefined)
}

function isTaken(error: unknown): boolean {
  return error instanceof ApiError && error.code === 'slot-taken'
}

declare global {
  interface HTMLElementTagNameMap {
    'visit-in-person': VisitInPerson
  }
}
