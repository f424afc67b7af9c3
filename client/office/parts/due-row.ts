/** Somebody whose examination is due, as a row of the list. */
import { html, nothing } from 'lit'
import type { DueRow } from '../../../signaling/protocol/due.ts'
import { icon } from '../../ui/icon.ts'
import '../../ui/menu-button.ts'
import type { Texts } from '../texts.ts'
import { dayAndTime } from './day-and-time.ts'
import type { Office } from './office-element.ts'
import { renderNoEmail } from './person.ts'

export type DueCommand = 'correct' | 'done'

export function renderDueRow(
  row: DueRow,
  { texts, format }: Office,
  choose: (command: DueCommand) => void,
) {
  return html`<tr>
    <td data-label=${texts['due.last-day']} class="due-day">
      <span class="tabular">${format.date(row.dueOn)}</span> ${renderClock(row, texts)}
    </td>
    <th scope="row">
      ${row.workerName}
      <span class="muted small">${row.postName} · ${texts.language[row.language]}</span>
      ${row.hasEmail ? nothing : renderNoEmail(texts)}
    </th>
    <td data-label=${texts['common.exam-type']}>${texts.examTypes[row.examType]}</td>
    <td data-label=${texts['due.acts']}>
      ${row.acts.map((act) => html`<span class="chip info">${texts.act[act]}</span> `)}
    </td>
    <td data-label=${texts['due.planned']}>
      ${
        row.plannedAt === null
          ? html`<span class="muted">${texts['due.not-planned']}</span>`
          : html`<span class="tabular">${dayAndTime(row.plannedAt, format)}</span>`
      }
    </td>
    <td>
      <menu-button
        .label=${texts['common.more']}
        .about=${row.workerName}
        .items=${
          [
            { id: 'correct', label: texts['due.correct'] },
            { id: 'done', label: texts['due.done'] },
          ] satisfies readonly { id: DueCommand; label: string }[]
        }
        @menu-choose=${(event: CustomEvent<DueCommand>) => choose(event.detail)}
      ></menu-button>
    </td>
  </tr>`
}

/** The colour never speaks alone: the words say the same. */
function renderClock({ light, workingDaysLeft }: DueRow, texts: Texts) {
  const words =
    workingDaysLeft < 0 ? texts['due.over'](-workingDaysLeft) : texts['due.left'](workingDaysLeft)
  const tone = { green: 'go', amber: 'wait', red: 'stop' }[light]
  const sign = { green: 'check', amber: 'clock', red: 'triangle-alert' } as const
  return html`<span class="chip ${tone}">${icon(sign[light])}${words}</span>`
}
