import { html, nothing } from 'lit'
import { customElement, state } from 'lit/decorators.js'
import type { LegalClock } from '../../../signaling/protocol/legal-clock.ts'
import type { RequestRow } from '../../../signaling/protocol/requests.ts'
import type { VisitWish } from '../../../signaling/protocol/visit-wishes.ts'
import { byClock } from '../../../signaling/rules/legal-clocks.ts'
import { icon } from '../../ui/icon.ts'
import '../../ui/menu-button.ts'
import { Command } from '../parts/command.ts'
import { renderFailure } from '../parts/failure.ts'
import { createLoad, renderLoad } from '../parts/load.ts'
import { renderListTable } from '../parts/list-table.ts'
import { momentsInWords } from '../parts/moments.ts'
import { OfficeElement } from '../parts/office-element.ts'
import { OpenForm } from '../parts/open-form.ts'
import { nameOf, renderContacts } from '../parts/person.ts'
import '../parts/person-dialog.ts'
import type { PersonPlan } from '../parts/person-dialog.ts'
import {
  peopleLike,
  planFindPerson,
  planIdentify,
  planNote,
  planRequestSlot,
  planVisitSlot,
} from '../parts/request-forms.ts'

const tones = { green: '', amber: 'wait', red: 'stop' } as const

/** One line of the list. */
type Item =
  | { readonly kind: 'request'; readonly row: RequestRow }
  | { readonly kind: 'wish'; readonly row: VisitWish }

/** What was asked for, and who is to come in person: the nearest end of a term first. */
@customElement('page-requests')
export class PageRequests extends OfficeElement {
  @state() private person: PersonPlan | null = null

