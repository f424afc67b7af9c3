import { html, nothing } from 'lit'
import { customElement, state } from 'lit/decorators.js'
import { repeat } from 'lit/directives/repeat.js'
import type { Employer, WorkerRow } from '../../../signaling/protocol/planning.ts'
import type { Id } from '../../../signaling/protocol/primitives.ts'
import { icon } from '../../ui/icon.ts'
import '../../ui/menu-button.ts'
import { dayOf } from '../calendar.ts'
import { Command } from '../parts/command.ts'
import { renderFailure } from '../parts/failure.ts'
import { renderPicker } from '../parts/field.ts'
import { planWorkerPost } from '../parts/due-forms.ts'
import '../parts/form-dialog.ts'
import type { FormPlan } from '../parts/form-dialog.ts'
import { createLoad, renderLoad } from '../parts/load.ts'
import { OfficeElement } from '../parts/office-element.ts'
import '../parts/search-field.ts'
import { planWorker } from '../parts/worker-form.ts'
import { toHref } from '../route.ts'

const listedAtMost = 200

/** Everyone whom the service may plan: how to reach them, and their open appointment. */
@customElement('page-workers')
export class PageWorkers extends OfficeElement {
  @state() private employerId: Id | null = null
  @state() private q = ''
  @state() private adding = false
  /** Whose note is being changed. */
  @state() private noting: Id | null = null

  /** The form for somebody's post. */
  @state() private postOf: FormPlan | null = null

