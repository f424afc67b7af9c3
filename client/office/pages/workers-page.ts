import { html } from 'lit'
import { customElement, state } from 'lit/decorators.js'
import type { Employer, WorkerRow } from '../../../signaling/protocol/planning.ts'
import type { Id } from '../../../signaling/protocol/primitives.ts'
import { icon } from '../../ui/icon.ts'
import { Command } from '../parts/command.ts'
import { renderFailure } from '../parts/failure.ts'
import { planWorkerPost } from '../parts/due-forms.ts'
import { createLoad, renderLoad } from '../parts/load.ts'
import { renderListTable } from '../parts/list-table.ts'
import { OfficeElement } from '../parts/office-element.ts'
import { OpenForm } from '../parts/open-form.ts'
import { nameOf } from '../parts/person.ts'
import { renderEmployerPicker } from '../parts/picker.ts'
import '../parts/search-field.ts'
import { planWorker } from '../parts/worker-form.ts'
import { renderWorkerRow, type WorkerCommand } from '../parts/worker-row.ts'
import { toHref } from '../route.ts'

const listedAtMost = 200

/** Everyone whom the service may plan: how to reach them, and their open appointment. */
@customElement('page-workers')
export class PageWorkers extends OfficeElement {
  @state() private employerId: Id | null = null
  @state() private q = ''
  /** Whose note is being changed. */
  @state() private noting: Id | null = null

  readonly #form = new OpenForm(this)
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
      ${renderLoad(this.#workers, texts, (rows) => this.#renderRows(rows))} ${this.#form.render()}`
  }

  #renderFilters(employers: readonly Employer[]) {
    const { texts } = this
    return html`<div class="filters">
      <search-field
        .label=${texts['workers.search']}
        .fieldId=${'worker-search'}
        @search-change=${this.#search}
      ></search-field>
      ${renderEmployerPicker(
        {
          id: 'worker-employer',
          employers,
          employerId: this.employerId,
          choose: (id) => (this.employerId = id),
        },
        texts,
      )}
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
      ${renderListTable(
        {
          columns: [
            texts['common.name'],
            texts['workers.contact'],
            texts['common.language'],
            texts['workers.appointment'],
          ],
          items: rows.slice(0, listedAtMost),
          keyOf: ({ id }) => id,
          renderRow: (row) =>
            renderWorkerRow(row, this.office, {
              postName: this.#postName(row),
              busy: this.noting === row.id,
              choose: (command) => this.#choose(command, row),
            }),
        },
        texts,
      )}`
  }

  #postName({ postId }: WorkerRow): string {
    return this.#places.value?.posts.find(({ id }) => id === postId)?.name ?? ''
  }

  #choose(command: WorkerCommand, row: WorkerRow) {
    if (command === 'note') {
      void this.#noteNeed(row)
      return
    }
    const { id, postId, employerId } = row
    const posts = this.#places.value?.posts.filter((post) => post.employerId === employerId) ?? []
    const worker = { id, name: nameOf(row), postId }
    this.#form.show(
      planWorkerPost(worker, posts, this.office, (name) => {
        this.tell(this.texts['workers.noted'](name))
        void this.#workers.run()
      }),
    )
  }

  async #noteNeed(row: WorkerRow): Promise<void> {
    if (this.#note.busy) return
    this.noting = row.id
    await this.#note.run(async () => {
      await this.office.api.notePictureNeed(row.id, !row.needsPicture)
      await this.#workers.run()
      this.tell(this.texts['workers.noted'](nameOf(row)))
    })
    this.noting = null
  }

  readonly #search = (event: CustomEvent<string>) => {
    this.q = event.detail
  }

  readonly #add = () => {
    const places = this.#places.value
    if (places === undefined) return
    this.#form.show(
      planWorker(places, this.office, (name) => {
        this.tell(this.texts['workers.added'](name))
        void this.#workers.run()
      }),
    )
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'page-workers': PageWorkers
  }
}
