import { html, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { Session } from '../../../signaling/protocol/planning.ts'
import type { CalendarDate } from '../../../signaling/protocol/primitives.ts'
import { icon } from '../../ui/icon.ts'
import { addDays, dayOf, isWeekend, noonOf, weekOf } from '../calendar.ts'
import { Command } from '../parts/command.ts'
import { toCopySentences } from '../parts/copy-sentences.ts'
import { renderFailure } from '../parts/failure.ts'
import { createLoad, renderLoad } from '../parts/load.ts'
import { OfficeElement } from '../parts/office-element.ts'
import { renderSessionCard } from '../parts/session-card.ts'
import '../parts/new-session-dialog.ts'
import '../parts/notices.ts'
import { toHref } from '../route.ts'

/** The week's sessions, a column for each day. */
@customElement('page-week')
export class PageWeek extends OfficeElement {
  /** A day of the week to show; null: today. */
  @property({ attribute: false }) day: CalendarDate | null = null

  @state() private making = false

  readonly #copy = new Command(this)

  readonly #load = createLoad(
    this,
    async ([monday], signal) => ({
      monday,
      sessions: await this.office.api.loadSessions(monday, addDays(monday, 6), signal),
    }),
    () => [this.#days[0] ?? this.#today] as const,
  )

  protected override render() {
    const { texts } = this
    return html`<div class="page-title">
        <h1>${texts['week.title']}</h1>
        <div class="row">
          <a class="button" href=${toHref({ page: 'import' })}>
            ${icon('upload')}${texts['common.import']}
          </a>
          <button
            class="button"
            type="button"
            aria-busy=${this.#copy.busy ? 'true' : 'false'}
            @click=${() => void this.#copyWeek()}
          >
            ${icon('calendar-days')}${this.#copy.busy ? texts['common.busy'] : texts['week.copy']}
          </button>
          <button class="button primary" type="button" @click=${this.#make}>
            ${icon('plus')}${texts['week.new']}
          </button>
        </div>
      </div>
      <office-notices .office=${this.office}></office-notices>
      ${renderFailure(texts, this.#copy.failure)} ${this.#renderWeekLinks()}
      ${renderLoad(
        this.#load,
        texts,
        ({ sessions }) => this.#renderSessions(sessions),
        ({ monday }) => monday === this.#days[0],
      )}
      ${
        this.making
          ? html`<new-session-dialog
              .office=${this.office}
              .day=${this.#firstDay}
              @dialog-close=${this.#closeDialog}
              @session-made=${this.#showSession}
            ></new-session-dialog>`
          : nothing
      }`
  }

  #renderWeekLinks() {
    const { texts, format } = this
    const [monday = this.#today] = this.#days
    return html`<div class="week-links row">
      <a class="button" href=${toHref({ page: 'week', day: addDays(monday, -7) })}>
        ${icon('arrow-left')}<span>${texts['week.previous']}</span>
      </a>
      <a class="button" href=${toHref({ page: 'week', day: null })}>${texts['week.today']}</a>
      <a class="button" href=${toHref({ page: 'week', day: addDays(monday, 7) })}>
        <span>${texts['week.next']}</span>${icon('arrow-right')}
      </a>
      <h2>
        ${texts['week.range'](
          format.shortDay(noonOf(monday)),
          format.shortDay(noonOf(addDays(monday, 6))),
        )}
      </h2>
    </div>`
  }

  #renderSessions(sessions: readonly Session[]) {
    if (sessions.length === 0)
      return html`<p class="empty card">${icon('calendar-days')}${this.texts['week.empty']}</p>`
    const days = this.#days.map((day) => ({
      day,
      sessions: sessions.filter((session) => this.#dayOf(session) === day),
    }))
    const shown = days.filter(({ day, sessions }) => !isWeekend(day) || sessions.length > 0)
    return html`<ol class="week" role="list">
      ${shown.map(({ day, sessions }) => this.#renderDay(day, sessions))}
    </ol>`
  }

  #renderDay(day: CalendarDate, sessions: readonly Session[]) {
    const { texts, format, office } = this
    const isToday = day === this.#today
    return html`<li class="day ${isToday ? 'today' : ''} ${sessions.length === 0 ? 'bare' : ''}">
      <h3>
        <a href=${toHref({ page: 'day', day })}>${format.shortDay(noonOf(day))}</a>
        ${isToday ? html`<span class="chip go">${texts['week.day-today']}</span>` : nothing}
      </h3>
      ${
        sessions.length === 0
          ? html`<p class="muted small">${texts['week.no-session']}</p>`
          : sessions.map((session) => renderSessionCard(session, day, office))
      }
    </li>`
  }

  get #today(): CalendarDate {
    return dayOf(this.office.now(), this.format.timeZone)
  }

  get #days(): readonly CalendarDate[] {
    return weekOf(this.day ?? this.#today)
  }

  /** What a new session is proposed for: today if it is of this week, or its Monday. */
  get #firstDay(): CalendarDate {
    const days = this.#days
    return days.includes(this.#today) ? this.#today : (days[0] ?? this.#today)
  }

  #dayOf(session: Session): CalendarDate {
    return dayOf(session.startsAt, this.format.timeZone)
  }

  async #copyWeek() {
    const [monday = this.#today] = this.#days
    await this.#copy.run(async () => {
      const reply = await this.office.api.copyWeek({ from: addDays(monday, -7), to: monday })
      const sentences = toCopySentences(reply, this.texts, this.format)
      if (reply.skipped.length === 0 && reply.made.length > 0) this.tell(...sentences)
      else this.warn(...sentences)
      await this.#load.run()
    })
  }

  readonly #make = () => {
    this.making = true
  }

  readonly #closeDialog = () => {
    this.making = false
  }

  readonly #showSession = (event: CustomEvent<Session>) => {
    this.making = false
    this.tell(this.texts['session.made'](this.format.shortDay(event.detail.startsAt)))
    void this.#load.run()
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'page-week': PageWeek
  }
}
