import { html, nothing } from 'lit'
import { customElement, state } from 'lit/decorators.js'
import type {
  Employer,
  RosterApplied,
  RosterPreview,
  Site,
} from '../../../signaling/protocol/planning.ts'
import type { Id } from '../../../signaling/protocol/primitives.ts'
import { ApiError } from '../../api/request.ts'
import { icon } from '../../ui/icon.ts'
import { Command } from '../parts/command.ts'
import { renderFailure, renderProblem } from '../parts/failure.ts'
import { toChoices } from '../parts/field.ts'
import { createLoad, renderLoad } from '../parts/load.ts'
import { OfficeElement } from '../parts/office-element.ts'
import { renderPicker } from '../parts/picker.ts'
import '../parts/roster-drop.ts'
import { renderRosterPreview, usableRows } from '../parts/roster-preview.ts'
import '../parts/use-list-dialog.ts'
import { renderRosterTemplate } from '../roster-template.ts'
import { toHref } from '../route.ts'

type Phase =
  | { readonly phase: 'choosing' }
  | { readonly phase: 'previewed'; readonly file: File; readonly preview: RosterPreview }
  | { readonly phase: 'applied'; readonly applied: RosterApplied }

/** A list of workers: chosen, shown as it was understood, and only then stored. */
@customElement('page-import')
export class PageImport extends OfficeElement {
  @state() private employerId: Id | null = null
  @state() private siteId: Id | null = null
  @state() private state: Phase = { phase: 'choosing' }
  @state() private planning = false
  /** Whoever is not on the list has left. */
  @state() private leavers = false

