import { html } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { repeat } from 'lit/directives/repeat.js'
import type { Session } from '../../../signaling/protocol/planning.ts'
import type { CalendarDate } from '../../../signaling/protocol/primitives.ts'
import { icon } from '../../ui/icon.ts'
import { addDays, noonOf } from '../calendar.ts'
import { followChange } from '../parts/board-focus.ts'
import { createLoad, renderLoad } from '../parts/load.ts'
import { OfficeElement } from '../parts/office-element.ts'
import '../parts/session-slots.ts'
import type { BoardChange } from '../parts/session-slots.ts'
import { watch } from '../parts/watch.ts'
import { placeOf } from '../parts/place-of.ts'
import { toHref } from '../route.ts'
import { countSession } from '../standing.ts'

/** The day board: a card for each session, and appointments that go from one to the other. */
@customElement('page-day')
export class PageDay extends OfficeElement {
  @property({ attribute: false }) day!: CalendarDate

  readonly #load = createLoad(
    this,
    async ([day], signal) => ({
      day,
      sessions: await this.office.api.loadSessions(day, day, signal),
    }),
    () => [this.day] as const,
  )

  constructor() {
    super()
    watch(
      this,
      () => this.#isMoving(),
      () => void this.#load.run(),
    )
  }

  protected override render() {
    const { texts, format, day } = this
    return html`<p class="back">
        <a href=${toHref({ page: 'week', day })}>${icon('arrow-left')}${texts['board.back']}</a>
      </p>
      <div class="page-title">
        <h1>${format.day(noonOf(day))}</h1>
        <div class="row">
          <a class="button" href=${toHref({ page: 'day', day: addDays(day, -1) })}>
            ${icon('arrow-left')}<span>${texts['day.previous']}</span>
          </a>
          <a class="button" href=${toHref({ page: 'day', day: addDays(day, 1) })}>
            <span>${texts['day.next']}</span>${icon('arrow-right')}
          </a>
        </div>
      </div>
      ${renderLoad(
        this.#load,
        texts,
        ({ sessions }) => this.#renderSessions(sessions),
        (value) => value.day === day,
      )}`
  }

  #renderSessions(sessions: readonly Session[]) {
    const { texts } = this
    if (sessions.length === 0)
      return html`<p class="empty card">${icon('calendar-days')}${texts['day.empty']}</p>`
    return html`<p class="muted">${texts['day.hint']}</p>
      <div class="day-board" @board-change=${this.#follow}>
        ${repeat(
          sessions,
          ({ id }) => id,
          (session) => this.#renderSession(session),
        )}
      </div>`
  }

  #renderSession(session: Session) {
    const { texts, format, office, day } = this
    const { id, physicianName, startsAt, endsAt } = session
    const { filled, all } = countSession(session, office.now())
    return html`<section class="card stack" aria-labelledby="session-${id} hours-${id}">
      <div>
        <h2 id="session-${id}">
          <a href=${toHref({ page: 'board', day, sessionId: id })}>${physicianName}</a>
        </h2>
        <p>
          <span class="tabular" id="hours-${id}"
            >${format.time(startsAt)}–${format.time(endsAt)}</span
          >
          · ${placeOf(session, texts)} ·
          <span class="muted">${texts['week.filled'](filled, all)}</span>
        </p>
      </div>
      <session-slots .office=${office} .session=${session} .day=${day}></session-slots>
    </section>`
  }

  /** A mail waits to leave, or somebody is looked for. */
  #isMoving(): boolean {
    const slots = (this.#load.value?.sessions ?? []).flatMap((session) => session.slots)
    return slots.some(
      ({ appointment, refill }) => appointment?.delivery.state === 'queued' || refill !== undefined,
    )
  }

  readonly #follow = (event: CustomEvent<BoardChange>) => {
    void followChange(this, event.detail, () => this.#load.run())
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'page-day': PageDay
  }
}
