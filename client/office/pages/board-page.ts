import { html, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { FillReply, Session } from '../../../signaling/protocol/planning.ts'
import type { CalendarDate, Id } from '../../../signaling/protocol/primitives.ts'
import { icon } from '../../ui/icon.ts'
import { followChange } from '../parts/board-focus.ts'
import { Command } from '../parts/command.ts'
import '../parts/confirm-dialog.ts'
import type { Confirmation } from '../parts/confirm-dialog.ts'
import { renderFailure } from '../parts/failure.ts'
import '../parts/fill-dialog.ts'
import { toFillNotice, toUnfilledNotice } from '../parts/fill-sentences.ts'
import { createLoad, renderLoad } from '../parts/load.ts'
import { OfficeElement } from '../parts/office-element.ts'
import { placeOf } from '../parts/place-of.ts'
import '../parts/session-slots.ts'
import type { BoardChange } from '../parts/session-slots.ts'
import { watch } from '../parts/watch.ts'
import { toHref, toPath } from '../route.ts'
import { countInvitations, countSession } from '../standing.ts'

type Dialog =
  | { readonly kind: 'none' }
  | { readonly kind: 'fill' }
  | { readonly kind: 'confirm'; readonly confirmation: Confirmation }

/** One session: its slots in order, and what the planner can do with all of them. */
@customElement('page-board')
export class PageBoard extends OfficeElement {
  @property({ attribute: false }) day!: CalendarDate
  @property({ attribute: false }) sessionId!: Id

  @state() private dialog: Dialog = { kind: 'none' }

  readonly #invite = new Command(this)
  readonly #load = createLoad(
    this,
    async ([day, id], signal) => ({
      id,
      session:
        (await this.office.api.loadSessions(day, day, signal)).find(
          (session) => session.id === id,
        ) ?? null,
    }),
    () => [this.day, this.sessionId] as const,
  )

  constructor() {
    super()
    watch(
      this,
      () => this.#isSending() || this.#isRefilling(),
      () => void this.#load.run(),
    )
  }

  protected override render() {
    const { texts } = this
    return html`<p class="back">
        <a href=${toHref({ page: 'week', day: this.day })}>
          ${icon('arrow-left')}${texts['board.back']}
        </a>
        <a href=${toHref({ page: 'day', day: this.day })}>${texts['board.day']}</a>
      </p>
      ${renderLoad(
        this.#load,
        texts,
        ({ session }) =>
          session === null
            ? html`<h1>${texts['week.title']}</h1>
                <p class="empty card">${texts['board.not-here']}</p>`
            : this.#renderSession(session),
        ({ id }) => id === this.sessionId,
      )}`
  }

  #renderSession(session: Session) {
    const { texts, office } = this
    return html`${this.#renderHead(session)} ${renderFailure(texts, this.#invite.failure)}
      <session-slots
        .office=${office}
        .session=${session}
        .day=${this.day}
        @board-change=${this.#follow}
      ></session-slots>
      ${this.#renderDialog(session)}`
  }

  #renderHead(session: Session) {
    const { texts, format } = this
    const { filled, all } = countSession(session, this.office.now())
    return html`<div class="page-title">
      <div>
        <h1>${format.day(session.startsAt)}</h1>
        <p>
          <span class="tabular"
            >${format.time(session.startsAt)}–${format.time(session.endsAt)}</span
          >
          · ${session.physicianName} · ${placeOf(session, texts)}
        </p>
        <p class="muted">${texts['week.filled'](filled, all)}</p>
        ${
          countInvitations(session, this.office.now()) === 0
            ? nothing
            : html`<p class="muted small" id="send-then">${texts['board.send-then']}</p>`
        }
      </div>
      ${this.#renderActions(session)}
    </div>`
  }

  #renderActions(session: Session) {
    const { texts } = this
    const { free } = countSession(session, this.office.now())
    const invitations = countInvitations(session, this.office.now())
    return html`<div class="row">
      ${
        session.slots.every(({ appointment }) => appointment === null)
          ? html`<button class="button" type="button" @click=${() => this.#askDelete(session)}>
              ${texts['board.delete']}
            </button>`
          : nothing
      }
      ${
        free === 0
          ? nothing
          : html`<button
              class="button ${invitations === 0 ? 'primary' : ''}"
              type="button"
              @click=${() => (this.dialog = { kind: 'fill' })}
            >
              ${icon('users')}${texts['board.fill'](free)}
            </button>`
      }
      ${
        invitations === 0
          ? nothing
          : html`<button
              class="button primary"
              type="button"
              aria-describedby="send-then"
              aria-busy=${this.#invite.busy ? 'true' : 'false'}
              @click=${() => void this.#inviteAll(session)}
            >
              ${icon('mail')}${
                this.#invite.busy ? texts['common.busy'] : texts['board.send'](invitations)
              }
            </button>`
      }
    </div>`
  }

  #renderDialog(session: Session) {
    const { dialog } = this
    switch (dialog.kind) {
      case 'none':
        return nothing
      case 'fill':
        return html`<fill-dialog
          .office=${this.office}
          .session=${session}
          .freeSlot=${null}
          @dialog-close=${this.#closeDialog}
          @session-filled=${this.#showFilled}
        ></fill-dialog>`
      case 'confirm':
        return html`<confirm-dialog
          .office=${this.office}
          .confirmation=${dialog.confirmation}
          @dialog-close=${this.#closeDialog}
        ></confirm-dialog>`
    }
  }

  #askDelete(session: Session) {
    this.#ask({
      question: this.texts['board.delete-ask'],
      consequence: this.texts['board.delete-then'],
      yes: this.texts['board.delete'],
      act: async () => {
        await this.office.api.deleteSession(session.id)
        this.go(toPath({ page: 'week', day: this.day }))
        this.tell(this.texts['board.deleted'])
      },
    })
  }

  #ask(confirmation: Confirmation) {
    this.dialog = { kind: 'confirm', confirmation }
  }

  async #inviteAll(session: Session) {
    await this.#invite.run(async () => {
      const { queued, withoutAddress } = await this.office.api.inviteSession(session.id)
      const names = session.slots.flatMap(({ appointment }) =>
        appointment !== null && withoutAddress.includes(appointment.id)
          ? [appointment.workerName]
          : [],
      )
      const sent = this.texts['board.sent'](queued)
      if (names.length === 0) this.tell(sent)
      else this.warn(sent, this.texts['board.no-address'](names.join(', ')))
      await this.#load.run()
    })
  }

  #isRefilling() {
    return this.#load.value?.session?.slots.some(({ refill }) => refill !== undefined) ?? false
  }

  #isSending(): boolean {
    const slots = this.#load.value?.session?.slots ?? []
    return slots.some(({ appointment }) => appointment?.delivery.state === 'queued')
  }

  async #undoFill(reply: FillReply, names: ReadonlyMap<Id, string>) {
    await this.#invite.run(async () => {
      const ids = reply.appointments.map(({ id }) => id)
      const undone = await this.office.api.undoFill(this.sessionId, ids)
      this.fire('office-notice', toUnfilledNotice(undone, reply, names, this.office))
    })
    await this.#load.run()
  }

  readonly #showFilled = (event: CustomEvent<{ reply: FillReply; names: Map<Id, string> }>) => {
    this.dialog = { kind: 'none' }
    const { reply, names } = event.detail
    const undo = () => this.#undoFill(reply, names)
    this.fire('office-notice', toFillNotice(reply, names, this.office, undo))
    void this.#load.run()
  }

  readonly #follow = (event: CustomEvent<BoardChange>) => {
    void followChange(this, event.detail, () => this.#load.run())
  }

  readonly #closeDialog = () => {
    this.dialog = { kind: 'none' }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'page-board': PageBoard
  }
}