  readonly #read = new Command(this)
  readonly #apply = new Command(this)
  readonly #places = createLoad(
    this,
    async (_args, signal) => {
      const [employers, sites] = await Promise.all([
        this.office.api.loadEmployers(signal),
        this.office.api.loadSites(signal),
      ])
      this.employerId = employers[0]?.id ?? null
      return { employers, sites }
    },
    () => [] as const,
  )

  protected override render() {
    const { texts } = this
    return html`<div class="page-title">
        <div>
          <h1>${texts['import.title']}</h1>
          <p class="muted">${texts['import.lead']}</p>
        </div>
        <button class="button" type="button" @click=${this.#download}>
          ${texts['import.template']}
        </button>
      </div>
      ${renderLoad(this.#places, texts, ({ employers, sites }) =>
        employers.length === 0 ? this.#renderNoEmployer() : this.#renderSteps(employers, sites),
      )}`
  }

  #renderNoEmployer() {
    const { texts } = this
    return html`<p class="empty card">
      ${texts['import.employer-first']}
      <a href=${toHref({ page: 'places' })}>${texts['session.to-places']}</a>
    </p>`
  }

  #renderSteps(employers: readonly Employer[], sites: readonly Site[]) {
    const { state, employerId } = this
    if (state.phase === 'applied') return this.#renderApplied(state.applied)
    return html`<div class="stack import">
      ${this.#renderPickers(employers, sites)} ${employerId === null ? nothing : this.#renderDrop()}
      ${this.#renderReadFailure()}
      ${state.phase === 'previewed' ? this.#renderPreview(state.preview, state.file) : nothing}
    </div>`
  }

  #renderPickers(employers: readonly Employer[], sites: readonly Site[]) {
    const { texts } = this
    const own = sites.filter((site) => site.employerId === this.employerId)
    return html`<div class="filters">
      ${renderPicker({
        id: 'import-employer',
        label: texts['common.employer'],
        value: this.employerId ?? '',
        choices: toChoices(employers),
        choose: (id) => this.#restart(id, null),
      })}
      ${renderPicker({
        id: 'import-site',
        label: texts['common.site'],
        value: this.siteId ?? '',
        choices: [{ value: '', label: texts['common.no-site'] }, ...toChoices(own)],
        choose: (id) => (this.siteId = id === '' ? null : id),
      })}
    </div>`
  }

  #renderDrop() {
    const { texts } = this
    return html`<roster-drop
        class=${this.state.phase}
        .hint=${texts['import.drop']}
        .buttonLabel=${
          this.state.phase === 'previewed'
            ? texts['import.other-file']
            : texts['import.choose-file']
        }
        ?busy=${this.#read.busy}
        @file-chosen=${this.#preview}
      ></roster-drop>
      ${
        this.state.phase === 'choosing'
          ? html`<p class="muted small">
              ${texts['import.columns-need']}<br />${texts['import.columns-may']}
            </p>`
          : nothing
      }
      ${this.#read.busy ? html`<p role="status">${texts['import.reading']}</p>` : nothing}`
  }

  /** The refusal of a file for its columns names the column. */
  #renderReadFailure() {
    const failure = this.#read.failure
    const { texts } = this
    if (!(failure instanceof ApiError) || failure.code !== 'roster-columns' || failure.at === null)
      return renderFailure(texts, failure)
    return renderProblem(texts, this.#describeColumn(failure.at), failure.reference)
  }

  #renderPreview(preview: RosterPreview, file: File) {
    const { texts, format } = this
    const usable = usableRows(preview)
    return html`${renderRosterPreview(preview, file.name, texts, format)}
    ${this.#renderGone(preview)} ${renderFailure(texts, this.#apply.failure)}
    ${
      usable === 0
        ? html`<p class="banner wait">${texts['import.nothing-to-use']}</p>`
        : html`<p>
            <button
              class="button primary"
              type="button"
              aria-busy=${this.#apply.busy ? 'true' : 'false'}
              @click=${() => void this.#use(preview, file)}
            >
              ${icon('check')}${this.#apply.busy ? texts['common.busy'] : texts['import.use'](usable)}
            </button>
          </p>`
    }`
  }

  /** A list may be of one site alone: that somebody has left is noted only where the planner says so. */
  #renderGone({ gone, goneNames }: RosterPreview) {
    const { texts } = this
    if (gone === 0) return nothing
    const others = gone - goneNames.length
    const names = [...goneNames, ...(others === 0 ? [] : [texts['fill.others'](others)])].join(', ')
    return html`<div class="card stack">
      <p>${texts['import.gone-who'](names)}</p>
      <label class="choice">
        <input
          type="checkbox"
          .checked=${this.leavers}
          @change=${(event: Event) => {
            if (event.target instanceof HTMLInputElement) this.leavers = event.target.checked
          }}
        />
        <span>${texts['import.gone-note']}</span>
      </label>
    </div>`
  }

  #renderApplied(applied: RosterApplied) {
    const { texts } = this
    return html`<section class="card stack done">
        <h2 tabindex="-1">${icon('circle-check')}${texts['import.done']}</h2>
        <p>${texts['import.done-counts'](applied.added, applied.changed, applied.unchanged)}</p>
        ${applied.gone === 0 ? nothing : html`<p>${texts['import.gone-done'](applied.gone)}</p>`}
        <div class="row">
          <button class="button primary" type="button" @click=${() => (this.planning = true)}>
            ${icon('calendar-days')}${texts['import.to-session']}
          </button>
          <a class="button" href=${toHref({ page: 'cohort', employerId: this.employerId })}>
            ${icon('mail')}${texts['due.invite']}
          </a>
          <a class="button" href=${toHref({ page: 'workers' })}>${texts['import.to-workers']}</a>
        </div>
      </section>
      ${
        this.planning
          ? html`<use-list-dialog
              .office=${this.office}
              .workerIds=${applied.workerIds}
              @dialog-close=${() => (this.planning = false)}
            ></use-list-dialog>`
          : nothing
      }`
  }

  #restart(employerId: Id, siteId: Id | null) {
    this.employerId = employerId
    this.siteId = siteId
    this.leavers = false
    this.state = { phase: 'choosing' }
  }

  /** `at` is the code of a column that is missing, or a header of the file that is unknown or there twice. */
  #describeColumn(at: string): string {
    const { texts } = this
    const missing = Object.entries(texts['import.column']).find(([column]) => column === at)
    return missing === undefined
      ? texts['import.column-unknown'](at)
      : texts['import.column-missing'](missing[1])
  }

  readonly #preview = async (event: CustomEvent<File>) => {
    const file = event.detail
    const { employerId } = this
    if (employerId === null) return
    this.leavers = false
    this.state = { phase: 'choosing' }
    await this.#read.run(async () => {
      const preview = await this.office.api.previewRoster(employerId, file)
      // Another employer may have been chosen meanwhile.
      if (employerId === this.employerId) this.state = { phase: 'previewed', file, preview }
    })
  }

  async #use(preview: RosterPreview, file: File) {
    const { employerId, siteId, leavers } = this
    if (employerId === null) return
    await this.#apply.run(async () => {
      const { api } = this.office
      const applied = await api.applyRoster(employerId, preview.digest, file, { siteId, leavers })
      this.state = { phase: 'applied', applied }
      await this.updateComplete
      this.querySelector<HTMLElement>('.done h2')?.focus()
    })
  }

  readonly #download = () => {
    const { texts } = this
    const content = renderRosterTemplate(texts['import.column'])
    const url = URL.createObjectURL(new Blob([content], { type: 'text/csv;charset=utf-8' }))
    const link = document.createElement('a')
    link.href = url
    link.download = texts['import.template-name']
    link.click()
    // The browser has taken the file by the next turn.
    setTimeout(() => URL.revokeObjectURL(url))
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'page-import': PageImport
  }
}
