import { html, nothing } from 'lit'
import { customElement, state } from 'lit/decorators.js'
import { repeat } from 'lit/directives/repeat.js'
import type { FreeSlot, KnownPerson, RequestRow } from '../../../signaling/protocol/requests.ts'
import { icon } from '../../ui/icon.ts'
import '../../ui/menu-button.ts'
import { Command } from '../parts/command.ts'
import { renderFailure } from '../parts/failure.ts'
import '../parts/form-dialog.ts'
import type { FormPlan } from '../parts/form-dialog.ts'
import { createLoad, renderLoad } from '../parts/load.ts'
import { OfficeElement } from '../parts/office-element.ts'
import { momentsInWords } from '../parts/moments.ts'

const tones = { green: '', amber: 'wait', red: 'stop' } as const

/** What workers asked for of their own accord: the nearest end of the term first. */
@customElement('page-requests')
export class PageRequests extends OfficeElement {
  @state() private plan: FormPlan | null = null

  readonly #act = new Command(this)
  readonly #rows = createLoad(
    this,
    (_args, signal) => this.office.api.loadRequests(signal),
    () => [] as const,
  )

  protected override render() {
    const { texts } = this
    return html`<div class="page-title"><h1>${texts['requests.title']}</h1></div>
      <p class="muted">${texts['requests.what']}</p>
      ${renderFailure(texts, this.#act.failure)}
      ${renderLoad(this.#rows, texts, (rows) => this.#renderRows(rows))}
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

  #renderRows(rows: readonly RequestRow[]) {
    const { texts } = this
    if (rows.length === 0)
      return html`<p class="empty card" role="status">
        ${icon('circle-check')}${texts['requests.none']}
      </p>`
    return html`<table class="list">
      <thead>
        <tr>
          <th scope="col">${texts['requests.until']}</th>
          <th scope="col">${texts['requests.who']}</th>
          <th scope="col">${texts['workers.contact']}</th>
          <th scope="col">${texts['requests.wishes']}</th>
          <th scope="col"><span class="unseen">${texts['common.more']}</span></th>
        </tr>
      </thead>
      <tbody>
        ${repeat(
          rows,
          ({ id }) => id,
          (row) => this.#renderRow(row),
        )}
      </tbody>
    </table>`
  }

  #renderRow(row: RequestRow) {
    const { texts, format } = this
    const contacts = [row.email, row.phone].filter((contact) => contact !== null)
    return html`<tr>
      <td data-label=${texts['requests.until']}>
        <span class="chip ${tones[row.clock.light]}">
          ${icon(row.clock.light === 'green' ? 'clock' : 'triangle-alert')}
          ${texts['requests.left'](row.clock.workingDaysLeft)}
        </span>
        <span class="muted small">${format.date(row.clock.dueOn)}</span>
      </td>
      <th scope="row">${this.#renderWho(row)}</th>
      <td data-label=${texts['workers.contact']}>
        ${contacts.map((contact) => html`<span class="contact">${contact}</span>`)}
      </td>
      <td data-label=${texts['requests.wishes']}>
        ${momentsInWords(row.moments, texts, format.locale)} · ${texts.language[row.language]}
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
              { id: 'close', label: texts['requests.close'] },
            ]}
            ?busy=${this.#act.busy}
            @menu-choose=${(event: CustomEvent<string>) =>
              event.detail === 'who' ? this.#identify(row) : void this.#close(row)}
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

  #identify(row: RequestRow) {
    const { texts, format } = this
    const people: readonly KnownPerson[] =
      row.worker === null ? row.alike : [row.worker, ...row.alike]
    if (people.length === 0) {
      this.warn(texts['requests.nobody-alike'](nameOf(row.claimed)))
      return
    }
    this.plan = {
      heading: texts['requests.identify'],
      submit: texts['requests.is-this'],
      fields: [
        {
          name: 'workerId',
          label: nameOf(row.claimed),
          hint: texts['requests.identify-hint'],
          kind: 'select',
          required: true,
          choices: [...new Map(people.map((person) => [person.workerId, person])).values()].map(
            (person) => ({
              value: person.workerId,
              label: `${nameOf(person)}, ${format.date(person.birthDate)}, ${person.employerName}`,
            }),
          ),
        },
      ],
      save: async ({ workerId }) => {
        await this.office.api.identifyRequest(row.id, workerId ?? '')
        this.tell(texts['requests.identified'])
        await this.#rows.run()
      },
    }
  }

  async #choose(row: RequestRow) {
    const { texts } = this
    await this.#act.run(async () => {
      const slots = await this.office.api.loadSlotsFor(row.id)
      if (slots.length === 0) {
        this.warn(texts[row.tellEmployer ? 'requests.no-slot' : 'requests.no-own-phone'])
        return
      }
      this.plan = {
        heading: texts['requests.plan'],
        submit: texts['requests.plan-send'],
        fields: [
          {
            name: 'slotId',
            label: texts['requests.slot'],
            hint: texts['requests.slot-hint'],
            kind: 'select',
            required: true,
            value: slots[0]?.slotId ?? '',
            choices: slots.map((slot) => ({ value: slot.slotId, label: this.#slotInWords(slot) })),
          },
        ],
        save: async ({ slotId }) => {
          const { startsAt } = await this.office.api.planRequest(row.id, slotId ?? '')
          this.tell(texts['requests.planned'](this.#momentOf(startsAt)))
          await this.#rows.run()
        },
      }
    })
  }

  #slotInWords({ startsAt, physicianName, placeName, suits, inTime }: FreeSlot): string {
    const { texts } = this
    return [
      this.#momentOf(startsAt),
      physicianName,
      placeName ?? texts['common.own-phone'],
      ...(inTime ? [] : [texts['requests.too-late']]),
      ...(suits ? [] : [texts['requests.other-moment']]),
    ].join(' · ')
  }

  #momentOf(at: FreeSlot['startsAt']): string {
    return `${this.format.shortDay(at)}, ${this.format.time(at)}`
  }

  async #close(row: RequestRow) {
    await this.#act.run(async () => {
      await this.office.api.closeRequest(row.id)
      this.tell(this.texts['requests.closed'](nameOf(row.claimed)))
      await this.#rows.run()
    })
  }
}

const nameOf = ({ firstName, lastName }: { firstName: string; lastName: string }) =>
  `${firstName} ${lastName}`

declare global {
  interface HTMLElementTagNameMap {
    'page-requests': PageRequests
  }
}
