/** Somebody whom the service may plan, as a row of the list. */
import { html, nothing } from 'lit'
import type { WorkerRow } from '../../../signaling/protocol/planning.ts'
import { icon } from '../../ui/icon.ts'
import '../../ui/menu-button.ts'
import { dayOf } from '../calendar.ts'
import { toHref } from '../route.ts'
import { dayAndTime } from './day-and-time.ts'
import type { Office } from './office-element.ts'
import { nameOf, renderContacts } from './person.ts'

export type WorkerCommand = 'post' | 'note'

export function renderWorkerRow(
  row: WorkerRow,
  office: Office,
  more: {
    /** Empty: none is known. */
    readonly postName: string
    readonly busy: boolean
    readonly choose: (command: WorkerCommand) => void
  },
) {
  const { texts, format } = office
  const born = `${texts['workers.born']} ${format.date(row.birthDate)}`
  return html`<tr>
    <th scope="row">
      ${nameOf(row)}
      <span class="muted small">${more.postName === '' ? born : `${born} · ${more.postName}`}</span>
      ${
        row.needsPicture
          ? html`<span class="chip">${icon('ear')}${texts['workers.needs-picture']}</span>`
          : nothing
      }
    </th>
    <td data-label=${texts['workers.contact']}>
      ${
        row.email === null && row.phone === null
          ? html`<span class="chip wait">${texts['workers.no-contact']}</span>`
          : renderContacts(row)
      }
    </td>
    <td data-label=${texts['common.language']}>${texts.language[row.language]}</td>
    <td data-label=${texts['workers.appointment']}>${renderAppointment(row, office)}</td>
    <td>
      <menu-button
        .label=${texts['common.more']}
        .about=${nameOf(row)}
        .items=${
          [
            { id: 'post', label: texts['post.give'] },
            {
              id: 'note',
              label: texts[row.needsPicture ? 'workers.needs-no-picture' : 'workers.needs-picture'],
            },
          ] satisfies readonly { id: WorkerCommand; label: string }[]
        }
        ?busy=${more.busy}
        @menu-choose=${(event: CustomEvent<WorkerCommand>) => more.choose(event.detail)}
      ></menu-button>
    </td>
  </tr>`
}

function renderAppointment({ openAppointment }: WorkerRow, { texts, format }: Office) {
  if (openAppointment === null)
    return html`<span class="muted">${texts['workers.no-appointment']}</span>`
  const { sessionId, startsAt } = openAppointment
  const day = dayOf(startsAt, format.timeZone)
  return html`<a class="tabular" href=${toHref({ page: 'board', day, sessionId })}>
    ${dayAndTime(startsAt, format)}
  </a>`
}
