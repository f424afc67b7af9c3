/** The lists of a cohort: who gets which slot, who gets none and why, and whom the planner took out. */
import { html, nothing } from 'lit'
import type { CohortLeftOut, CohortPlaced } from '../../../signaling/protocol/cohort.ts'
import type { Id } from '../../../signaling/protocol/primitives.ts'
import { icon } from '../../ui/icon.ts'
import { dayAndTime } from './day-and-time.ts'
import { renderListTable } from './list-table.ts'
import type { Office } from './office-element.ts'
import { renderNoEmail } from './person.ts'

export interface PlacedCommands {
  /** The slots that the planner chose, by worker. */
  readonly wished: ReadonlyMap<Id, Id>
  readonly takeOut: (member: CohortPlaced) => void
  readonly move: (member: CohortPlaced) => void
}

export function renderPlaced(
  placed: readonly CohortPlaced[],
  office: Office,
  commands: PlacedCommands,
) {
  if (placed.length === 0) return nothing
  const { texts } = office
  return renderListTable(
    {
      caption: texts['cohort.placed'],
      columns: [
        texts['cohort.slot'],
        texts['common.name'],
        texts['common.exam-type'],
        texts['due.last-day'],
      ],
      items: placed,
      keyOf: ({ workerId }) => workerId,
      renderRow: (member) => renderMember(member, office, commands),
    },
    texts,
  )
}

function renderMember(
  member: CohortPlaced,
  { texts, format }: Office,
  { wished, takeOut, move }: PlacedCommands,
) {
  const { workerId, workerName, language, examType, dueOn, slot, inTime, hasEmail } = member
  const about = html`<span class="unseen"> ${workerName}</span>`
  return html`<tr>
    <td data-label=${texts['cohort.slot']}>
      <span class="tabular">${dayAndTime(slot.startsAt, format)}</span>
      <span class="muted small contact"
        >${slot.physicianName} · ${slot.placeName ?? texts['common.own-phone']}</span
      >
      ${
        wished.get(workerId) === slot.id
          ? html`<span class="chip info">${icon('check')}${texts['cohort.chosen']}</span>`
          : nothing
      }
    </td>
    <th scope="row">
      ${workerName}
      <span class="muted small">${texts.language[language]}</span>
      ${hasEmail ? nothing : renderNoEmail(texts)}
    </th>
    <td data-label=${texts['common.exam-type']}>${texts.examTypes[examType]}</td>
    <td data-label=${texts['due.last-day']}>
      <span class="tabular">${format.date(dueOn)}</span>
      ${
        inTime
          ? nothing
          : html`<span class="chip stop">${icon('triangle-alert')}${texts['cohort.late']}</span>`
      }
    </td>
    <td>
      <div class="row">
        <button class="button" type="button" @click=${() => move(member)}>
          <span>${texts['cohort.move']}${about}</span>
        </button>
        <button class="button" type="button" data-out=${workerId} @click=${() => takeOut(member)}>
          <span>${texts['cohort.take-out']}${about}</span>
        </button>
      </div>
    </td>
  </tr>`
}

export function renderLeftOut(leftOut: readonly CohortLeftOut[], { texts, format }: Office) {
  if (leftOut.length === 0) return nothing
  return html`<section class="stack">
    <h2>${texts['cohort.left-out']}</h2>
    <ul class="card plain-list" role="list">
      ${leftOut.map(
        ({ workerName, dueOn, reason, acts }) =>
          html`<li>
            <strong>${workerName}</strong>
            <span class="muted small">${texts['due.last-day']}: ${format.date(dueOn)}</span>
            <p class="small">
              ${
                reason === 'act-due'
                  ? texts['cohort.acts-first'](acts.map((act) => texts.act[act]).join(', '))
                  : nothing
              }
              ${texts['cohort.why'][reason]}
            </p>
          </li>`,
      )}
    </ul>
  </section>`
}

export function renderTakenOut(
  without: ReadonlyMap<Id, string>,
  { texts }: Office,
  putBack: (id: Id) => void,
) {
  if (without.size === 0) return nothing
  return html`<section class="stack">
    <h2>${texts['cohort.taken-out']}</h2>
    <ul class="card plain-list" role="list">
      ${[...without].map(
        ([id, name]) =>
          html`<li class="person">
            <strong>${name}</strong>
            <button class="button" type="button" @click=${() => putBack(id)}>
              <span>${texts['cohort.put-back']}<span class="unseen"> ${name}</span></span>
            </button>
          </li>`,
      )}
    </ul>
  </section>`
}
