import { html, nothing } from 'lit'
import { customElement, state } from 'lit/decorators.js'
import type { DueReply, DueRow } from '../../../signaling/protocol/due.ts'
import type { Employer } from '../../../signaling/protocol/planning.ts'
import type { CalendarDate, Id } from '../../../signaling/protocol/primitives.ts'
import { icon } from '../../ui/icon.ts'
import { addDays, dayOf } from '../calendar.ts'
import { Command } from '../parts/command.ts'
import { planDueChange, planExamDone } from '../parts/due-forms.ts'
import { renderDueRow, type DueCommand } from '../parts/due-row.ts'
import { renderFailure } from '../parts/failure.ts'
import { createLoad, renderLoad } from '../parts/load.ts'
import { renderListTable } from '../parts/list-table.ts'
import { OfficeElement } from '../parts/office-element.ts'
import { OpenForm } from '../parts/open-form.ts'
import { renderEmployerPicker, renderPicker } from '../parts/picker.ts'
import { toHref } from '../route.ts'

const horizons = ['all', 'late', 'next-month', 'next-quarter'] as const
type Horizon = (typeof horizons)[number]

/** Whose examination must take place by when, the most urgent first. */
@customElement('page-due')
export class PageDue extends OfficeElement {
  @state() private employerId: Id | null = null
  @state() private horizon: Horizon = 'all'
  @state() private unplanned = false
  /** The pages after the first. */
  @state() private further: readonly DueReply[] = []

  readonly #form = new OpenForm(this)
  readonly #more = new Command(this)
  readonly #employers = createLoad(
    this,
    (_args, signal) => this.office.api.loadEmployers(signal),
    () => [] as const,
  )
  readonly #first = createLoad(
    this,
    ([employerId, until, unplanned], signal) => {
      this.further = []
      return this.office.api.loadDue({ employerId, until, unplanned, after: null }, signal)
    },
    () => [this.employerId, this.#until, this.unplanned] as const,
  )

  protected override render() {
    const { texts, employerId } = this
    return html`<div class="page-title">
        <div>
          <h1>${texts['due.title']}</h1>
          <p class="muted">${texts['due.lead']}</p>
        </div>
        <a class="button primary" href=${toHref({ page: 'cohort', employerId })}>
          ${icon('mail')}${texts['due.invite']}
        </a>
      </div>
      ${renderLoad(this.#employers, texts, (employers) => this.#renderFilters(employers))}
      ${renderLoad(this.#first, texts, (first) => this.#renderRows([first, ...this.further]))}
      ${this.#form.render()}`
  }

  #renderFilters(employers: readonly Employer[]) {
    const { texts } = this
    return html`<div class="filters">
      ${renderEmployerPicker(
        {
          id: 'due-employer',
          employers,
          employerId: this.employerId,
          choose: (id) => (this.employerId = id),
        },
        texts,
      )}
      ${renderPicker({
        id: 'due-until',
        label: texts['due.last-day'],
        value: this.horizon,
        choices: horizons.map((value) => ({ value, label: texts[`due.${value}`] })),
        choose: (value) => (this.horizon = horizons.find((each) => each === value) ?? 'all'),
      })}
      <label class="choice">
        <input
          type="checkbox"
          .checked=${this.unplanned}
          @change=${(event: Event) => {
            if (event.target instanceof HTMLInputElement) this.unplanned = event.target.checked
          }}
        />
        <span>${texts['due.unplanned']}</span>
      </label>
    </div>`
  }

  #renderRows(pages: readonly DueReply[]) {
    const { texts } = this
    const rows = pages.flatMap((page) => page.rows)
    const next = pages.at(-1)?.next ?? null
    if (rows.length === 0)
      return html`<p class="empty card" role="status">
        ${icon('calendar-days')}${texts['due.empty']}
      </p>`
    return html`<p class="muted" role="status">
        ${texts[next === null ? 'due.shown' : 'due.shown-first'](rows.length)}
      </p>
      ${renderListTable(
        {
          columns: [
            texts['due.last-day'],
            texts['common.name'],
            texts['common.exam-type'],
            texts['due.acts'],
            texts['due.planned'],
          ],
          items: rows,
          keyOf: ({ workerId }) => workerId,
          renderRow: (row) =>
            renderDueRow(row, this.office, (command) => this.#choose(command, row)),
        },
        texts,
      )}
      ${renderFailure(texts, this.#more.failure)}
      ${
        next === null
          ? nothing
          : html`<p>
              <button
                class="button"
                type="button"
                aria-busy=${this.#more.busy ? 'true' : 'false'}
                @click=${() => void this.#fetch(next)}
              >
                ${texts['due.more']}
              </button>
            </p>`
      }`
  }

  /** Null: whatever is due. */
  get #until(): CalendarDate | null {
    const today = dayOf(this.office.now(), this.format.timeZone)
    switch (this.horizon) {
      case 'all':
        return null
      case 'late':
        return addDays(today, -1)
      case 'next-month':
        return addDays(today, 31)
      case 'next-quarter':
        return addDays(today, 92)
    }
  }

  async #fetch(after: string) {
    await this.#more.run(async () => {
      const { employerId, unplanned } = this
      const page = await this.office.api.loadDue({
        employerId,
        until: this.#until,
        unplanned,
        after,
      })
      this.further = [...this.further, page]
    })
  }

  #choose(command: DueCommand, row: DueRow) {
    const noted = (name: string) => {
      this.tell(this.texts['due.noted'](name))
      void this.#first.run()
    }
    this.#form.show(
      command === 'done'
        ? planExamDone(row, this.office, noted)
        : planDueChange(row, this.office, noted),
    )
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'page-due': PageDue
  }
}