  readonly #form = new OpenForm(this)
  readonly #act = new Command(this)
  readonly #rows = createLoad(
    this,
    async (_args, signal) => {
      const { api } = this.office
      const [requests, wishes] = await Promise.all([
        api.loadRequests(signal),
        api.loadVisitWishes(signal),
      ])
      return toItems(requests, wishes)
    },
    () => [] as const,
  )

  protected override render() {
    const { texts } = this
    return html`<div class="page-title">
        <h1>${texts['requests.title']}</h1>
        <button class="button" type="button" @click=${this.#note}>
          ${icon('plus')}${texts['requests.note']}
        </button>
      </div>
      <p class="muted">${texts['requests.what']}</p>
      ${renderFailure(texts, this.#act.failure)}
      ${renderLoad(this.#rows, texts, (items) => this.#renderItems(items))} ${this.#form.render()}
      ${this.#renderPerson()}`
  }

  #renderPerson() {
    return this.person === null
      ? nothing
      : html`<person-dialog
          .office=${this.office}
          .plan=${this.person}
          @dialog-close=${() => (this.person = null)}
        ></person-dialog>`
  }

  #renderItems(items: readonly Item[]) {
    const { texts } = this
    if (items.length === 0)
      return html`<p class="empty card" role="status">
        ${icon('circle-check')}${texts['requests.none']}
      </p>`
    return renderListTable(
      {
        columns: [
          texts['requests.until'],
          texts['requests.who'],
          texts['workers.contact'],
          texts['requests.wishes'],
        ],
        items,
        keyOf: ({ kind, row }) => (kind === 'wish' ? row.appointmentId : row.id),
        renderRow: ({ kind, row }) =>
          kind === 'wish' ? this.#renderWish(row) : this.#renderRow(row),
      },
      texts,
    )
  }

  #renderRow(row: RequestRow) {
    const { texts, format } = this
    return html`<tr>
      <td data-label=${texts['requests.until']}>${this.#renderClock(row.clock)}</td>
      <th scope="row">${this.#renderWho(row)}</th>
      <td data-label=${texts['workers.contact']}>${renderContacts(row)}</td>
      <td data-label=${texts['requests.wishes']}>
        ${texts.examTypes[row.examType]} · ${texts['requests.by'][row.askedBy]}
        <span class="muted small">
          ${momentsInWords(row.moments, texts, format.locale)} · ${texts.language[row.language]}
        </span>
        <span class="muted small">
          ${texts[row.tellEmployer ? 'requests.employer-may' : 'requests.employer-not']}
        </span>
      </td>
      <td>
        <div class="row">
          ${this.#renderNext(row)}
          <menu-button
            .label=${texts['common.more']}
            .about=${nameOf(row.claimed)}
            .items=${[
              { id: 'who', label: texts['requests.identify'] },
              { id: 'search', label: texts['requests.someone-else'] },
              { id: 'close', label: texts['requests.close'] },
            ]}
            ?busy=${this.#act.busy}
            @menu-choose=${(event: CustomEvent<string>) => this.#command(event.detail, row)}
          ></menu-button>
        </div>
      </td>
    </tr>`
  }

  #renderClock(clock: LegalClock | null) {
    const { texts, format } = this
    if (clock === null) return html`<span class="muted small">${texts['requests.no-term']}</span>`
    return html`<span class="chip ${tones[clock.light]}">
        ${icon(clock.light === 'green' ? 'clock' : 'triangle-alert')}
        ${texts['requests.left'](clock.workingDaysLeft)}
      </span>
      <span class="muted small">${format.date(clock.dueOn)}</span>`
  }

  #renderWish(wish: VisitWish) {
    const { texts, format } = this
    return html`<tr>
      <td data-label=${texts['requests.until']}>${this.#renderClock(wish.clock)}</td>
      <th scope="row">
        ${nameOf(wish)}
        <span class="muted small">${format.date(wish.birthDate)} · ${wish.employerName}</span>
      </th>
      <td data-label=${texts['workers.contact']}>${renderContacts(wish)}</td>
      <td data-label=${texts['requests.wishes']}>
        ${texts.examTypes[wish.examType]}
        <span class="muted small">
          ${texts['requests.in-person'][wish.inPersonAskedBy]} · ${texts.language[wish.language]}
        </span>
      </td>
      <td>
        <div class="row">
          <button
            class="button primary"
            type="button"
            aria-busy=${this.#act.busy ? 'true' : 'false'}
            @click=${() => void this.#chooseVisit(wish)}
          >
            ${texts['requests.plan-visit']}<span class="unseen">: ${nameOf(wish)}</span>
          </button>
          <menu-button
            .label=${texts['common.more']}
            .about=${nameOf(wish)}
            .items=${[{ id: 'close', label: texts['requests.close'] }]}
            ?busy=${this.#act.busy}
            @menu-choose=${() => void this.#settle(wish)}
          ></menu-button>
        </div>
      </td>
    </tr>`
  }

  #renderWho({ worker, claimed }: RequestRow) {
    const { texts, format } = this
    const known = worker ?? claimed
    return html`${nameOf(known)}
      <span class="muted small">${format.date(known.birthDate)} · ${known.employerName}</span>
      ${
        worker === null
          ? html`<span class="chip wait">${icon('user-round')}${texts['requests.claimed']}</span>`
          : nothing
      }`
  }

  #renderNext(row: RequestRow) {
    const { texts } = this
    return row.worker === null
      ? html`<button class="button" type="button" @click=${() => this.#identify(row)}>
          ${texts['requests.identify']}<span class="unseen">: ${nameOf(row.claimed)}</span>
        </button>`
      : html`<button
          class="button primary"
          type="button"
          aria-busy=${this.#act.busy ? 'true' : 'false'}
          @click=${() => void this.#choose(row)}
        >
          ${texts['requests.plan']}<span class="unseen">: ${nameOf(row.worker)}</span>
        </button>`
  }

  #command(command: string, row: RequestRow) {
    switch (command) {
      case 'who':
        return this.#identify(row)
      case 'search':
        return this.#search(row)
      default:
        return void this.#close(row)
    }
  }

  #identify(row: RequestRow) {
    if (peopleLike(row).length === 0) this.#search(row)
    else this.#form.show(planIdentify(row, this.office, this.#done))
  }

  #search(row: RequestRow) {
    this.person = planFindPerson(row, this.office, this.#done)
  }

  readonly #note = () => {
    this.person = planNote(this.office, this.#done)
  }

  async #chooseVisit(wish: VisitWish) {
    await this.#act.run(async () => {
      const slots = await this.office.api.loadVisitSlots(wish.appointmentId)
      if (slots.length === 0) this.warn(this.texts['requests.no-visit'])
      else this.#form.show(planVisitSlot(wish, slots, this.office, this.#done))
    })
  }

  async #settle(wish: VisitWish) {
    await this.#act.run(async () => {
      await this.office.api.settleVisit(wish.appointmentId)
      await this.#done(this.texts['requests.settled'](nameOf(wish)))
    })
  }

  async #choose(row: RequestRow) {
    const { texts } = this
    await this.#act.run(async () => {
      const slots = await this.office.api.loadSlotsFor(row.id)
      if (slots.length === 0)
        this.warn(texts[row.tellEmployer ? 'requests.no-slot' : 'requests.no-own-phone'])
      else this.#form.show(planRequestSlot(row, slots, this.office, this.#done))
    })
  }

  async #close(row: RequestRow) {
    await this.#act.run(async () => {
      await this.office.api.closeRequest(row.id)
      await this.#done(this.texts['requests.closed'](nameOf(row.claimed)))
    })
  }

  readonly #done = async (sentence: string) => {
    this.tell(sentence)
    await this.#rows.run()
  }
}

function toItems(requests: readonly RequestRow[], wishes: readonly VisitWish[]): Item[] {
  const items: Item[] = [
    ...requests.map((row) => ({ kind: 'request', row }) as const),
    ...wishes.map((row) => ({ kind: 'wish', row }) as const),
  ]
  return items
    .map((item) => ({ item, dueOn: item.row.clock?.dueOn ?? null, askedAt: item.row.askedAt }))
    .toSorted(byClock)
    .map(({ item }) => item)
}

declare global {
  interface HTMLElementTagNameMap {
    'page-requests': PageRequests
  }
}
