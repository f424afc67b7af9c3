import { html, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { repeat } from 'lit/directives/repeat.js'
import type { Employer, Site, WorkerRow } from '../../../signaling/protocol/planning.ts'
import type { Id } from '../../../signaling/protocol/primitives.ts'
import { toChoices } from './field.ts'
import { createLoad, renderLoad } from './load.ts'
import { OfficeElement } from './office-element.ts'
import { nameOf } from './person.ts'
import { renderPicker } from './picker.ts'
import './search-field.ts'

/** As many as are listed; who is further down is found by name. */
const listedAtMost = 200

/** The people who were picked: their names by id, in the order in which they get slots. */
export type Picked = ReadonlyMap<Id, string>

interface Found {
  readonly employers: readonly Employer[]
  readonly sites: readonly Site[]
}

/**
 * Picks workers who have no open appointment, or anyone: of an employer, of a site, by name.
 * Proposes the first `atMost` by itself until the person changes something. Fires `pick-change` with `Picked`.
 */
@customElement('worker-picker')
export class WorkerPicker extends OfficeElement {
  /** 1: a choice of one; more: a choice of several. */
  @property({ attribute: false }) atMost = 1

  /** Also those who have an appointment, and of every employer at once. */
  @property({ attribute: false }) anyone = false

  @state() private employerId: Id | null = null
  @state() private siteId: Id | null = null
  @state() private q = ''
  @state() private picked: Picked = new Map()

  #touched = false

  readonly #places = createLoad(
    this,
    async (_args, signal): Promise<Found> => {
      const [employers, sites] = await Promise.all([
        this.office.api.loadEmployers(signal),
        this.office.api.loadSites(signal),
      ])
      if (!this.anyone) this.employerId = employers[0]?.id ?? null
      return { employers, sites }
    },
    () => [] as const,
  )
  readonly #workers = createLoad(
    this,
    async ([employerId, siteId, q], signal) => {
      // Of all, only by name: nobody reads thousands.
      if (employerId === null && (!this.anyone || q.trim() === '')) return []
      const rows = await this.office.api.loadWorkers({ employerId, q }, signal)
      const free = rows.filter(
        (row) =>
          (this.anyone || row.openAppointment === null) &&
          (siteId === null || row.siteId === siteId),
      )
      this.#propose(free)
      return free
    },
    () => [this.employerId, this.siteId, this.q] as const,
  )

  protected override render() {
    return renderLoad(this.#places, this.texts, (found) => this.#renderPicker(found))
  }

  #renderPicker({ employers, sites }: Found) {
    const { texts } = this
    if (employers.length === 0) return html`<p class="banner">${texts['import.employer-first']}</p>`
    return html`<div class="form-grid">
        ${renderPicker({
          id: 'pick-employer',
          label: texts['common.employer'],
          value: this.employerId ?? '',
          choices: this.#employerChoices(employers),
          choose: (id) => this.#narrow(id === '' ? null : id, null),
        })}
        ${this.#renderSitePicker(sites)}
        <search-field
          .label=${texts['fill.search']}
          .fieldId=${'pick-search'}
          @search-change=${this.#search}
        ></search-field>
      </div>
      ${renderLoad(this.#workers, texts, (rows) => this.#renderRows(rows))}`
  }

  #employerChoices(employers: readonly Employer[]) {
    const every = { value: '', label: this.texts['common.every-employer'] }
    return this.anyone ? [every, ...toChoices(employers)] : toChoices(employers)
  }

  #renderSitePicker(sites: readonly Site[]) {
    const own = sites.filter(({ employerId }) => employerId === this.employerId)
    if (own.length < 2) return nothing
    return renderPicker({
      id: 'pick-site',
      label: this.texts['common.site'],
      value: this.siteId ?? '',
      choices: [{ value: '', label: this.texts['common.every-site'] }, ...toChoices(own)],
      choose: (id) => this.#narrow(this.employerId, id === '' ? null : id),
    })
  }

  #renderRows(rows: readonly WorkerRow[]) {
    const { texts } = this
    if (rows.length === 0) return html`<p class="empty" role="status">${this.#emptyWords()}</p>`
    return html`<fieldset class="picks">
        <legend>${texts[this.anyone ? 'person.list' : 'fill.list']}</legend>
        ${repeat(
          rows.slice(0, listedAtMost),
          ({ id }) => id,
          (row) => this.#renderRow(row),
        )}
      </fieldset>
      ${rows.length > listedAtMost ? html`<p class="muted small">${texts['fill.first'](listedAtMost)}</p>` : nothing}`
  }

  #emptyWords(): string {
    if (!this.anyone) return this.texts['fill.nobody']
    return this.texts[this.q.trim() === '' ? 'person.search-first' : 'person.nobody']
  }

  #renderRow(row: WorkerRow) {
    return html`<label class="choice">
      <input
        type=${this.atMost === 1 ? 'radio' : 'checkbox'}
        name="worker"
        value=${row.id}
        .checked=${this.picked.has(row.id)}
        @change=${(event: Event) => this.#toggle(row, event)}
      />
      <span>
        ${nameOf(row)}
        <span class="muted small"
          >${this.anyone ? `${this.format.date(row.birthDate)} · ` : ''}${this.texts.language[row.language]}${
            row.email === null ? ` · ${this.texts['state.no-address']}` : ''
          }</span
        >
      </span>
    </label>`
  }

  #toggle(row: WorkerRow, event: Event) {
    if (!(event.target instanceof HTMLInputElement)) return
    this.#touched = true
    const picked = new Map(this.atMost === 1 ? [] : this.picked)
    if (event.target.checked) picked.set(row.id, nameOf(row))
    else picked.delete(row.id)
    this.#pick(picked)
  }

  /** Another employer or site: who was picked before is of elsewhere. */
  #narrow(employerId: Id | null, siteId: Id | null) {
    this.employerId = employerId
    this.siteId = siteId
    this.#touched = false
    this.#pick(new Map())
  }

  #propose(free: readonly WorkerRow[]) {
    if (this.#touched || this.atMost === 1 || this.q !== '') return
    this.#pick(new Map(free.slice(0, this.atMost).map((row) => [row.id, nameOf(row)])))
  }

  #pick(picked: Picked) {
    this.picked = picked
    this.dispatchEvent(new CustomEvent('pick-change', { detail: picked }))
  }

  readonly #search = (event: CustomEvent<string>) => {
    this.q = event.detail
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'worker-picker': WorkerPicker
  }
}
