import { html, nothing, type TemplateResult } from 'lit'
import type { Slot } from '../../../signaling/protocol/planning.ts'
import type { Id, Instant } from '../../../signaling/protocol/primitives.ts'
import { isOpen } from '../../../signaling/rules/appointment-life.ts'
import { icon } from '../../ui/icon.ts'
import '../../ui/menu-button.ts'
import type { MenuItem } from '../../ui/menu-button.ts'
import { toHref } from '../route.ts'
import { canPut, standingInWords, standingOf, tones, type BookedAppointment } from '../standing.ts'
import { carry, invite, leave, receive } from './carry-appointment.ts'
import type { Office } from './office-element.ts'
import { renderRefill } from './refill-line.ts'

export type SlotCommand = 'move' | 'swap' | 'invite' | 'in-person' | 'remove'

export interface SlotActions {
  /** The appointment that a command runs for, if one does. */
  readonly busyId: string | null
  readonly put: (slot: Slot) => void
  readonly choose: (appointment: BookedAppointment, command: SlotCommand) => void
  readonly drop: (appointmentId: Id, slot: Slot) => void
  /** Null: it was let go. */
  readonly carried: (appointment: BookedAppointment | null) => void
  /** Whether it is worth saying for whom each works. */
  readonly employers: boolean
}

/** The slots in order, with a line for each stretch in which nobody is seen. */
export function renderSlotRows(
  slots: readonly Slot[],
  office: Office,
  actions: SlotActions,
): readonly TemplateResult[] {
  return slots.flatMap((slot, index) => {
    const row = renderSlotRow(slot, office, actions)
    const next = slots[index + 1]
    return next === undefined || next.startsAt === slot.endsAt
      ? [row]
      : [row, renderBreak(slot.endsAt, next.startsAt, office)]
  })
}

function renderBreak(from: Instant, until: Instant, { texts, format }: Office) {
  return html`<li class="slot-break muted small">
    ${texts['board.break'](format.time(from), format.time(until))}
  </li>`
}

/** A slot of the board: free, or with its worker, where it stands, and a menu. */
function renderSlotRow(slot: Slot, office: Office, actions: SlotActions): TemplateResult {
  const { appointment } = slot
  return html`<li
    class="slot ${appointment === null ? 'free' : ''}"
    data-slot=${slot.id}
    data-appointment=${appointment?.id ?? nothing}
    draggable=${appointment !== null && isOpen(appointment.status) ? 'true' : 'false'}
    @dragstart=${(event: DragEvent) => {
      if (appointment === null) return
      carry(event, appointment)
      actions.carried(appointment)
    }}
    @dragend=${() => actions.carried(null)}
    @dragover=${invite}
    @dragleave=${leave}
    @drop=${(event: DragEvent) => receive(event, (id) => actions.drop(id, slot))}
  >
    <span class="slot-time tabular">${office.format.time(slot.startsAt)}</span>
    ${
      appointment === null
        ? renderFree(slot, office, actions)
        : renderBooked(slot, appointment, office, actions)
    }
  </li>`
}

function renderFree(slot: Slot, office: Office, actions: SlotActions) {
  const { texts, now } = office
  return canPut(slot, now())
    ? html`<span class="slot-who muted"
          >${texts['board.free']}${renderWaiting(slot, office)}${renderRefill(slot, office)}</span
        >${renderPut(slot, office, actions)}`
    : html`<span class="slot-who muted">${texts['board.free-past']}</span>`
}

/** How many of those who asked for a talk could have this very slot. */
function renderWaiting({ waiting }: Slot, { texts }: Office) {
  if (waiting === undefined) return nothing
  return html`<a class="small" href=${toHref({ page: 'requests' })}
    >${texts['board.waiting'](waiting)}</a
  >`
}

function renderPut(slot: Slot, { texts, format }: Office, actions: SlotActions) {
  return html`<button class="button slot-put" type="button" @click=${() => actions.put(slot)}>
    ${icon('plus')}
    <span>${texts['board.put']}<span class="unseen"> ${format.time(slot.startsAt)}</span></span>
  </button>`
}

function renderBooked(
  slot: Slot,
  appointment: BookedAppointment,
  office: Office,
  actions: SlotActions,
) {
  const { texts, format, now } = office
  return html`<span class="slot-who">
      <strong>${appointment.workerName}</strong>
      <span class="muted small">
        ${[
          texts.examTypes[appointment.examType],
          texts.language[appointment.workerLanguage],
          ...(actions.employers ? [appointment.employerName] : []),
        ].join(' · ')}
      </span>
      ${renderRefill(slot, office)}
      ${
        appointment.notByVideo === null
          ? nothing
          : html`<span class="doubt small">
              ${icon('triangle-alert')}${texts['board.not-by-video'][appointment.notByVideo]}
            </span>`
      }
      ${
        appointment.nothingDue === undefined
          ? nothing
          : html`<span class="doubt small">
              ${icon('triangle-alert')}${texts['board.nothing-due']}
            </span>`
      }
    </span>
    <span class="chip ${tones[standingOf(appointment)]}">
      ${standingInWords(appointment, texts, format, now())}
    </span>
    ${
      isOpen(appointment.status)
        ? renderMenu(appointment, office, actions)
        : canPut(slot, now())
          ? renderPut(slot, office, actions)
          : nothing
    }`
}

function renderMenu(appointment: BookedAppointment, { texts }: Office, actions: SlotActions) {
  const choose = (event: CustomEvent<SlotCommand>) => actions.choose(appointment, event.detail)
  return html`<menu-button
    .label=${texts['common.more']}
    .about=${appointment.workerName}
    .items=${toItems(appointment, texts)}
    ?busy=${actions.busyId === appointment.id}
    @menu-choose=${choose}
  ></menu-button>`
}

function toItems(
  appointment: BookedAppointment,
  texts: Office['texts'],
): readonly (MenuItem & { readonly id: SlotCommand })[] {
  const send = texts[appointment.status === 'planned' ? 'board.send-first' : 'board.send-again']
  return [
    { id: 'move', label: texts['board.move'] },
    { id: 'swap', label: texts['board.swap'] },
    ...(appointment.workerHasEmail ? [{ id: 'invite', label: send } as const] : []),
    ...(appointment.modality === 'remote'
      ? [{ id: 'in-person', label: texts['board.convert'] } as const]
      : []),
    { id: 'remove', label: texts['board.remove'] },
  ]
}