  readonly #note = new Command(this)
  readonly #places = createLoad(
    this,
    async (_args, signal) => {
      const [employers, sites, posts] = await Promise.all([
        this.office.api.loadEmployers(signal),
        this.office.api.loadSites(signal),
        this.office.api.loadPosts(signal),
      ])
      return { employers, sites, posts }
    },
    () => [] as const,
  )
  readonly #workers = createLoad(
    this,
    ([employerId, q], signal) => this.office.api.loadWorkers({ employerId, q }, signal),
    () => [this.employerId, this.q] as const,
  )

  protected override render() {
    const { texts } = this
    return html`<div class="page-title">
        <h1>${texts['workers.title']}</h1>
        <div class="row">
          <button
            class="button"
            type="button"
            aria-busy=${this.#places.value === undefined ? 'true' : 'false'}
            @click=${this.#add}
          >
            ${icon('plus')}${texts['workers.add']}
          </button>
          <a class="button primary" href=${toHref({ page: 'import' })}>
            ${icon('upload')}${texts['common.import']}
          </a>
        </div>
      </div>
      ${renderLoad(this.#places, texts, ({ employers }) => this.#renderFilters(employers))}
      ${renderFailure(texts, this.#note.failure)}
      ${renderLoad(this.#workers, texts, (rows) => this.#renderRows(rows))}
      ${this.adding ? this.#renderDialog() : nothing}
      ${
        this.postOf === null
          ? nothing
          : html`<form-dialog
              .office=${this.office}
              .plan=${this.postOf}
              @dialog-close=${() => (this.postOf = null)}
            ></form-dialog>`
      }`
  }

  #renderFilters(employers: readonly Employer[]) {
    const { texts } = this
    return html`<div class="filters">
      <search-field
        .label=${texts['workers.search']}
        .fieldId=${'worker-search'}
        @search-change=${this.#search}
      ></search-field>
      ${renderPicker({
        id: 'worker-employer',
        label: texts['common.employer'],
        value: this.employerId ?? '',
        choices: [
          { value: '', label: texts['common.every-employer'] },
          ...employers.map(({ id, name }) => ({ value: id, label: name })),
        ],
        choose: (id) => (this.employerId = id === '' ? null : id),
      })}
    </div>`
  }

  #renderRows(rows: readonly WorkerRow[]) {
    const { texts } = this
    if (rows.length === 0) {
      const nobodyAtAll = this.q === '' && this.employerId === null
      return html`<p class="empty card" role="status">
        ${icon('users')}${texts[nobodyAtAll ? 'workers.none' : 'workers.empty']}
      </p>`
    }
    return html`<p class="muted" role="status">
        ${
          rows.length > listedAtMost
            ? texts['workers.first'](listedAtMost)
            : texts['workers.found'](rows.length)
        }
      </p>
      <table class="list">
        <thead>
          <tr>
            <th scope="col">${texts['common.name']}</th>
            <th scope="col">${texts['workers.contact']}</th>
            <th scope="col">${texts['common.language']}</th>
            <th scope="col">${texts['workers.appointment']}</th>
            <th scope="col"><span class="unseen">${texts['common.more']}</span></th>
          </tr>
        </thead>
        <tbody>
          ${repeat(
            rows.slice(0, listedAtMost),
            ({ id }) => id,
            (row) => this.#renderRow(row),
          )}
        </tbody>
      </table>`
  }

  #renderRow(row: WorkerRow) {
    const { texts, format } = this
    const contacts = [row.email, row.phone].filter((contact) => contact !== null)
    return html`<tr>
      <th scope="row">
        ${row.firstName} ${row.lastName}
        <span class="muted small"
          >${[`${texts['workers.born']} ${format.date(row.birthDate)}`, this.#postName(row)]
            .filter((part) => part !== '')
            .join(' · ')}</span
        >
        ${
          row.needsPicture
            ? html`<span class="chip">${icon('ear')}${texts['workers.needs-picture']}</span>`
            : nothing
        }
      </th>
      <td data-label=${texts['workers.contact']}>
        ${
          contacts.length === 0
            ? html`<span class="chip wait">${texts['workers.no-contact']}</span>`
            : contacts.map((contact) => html`<span class="contact">${contact}</span>`)
        }
      </td>
      <td data-label=${texts['common.language']}>${texts.language[row.language]}</td>
      <td data-label=${texts['workers.appointment']}>${this.#renderAppointment(row)}</td>
      <td>
        <menu-button
          .label=${texts['common.more']}
          .about=${`${row.firstName} ${row.lastName}`}
          .items=${[
            { id: 'post', label: texts['post.give'] },
            {
              id: 'note',
              label: texts[row.needsPicture ? 'workers.needs-no-picture' : 'workers.needs-picture'],
            },
          ]}
          ?busy=${this.noting === row.id}
          @menu-choose=${(event: CustomEvent<string>) => this.#choose(event.detail, row)}
        ></menu-button>
      </td>
    </tr>`
  }

  #renderAppointment({ openAppointment }: WorkerRow) {
    const { texts, format } = this
    if (openAppointment === null)
      return html`<span class="muted">${texts['workers.no-appointment']}</span>`
    const { sessionId, startsAt } = openAppointment
    const day = dayOf(startsAt, format.timeZone)
    return html`<a class="tabular" href=${toHref({ page: 'board', day, sessionId })}>
      ${format.shortDay(startsAt)}, ${format.time(startsAt)}
    </a>`
  }

  #renderDialog() {
    const places = this.#places.value
    if (places === undefined) return nothing
    const plan = planWorker(places, this.office, (name) => {
      this.tell(this.texts['workers.added'](name))
      void this.#workers.run()
    })
    return html`<form-dialog
      .office=${this.office}
      .plan=${plan}
      @dialog-close=${this.#closeDialog}
    ></form-dialog>`
  }

  #postName({ postId }: WorkerRow): string {
    return this.#places.value?.posts.find(({ id }) => id === postId)?.name ?? ''
  }

  #choose(command: string, row: WorkerRow) {
    if (command === 'note') {
      void this.#noteNeed(row)
      return
    }
    const { id, firstName, lastName, postId, employerId } = row
    const posts = this.#places.value?.posts.filter((post) => post.employerId === employerId) ?? []
    const worker = { id, name: `${firstName} ${lastName}`, postId }
    this.postOf = planWorkerPost(worker, posts, this.office, (name) => {
      this.tell(this.texts['workers.noted'](name))
      void this.#workers.run()
    })
  }

  async #noteNeed({ id, firstName, lastName, needsPicture }: WorkerRow): Promise<void> {
    if (this.#note.busy) return
    this.noting = id
    await this.#note.run(async () => {
      await this.office.api.notePictureNeed(id, !needsPicture)
      await this.#workers.run()
      this.tell(this.texts['workers.noted'](`${firstName} ${lastName}`))
    })
    this.noting = null
  }

  readonly #search = (event: CustomEvent<string>) => {
    this.q = event.detail
  }

  readonly #add = () => {
    this.adding = true
  }

  readonly #closeDialog = () => {
    this.adding = false
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'page-workers': PageWorkers
  }
}
