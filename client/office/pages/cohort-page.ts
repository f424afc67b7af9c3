import { TaskStatus } from '@lit/task'
import { html, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { CohortPlaced, CohortPreview } from '../../../signaling/protocol/cohort.ts'
import type { Employer } from '../../../signaling/protocol/planning.ts'
import type { CalendarDate, Id } from '../../../signaling/protocol/primitives.ts'
import type { PolicyRow } from '../../../signaling/protocol/remote-policy.ts'
import { icon } from '../../ui/icon.ts'
import { addDays, dayOf, isDay } from '../calendar.ts'
import { planCohortMove } from '../parts/cohort-move.ts'
import { toCohortSentences } from '../parts/cohort-sentences.ts'
import { renderLeftOut, renderPlaced, renderTakenOut } from '../parts/cohort-tables.ts'
import { Command } from '../parts/command.ts'
import { renderFailure } from '../parts/failure.ts'
import { createLoad, renderLoad } from '../parts/load.ts'
import { OfficeElement } from '../parts/office-element.ts'
import { OpenForm } from '../parts/open-form.ts'
import { renderEmployerPicker, renderPicker } from '../parts/picker.ts'
import { slotInWords } from '../parts/slot-in-words.ts'
import { toPilots } from '../policy-standing.ts'
import { toHref, toPath } from '../route.ts'

/** Days from today: the slots that are looked at, and until when somebody has to be due. */
const slotDays = 42
const dueDays = 92
/** Of the slots that are kept for requests. */
const shownKept = 6

interface Choices {
  readonly employers: readonly Employer[]
  readonly rows: readonly PolicyRow[]
}

/** Due workers in the free slots: looked at, adjusted, confirmed, and the invitations leave. */
@customElement('page-cohort')
export class PageCohort extends OfficeElement {
  /** Null: of all employers. */
  @property({ attribute: false }) employerId: Id | null = null

  /** The reference of the approval whose pilot it is; null: whichever. */
  @state() private pilot: string | null = null
  @state() private from: CalendarDate | null = null
  @state() private until: CalendarDate | null = null
  @state() private dueUntil: CalendarDate | null = null
  /** Taken out by the planner, with their names. */
  @state() private without: ReadonlyMap<Id, string> = new Map()
  /** The slots that the planner chose, by worker. */
  @state() private wished: ReadonlyMap<Id, Id> = new Map()

  readonly #form = new OpenForm(this)
  readonly #confirm = new Command(this)
  readonly #choices = createLoad(
    this,
    async (_args, signal): Promise<Choices> => {
      const { api } = this.office
      const [employers, { rows }] = await Promise.all([
        api.loadEmployers(signal),
        api.loadRemotePolicy(signal),
      ])
      return { employers, rows }
    },
    () => [] as const,
  )
  readonly #preview = createLoad(
    this,
    ([employerId, pilot, from, until, dueUntil, without, wished], signal) =>
      this.office.api.previewCohort(
        {
          employerId,
          ...(pilot !== null && { pilot }),
          from,
          until,
          dueUntil,
          without: [...without.keys()],
          wished: [...wished].map(([workerId, slotId]) => ({ workerId, slotId })),
        },
        signal,
      ),
    () => {
      const { from, until, dueUntil } = this.#days
      const { employerId, pilot, without, wished } = this
      return [employerId, pilot, from, until, dueUntil, without, wished] as const
    },
  )

  protected override render() {
    const { texts } = this
    return html`<p>
        <a class="back" href=${toHref({ page: 'due' })}>
          ${icon('arrow-left')}${texts['cohort.back']}
        </a>
      </p>
      <div class="page-title">
        <div>
          <h1>${texts['cohort.title']}</h1>
          <p class="muted">${texts['cohort.lead']}</p>
        </div>
      </div>
      ${renderLoad(this.#choices, texts, (choices) => this.#renderFilters(choices))}
      ${this.#renderRefusal()}
      ${renderLoad(this.#preview, texts, (preview) => this.#renderPreview(preview))}
      ${this.#form.render()}`
  }

  #renderFilters({ employers, rows }: Choices) {
    const { texts } = this
    const { from, until, dueUntil } = this.#days
    const pilots = toPilots(rows, dayOf(this.office.now(), this.format.timeZone))
    return html`<div class="filters">
      ${
        pilots.length === 0
          ? nothing
          : renderPicker({
              id: 'cohort-pilot',
              label: texts['cohort.pilot'],
              value: this.pilot ?? '',
              choices: [
                { value: '', label: texts['cohort.every-pilot'] },
                ...pilots.map(({ reference, scope }) => ({
                  value: reference,
                  label: `${reference} · ${scope}`,
                })),
              ],
              choose: (reference) => (this.pilot = reference === '' ? null : reference),
            })
      }
      ${renderEmployerPicker(
        {
          id: 'cohort-employer',
          employers,
          employerId: this.employerId,
          choose: (employerId) => this.go(toPath({ page: 'cohort', employerId })),
        },
        texts,
      )}
      ${this.#renderDay('cohort-due', texts['cohort.due-until'], dueUntil, (day) => (this.dueUntil = day))}
      ${this.#renderDay('cohort-from', texts['cohort.from'], from, (day) => (this.from = day))}
      ${this.#renderDay('cohort-until', texts['cohort.until'], until, (day) => (this.until = day))}
    </div>`
  }

  #renderDay(id: string, label: string, day: CalendarDate, choose: (day: CalendarDate) => void) {
    const change = (event: Event) => {
      if (event.target instanceof HTMLInputElement && isDay(event.target.value))
        choose(event.target.value)
    }
    return html`<div class="field field-date">
      <label for=${id}>${label}</label>
      <input id=${id} type="date" .value=${day} @change=${change} />
    </div>`
  }

  /** What changed meanwhile is said above the list as it stands now. */
  #renderRefusal() {
    const { texts } = this
    const { failure } = this.#confirm
    if (failure === null) return nothing
    return html`${renderFailure(texts, failure)}
      <p class="banner wait">${texts['cohort.changed']}</p>`
  }

  #renderPreview(preview: CohortPreview) {
    const { texts } = this
    const { placed, leftOut, free, kept, more } = preview
    const late = placed.filter(({ inTime }) => !inTime).length
    if (placed.length + leftOut.length === 0)
      return html`<p class="empty card" role="status">${texts['cohort.nobody']}</p>
        ${this.#renderTakenOut()}`
    return html`<div class="stack cohort">
      <div role="status" class="stack">
        <p>${texts['cohort.fits'](placed.length, free.length)}</p>
        ${late === 0 ? nothing : html`<p class="banner wait">${texts['cohort.are-late'](late)}</p>`}
        ${kept.length === 0 ? nothing : this.#renderKept(kept)}
        ${more ? html`<p class="banner info">${texts['cohort.more']}</p>` : nothing}
      </div>
      ${renderPlaced(placed, this.office, {
        wished: this.wished,
        takeOut: (member) => void this.#takeOut(member, placed),
        move: (member) => this.#move(member, free),
      })}
      ${renderLeftOut(leftOut, this.office)} ${this.#renderTakenOut()}
      ${placed.length === 0 ? nothing : this.#renderFoot(preview)}
    </div>`
  }

  #renderKept(kept: CohortPreview['kept']) {
    const { texts, office } = this
    return html`<div class="banner info">
      <div>
        <p>
          ${texts['cohort.kept'](kept.length)}
          <a href=${toHref({ page: 'requests' })}>${texts['cohort.to-requests']}</a>
        </p>
        ${kept.slice(0, shownKept).map((slot) => html`<p class="small">${slotInWords(slot, office)}</p>`)}
      </div>
    </div>`
  }

  #renderTakenOut() {
    return renderTakenOut(this.without, this.office, (id) => {
      this.without = new Map([...this.without].filter(([other]) => other !== id))
    })
  }

  #renderFoot({ placed }: CohortPreview) {
    const { texts } = this
    // What is shown is about to change: nobody is invited who was just taken out.
    const busy = this.#confirm.busy || this.#preview.status === TaskStatus.PENDING
    return html`<div class="cohort-foot card">
      <p>${texts['cohort.leaves']}</p>
      <button
        class="button primary"
        type="button"
        aria-busy=${busy ? 'true' : 'false'}
        @click=${() => void this.#invite(placed)}
      >
        ${icon('mail')}${busy ? texts['common.busy'] : texts['cohort.confirm'](placed.length)}
      </button>
    </div>`
  }

  get #days() {
    const today = dayOf(this.office.now(), this.format.timeZone)
    return {
      from: this.from ?? addDays(today, 1),
      until: this.until ?? addDays(today, slotDays),
      dueUntil: this.dueUntil ?? addDays(today, dueDays),
    }
  }

  /** Whoever goes through the list by keyboard stands on the next one, not at the beginning of the page. */
  async #takeOut(member: CohortPlaced, placed: readonly CohortPlaced[]) {
    const index = placed.indexOf(member)
    const next = placed[index + 1] ?? placed[index - 1]
    const wished = [...this.wished].filter(([id]) => id !== member.workerId)
    this.wished = new Map(wished)
    this.without = new Map([...this.without, [member.workerId, member.workerName]])
    await this.updateComplete
    await this.#preview.taskComplete.catch(() => null)
    await this.updateComplete
    this.querySelector<HTMLElement>(`[data-out="${next?.workerId ?? ''}"]`)?.focus()
  }

  #move({ workerId, workerName }: CohortPlaced, free: CohortPreview['free']) {
    const plan = planCohortMove(workerName, free, this.office, (slotId) => {
      this.wished = new Map([...this.wished, [workerId, slotId]])
    })
    this.#form.show(plan)
  }

  async #invite(placed: readonly CohortPlaced[]) {
    if (this.#preview.status === TaskStatus.PENDING) return
    await this.#confirm.run(async () => {
      const seats = placed.map(({ workerId, slot, examType }) => ({
        workerId,
        slotId: slot.id,
        examType,
      }))
      const reply = await this.office.api.confirmCohort({ seats })
      this.go(toPath({ page: 'due' }))
      const sentences = toCohortSentences(reply, placed, this.texts)
      if (reply.withoutAddress.length === 0) this.tell(...sentences)
      else this.warn(...sentences)
    })
    if (this.#confirm.failure !== null) await this.#preview.run()
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'page-cohort': PageCohort
  }
}
