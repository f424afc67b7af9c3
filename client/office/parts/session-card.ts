import { html, nothing } from 'lit'
import type { Session } from '../../../signaling/protocol/planning.ts'
import type { CalendarDate } from '../../../signaling/protocol/primitives.ts'
import { placeOf } from './place-of.ts'
import { toHref } from '../route.ts'
import { countSession } from '../standing.ts'
import type { Office } from './office-element.ts'

/** A session in the week: a link to its board, with what is left to do. */
export function renderSessionCard(session: Session, day: CalendarDate, office: Office) {
  const { texts, format, now } = office
  const counts = countSession(session, now())
  const isInPerson = session.inPerson === true
  return html`<a
    class="session-card card"
    href=${toHref({ page: 'board', day, sessionId: session.id })}
  >
    <span class="session-time tabular"
      >${format.time(session.startsAt)}–${format.time(session.endsAt)}</span
    >
    <strong>${session.physicianName}</strong>
    <span class="muted">${placeOf(session, texts)}</span>
    ${isInPerson ? html`<span class="chip info">${texts['session.is-in-person']}</span>` : nothing}
    <span class="session-filled">
      <progress max=${counts.all} value=${counts.filled} aria-hidden="true"></progress>
      <span class="tabular small">${texts['week.filled'](counts.filled, counts.all)}</span>
    </span>
    ${counts.failed > 0 ? html`<span class="chip stop">${texts['week.failed'](counts.failed)}</span>` : nothing}
    ${counts.inPerson > 0 ? html`<span class="chip wait">${texts['week.in-person'](counts.inPerson)}</span>` : nothing}
    ${counts.toInvite > 0 ? html`<span class="chip wait">${texts['week.to-invite'](counts.toInvite)}</span>` : nothing}
  </a>`
}
