import { html, nothing } from 'lit'
import { customElement, state } from 'lit/decorators.js'
import { repeat } from 'lit/directives/repeat.js'
import type { DueReply, DueRow } from '../../../signaling/protocol/due.ts'
import type { Employer } from '../../../signaling/protocol/planning.ts'
import type { CalendarDate, Id } from '../../../signaling/protocol/primitives.ts'
import { icon } from '../../ui/icon.ts'
import '../../ui/menu-button.ts'
import { addDays, dayOf } from '../calendar.ts'
import { Command } from '../parts/command.ts'
import { planDueChange, planExamDone } from '../parts/due-forms.ts'
import { renderFailure } from '../parts/failure.ts'
import { renderPicker } from '../parts/field.ts'
import '../parts/form-dialog.ts'
import type { FormPlan } from '../parts/form-dialog.ts'
import { createLoad, renderLoad } from '../parts/load.ts'
import { OfficeElement } from '../parts/office-element.ts'
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
  @state() private plan: FormPlan | null = null

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
      ${
        this.plan === null
          ? nothing
          : html`<form-dialog
              .office=${this.office}
              .plan=${this.plan}
              @dialog-close=${() => (this.plan = null)}
            ></form-dialog>`
      }`
  }

  #renderFilters(employers: readonly Employer[]) {
    const { texts } = this
    return html`<div class="filters">
      ${renderPicker({
        id: 'due-employer',
        label: texts['common.employer'],
        value: this.employerId ?? '',
        choices: [
          { value: '', label: texts['common.every-employer'] },
          ...employers.map(({ id, name }) => ({ value: id, label: name })),
        ],
        choose: (id) => (this.employerId = id === '' ? null : id),
      })}
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
      <table class="list">
        <thead>
          <tr>
            <th scope="col">${texts['due.last-day']}</th>
            <th scope="col">${texts['common.name']}</th>
            <th scope="col">${texts['common.exam-type']}</th>
            <th scope="col">${texts['due.acts']}</th>
            <th scope="col">${texts['due.planned']}</th>
            <th scope="col"><span class="unseen">${texts['common.more']}</span></th>
          </tr>
        </thead>
        <tbody>
          ${repeat(
            rows,
            ({ workerId }) => workerId,
            (row) => this.#renderRow(row),
          )}
        </tbody>
      </table>
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

  #renderRow(row: DueRow) {
    const { texts, format } = this
    return html`<tr>
      <td data-label=${texts['due.last-day']} class="due-day">
        <span class="tabular">${format.date(row.dueOn)}</span> ${this.#renderClock(row)}
      </td>
      <th scope="row">
        ${row.workerName}
        <span class="muted small">${row.postName} · ${texts.language[row.language]}</span>
        ${
          row.hasEmail
            ? nothing
            : html`<span class="chip wait">${icon('phone')}${texts['cohort.no-email']}</span>`
        }
      </th>
      <td data-label=${texts['common.exam-type']}>${texts.examTypes[row.examType]}</td>
      <td data-label=${texts['due.acts']}>
        ${row.acts.map((act) => html`<span class="chip info">${texts.act[act]}</span> `)}
      </td>
      <td data-label=${texts['due.planned']}>
        ${
          row.plannedAt === null
            ? html`<span class="muted">${texts['due.not-planned']}</span>`
            : html`<span class="tabular"
                >${format.shortDay(row.plannedAt)}, ${format.time(row.plannedAt)}</span
              >`
        }
      </td>
      <td>
        <menu-button
          .label=${texts['common.more']}
          .about=${row.workerName}
          .items=${[
            { id: 'correct', label: texts['due.correct'] },
            { id: 'done', label: texts['due.done'] },
          ]}
          @menu-choose=${(event: CustomEvent<string>) => this.#choose(event.detail, row)}
        ></menu-button>
      </td>
    </tr>`
  }

  /** The colour never speaks alone: the words say the same. */
  #renderClock({ light, workingDaysLeft }: DueRow) {
    const { texts } = this
    const words =
      workingDaysLeft < 0 ? texts['due.over'](-workingDaysLeft) : texts['due.left'](workingDaysLeft)
    const tone = { green: 'go', amber: 'wait', red: 'stop' }[light]
    const sign = { green: 'check', amber: 'clock', red: 'triangle-alert' } as const
    return html`<span class="chip ${tone}">${icon(sign[light])}${words}</span>`
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

  #choose(command: string, row: DueRow) {
    const noted = (name: string) => {
      this.tell(this.texts['due.noted'](name))
      void this.#first.run()
    }
    this.plan =
      command === 'done'
        ? planExamDone(row, this.office, noted)
        : planDueChange(row, this.office, noted)
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'page-due': PageDue
  }
}
