import { html, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { Ended, Moved } from '../../../signaling/protocol/board.ts'
import type { FillReply, Session, Slot } from '../../../signaling/protocol/planning.ts'
import type { CalendarDate, Id } from '../../../signaling/protocol/primitives.ts'
import type { BookedAppointment } from '../standing.ts'
import { invite, leave, receive } from './carry-appointment.ts'
import { Command } from './command.ts'
import './confirm-dialog.ts'
import { toConfirmation } from './confirmations.ts'
import type { Confirmation } from './confirm-dialog.ts'
import { renderFailure } from './failure.ts'
import './fill-dialog.ts'
import { toFillNotice, toUnfilledNotice } from './fill-sentences.ts'
import './move-dialog.ts'
import type { MovePlan } from './move-dialog.ts'
import { toEndNotice, toMoveNotice } from './move-sentences.ts'
import { OfficeElement } from './office-element.ts'
import { renderSlotRows, type SlotCommand } from './slot-row.ts'

type Dialog =
  | { readonly kind: 'none' }
  | { readonly kind: 'fill'; readonly slot: Slot }
  | { readonly kind: 'move'; readonly plan: MovePlan }
  | { readonly kind: 'confirm'; readonly confirmation: Confirmation }

/** Where the eye and the keyboard go on after a change: `selector` of what the change was about. */
export interface BoardChange {
  readonly selector: string | null
}

/**
 * The slots of a session in order, and what the planner can do with each, by menu or by drag.
 * Fires `board-change` with a `BoardChange` once something is stored.
 */
@customElement('session-slots')
export class SessionSlots extends OfficeElement {
  @property({ attribute: false }) session!: Session
  @property({ attribute: false }) day!: CalendarDate

  @state() private dialog: Dialog = { kind: 'none' }
  @state() private carried: BookedAppointment | null = null
  @state() private busyId: Id | null = null

  readonly #change = new Command(this)

  protected override render() {
    const { texts, office, session } = this
    return html`${renderFailure(texts, this.#change.failure)}
      <ol class="slots" role="list" aria-label=${texts['board.slots']}>
        ${renderSlotRows(session.slots, office, {
          busyId: this.busyId,
          employers: session.roomId === null,
          put: (slot) => (this.dialog = { kind: 'fill', slot }),
          choose: (appointment, command) => this.#choose(appointment, command),
          drop: (id, slot) => void this.#drop(id, slot),
          // A page that changes under the hand at once lets Chromium drop what was just taken up.
          carried: (appointment) => setTimeout(() => (this.carried = appointment)),
        })}
      </ol>
      ${this.carried === null ? nothing : this.#renderZones(this.carried)} ${this.#renderDialog()}`
  }

  /** What the menu has beside other slots; there for as long as something is carried. */
  #renderZones(appointment: BookedAppointment) {
    const { texts } = this
    const zone = (command: 'in-person' | 'remove', label: string) =>
      html`<div
        class="drop-zone"
        data-command=${command}
        @dragover=${invite}
        @dragleave=${leave}
        @drop=${(event: DragEvent) =>
          receive(event, () => {
            this.carried = null
            this.#choose(appointment, command)
          })}
      >
        ${label}
      </div>`
    return html`<div class="drop-zones">
      ${zone('in-person', texts['board.convert'])} ${zone('remove', texts['board.remove'])}
    </div>`
  }

  #renderDialog() {
    const { dialog, office } = this
    switch (dialog.kind) {
      case 'none':
        return nothing
      case 'fill':
        return html`<fill-dialog
          .office=${office}
          .session=${this.session}
          .freeSlot=${dialog.slot}
          @dialog-close=${this.#closeDialog}
          @session-filled=${this.#showFilled}
        ></fill-dialog>`
      case 'move':
        return html`<move-dialog
          .office=${office}
          .plan=${dialog.plan}
          @dialog-close=${this.#closeDialog}
          @appointment-moved=${this.#showMoved}
        ></move-dialog>`
      case 'confirm':
        return html`<confirm-dialog
          .office=${office}
          .confirmation=${dialog.confirmation}
          @dialog-close=${this.#closeDialog}
        ></confirm-dialog>`
    }
  }

  #choose(appointment: BookedAppointment, command: SlotCommand) {
    const { id: appointmentId, workerName } = appointment
    switch (command) {
      case 'move':
      case 'swap':
        return this.#plan({ kind: command, appointmentId, workerName, slotId: null })
      case 'invite':
        return void this.#inviteOne(appointment)
      case 'in-person':
      case 'remove': {
        const done = (ended: Ended, said: string) => this.#tellEnded(ended, said, workerName)
        const confirmation = toConfirmation(command, appointment, this.office, done)
        this.dialog = { kind: 'confirm', confirmation }
      }
    }
  }

  #plan(plan: Omit<MovePlan, 'day'>) {
    this.dialog = { kind: 'move', plan: { ...plan, day: this.day } }
  }

  /** A drop that breaks nothing is made at once, since it can be undone; one that does is asked about. */
  async #drop(appointmentId: Id, slot: Slot) {
    if (slot.appointment?.id === appointmentId) return
    await this.#change.run(async () => {
      const choices = await this.office.api.loadMoves(appointmentId, this.day, this.day)
      const choice = choices.find(({ slotId }) => slotId === slot.id)
      if (choice === undefined) return
      const { holder, breaches } = choice
      const workerName = await this.#nameOf(appointmentId)
      if (breaches.length > 0) {
        const kind = holder === null ? 'move' : 'swap'
        return this.#plan({ kind, appointmentId, workerName, slotId: slot.id })
      }
      const swapWith = holder?.appointmentId ?? null
      const draft = { slotId: slot.id, swapWith, despite: [] }
      const moved = await this.office.api.moveAppointment(appointmentId, draft)
      this.#tellMoved(moved, workerName, holder?.workerName ?? '')
    })
  }

  /** It may have been carried here from another session of the day. */
  async #nameOf(appointmentId: Id): Promise<string> {
    const sessions = await this.office.api.loadSessions(this.day, this.day)
    const slots = sessions.flatMap((session) => session.slots)
    const slot = slots.find(({ appointment }) => appointment?.id === appointmentId)
    return slot?.appointment?.workerName ?? ''
  }

  readonly #showMoved = (event: CustomEvent<{ moved: Moved; holderName: string }>) => {
    const { dialog } = this
    if (dialog.kind !== 'move') return
    this.dialog = { kind: 'none' }
    this.#tellMoved(event.detail.moved, dialog.plan.workerName, event.detail.holderName)
  }

  #tellMoved(moved: Moved, name: string, holderName: string) {
    const { appointment, swapped } = moved
    const names = new Map([[appointment.id, name]])
    if (swapped !== null) names.set(swapped.id, holderName)
    const acts = {
      undo: () => this.#undo(appointment.id, name),
      sendNow: () => this.#sendNow(moved),
    }
    this.fire('office-notice', toMoveNotice(moved, names, this.office, acts))
    this.#changed(`[data-appointment="${appointment.id}"]`)
  }

  async #undo(appointmentId: Id, name: string) {
    await this.#change.run(async () => {
      const { mailsAt } = await this.office.api.undoMove(appointmentId)
      const told = mailsAt === null ? [] : [this.texts['move.mail-at'](this.format.time(mailsAt))]
      this.tell(this.texts['move.undone'](name), ...told)
    })
    this.#changed(`[data-appointment="${appointmentId}"]`)
  }

  async #sendNow({ appointment, swapped, toPhone }: Moved) {
    const both = swapped === null ? [appointment] : [appointment, swapped]
    await this.#change.run(async () => {
      for (const { id, status } of both)
        if (status !== 'planned' && !toPhone.includes(id)) await this.office.api.inviteAgain(id)
      this.tell(this.texts['move.sent'])
    })
    this.#changed(`[data-appointment="${appointment.id}"]`)
  }

  async #inviteOne({ id, workerName }: BookedAppointment) {
    if (this.busyId !== null) return
    this.busyId = id
    await this.#change.run(async () => {
      await this.office.api.inviteAgain(id)
      this.tell(this.texts['board.sent-to'](workerName))
      this.#changed(null)
    })
    this.busyId = null
  }

  #tellEnded(ended: Ended, said: string, name: string) {
    const { id, slotId } = ended.appointment
    const undo = { label: this.texts['move.undo'], act: () => this.#undoEnd(id, slotId, name) }
    const send = { label: this.texts['move.send-now'], act: () => this.#sendEndNow(id, slotId) }
    const acts = ended.mailsAt === null ? [undo] : [undo, send]
    this.fire('office-notice', toEndNotice(ended, said, name, this.office, acts))
    this.#changed(`[data-slot="${slotId}"]`)
  }

  async #sendEndNow(appointmentId: Id, slotId: Id) {
    await this.#change.run(async () => {
      await this.office.api.sendEndNow(appointmentId)
      this.tell(this.texts['move.sent'])
    })
    this.#changed(`[data-slot="${slotId}"]`)
  }

  async #undoEnd(appointmentId: Id, slotId: Id, name: string) {
    await this.#change.run(async () => {
      const ended = await this.office.api.undoEnd(appointmentId)
      const said = this.texts['board.end-undone'](name)
      this.fire('office-notice', toEndNotice(ended, said, name, this.office))
    })
    this.#changed(`[data-slot="${slotId}"]`)
  }

  #changed(selector: string | null) {
    this.fire('board-change', { selector } satisfies BoardChange)
  }

  async #undoFill(reply: FillReply, names: ReadonlyMap<Id, string>) {
    await this.#change.run(async () => {
      const ids = reply.appointments.map(({ id }) => id)
      const undone = await this.office.api.undoFill(this.session.id, ids)
      this.fire('office-notice', toUnfilledNotice(undone, reply, names, this.office))
    })
    this.#changed(null)
  }

  readonly #showFilled = (event: CustomEvent<{ reply: FillReply; names: Map<Id, string> }>) => {
    const slotId = this.dialog.kind === 'fill' ? this.dialog.slot.id : ''
    this.dialog = { kind: 'none' }
    const { reply, names } = event.detail
    const undo = () => this.#undoFill(reply, names)
    this.fire('office-notice', toFillNotice(reply, names, this.office, undo))
    this.#changed(`[data-slot="${slotId}"]`)
  }

  readonly #closeDialog = () => {
    this.dialog = { kind: 'none' }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'session-slots': SessionSlots
  }
}
