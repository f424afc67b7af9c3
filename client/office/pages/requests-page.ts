import { html, nothing } from 'lit'
import { customElement } from 'lit/decorators.js'
import type { RequestRow } from '../../../signaling/protocol/requests.ts'
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
import { peopleLike, planIdentify, planRequestSlot } from '../parts/request-forms.ts'

const tones = { green: '', amber: 'wait', red: 'stop' } as const

/** What workers asked for of their own accord: the nearest end of the term first. */
@customElement('page-requests')
export class PageRequests extends OfficeElement {
  readonly #form = new OpenForm(this)
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
      ${renderLoad(this.#rows, texts, (rows) => this.#renderRows(rows))} ${this.#form.render()}`
  }

  #renderRows(rows: readonly RequestRow[]) {
    const { texts } = this
    if (rows.length === 0)
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
        items: rows,
        keyOf: ({ id }) => id,
        renderRow: (row) => this.#renderRow(row),
      },
      texts,
    )
  }

  #renderRow(row: RequestRow) {
    const { texts, format } = this
    return html`<tr>
      <td data-label=${texts['requests.until']}>
        <span class="chip ${tones[row.clock.light]}">
          ${icon(row.clock.light === 'green' ? 'clock' : 'triangle-alert')}
          ${texts['requests.left'](row.clock.workingDaysLeft)}
        </span>
        <span class="muted small">${format.date(row.clock.dueOn)}</span>
      </td>
      <th scope="row">${this.#renderWho(row)}</th>
      <td data-label=${texts['workers.contact']}>${renderContacts(row)}</td>
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
    if (peopleLike(row).length === 0) {
      this.warn(this.texts['requests.nobody-alike'](nameOf(row.claimed)))
      return
    }
    this.#form.show(planIdentify(row, this.office, this.#done))
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

declare global {
  interface HTMLElementTagNameMap {
    'page-requests': PageRequests
  }
}
