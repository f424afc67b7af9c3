import { html } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { MoveChoice, Moved } from '../../../signaling/protocol/board.ts'
import type { CalendarDate, Id } from '../../../signaling/protocol/primitives.ts'
import { icon } from '../../ui/icon.ts'
import '../../ui/vi-dialog.ts'
import { isDay } from '../calendar.ts'
import { Command } from './command.ts'
import { renderFailure } from './failure.ts'
import { createLoad, renderLoad } from './load.ts'
import { isForbidden, toBreachSentences, toDespite } from './move-sentences.ts'
import { OfficeElement } from './office-element.ts'

/** Whom a move is about, and where it leads to so far. */
export interface MovePlan {
  readonly appointmentId: Id
  readonly workerName: string
  readonly kind: 'move' | 'swap'
  readonly day: CalendarDate
  /** Where it was dropped; null: still to be chosen. */
  readonly slotId: Id | null
}

/**
 * Chooses the slot for a move, or the appointment for a swap, with what each would break beside it.
 * Fires `appointment-moved` with the reply, `dialog-close` when it was left.
 */
@customElement('move-dialog')
export class MoveDialog extends OfficeElement {
  @property({ attribute: false }) plan!: MovePlan

  @state() private chosenDay: CalendarDate | null = null
  @state() private chosenId: Id | null = null

  readonly #save = new Command(this)
  readonly #load = createLoad(
    this,
    async ([id, day], signal) => ({
      day,
      choices: await this.office.api.loadMoves(id, day, day, signal),
    }),
    () => [this.plan.appointmentId, this.#day] as const,
  )

  protected override render() {
    const { texts, plan } = this
    return html`<vi-dialog
      class="wide-dialog"
      .heading=${texts[plan.kind === 'swap' ? 'move.swap-title' : 'move.title'](plan.workerName)}
      .closeLabel=${texts['common.close']}
      .body=${this.#renderForm()}
      @dialog-close=${this.#leave}
    ></vi-dialog>`
  }

  #renderForm() {
    const { texts } = this
    return html`<form class="stack" @submit=${this.#submit}>
      <div class="field">
        <label for="move-day">${texts['session.date']}</label>
        <input id="move-day" type="date" required .value=${this.#day} @change=${this.#changeDay} />
      </div>
      ${renderLoad(
        this.#load,
        texts,
        ({ choices }) => this.#renderChoices(this.#suited(choices)),
        ({ day }) => day === this.#day,
      )}
      ${renderFailure(texts, this.#save.failure)}
      <div class="dialog-foot">
        <button class="button" type="button" @click=${this.#leave}>
          ${texts['common.cancel']}
        </button>
        ${this.#renderSubmit()}
      </div>
    </form>`
  }

  #renderSubmit() {
    const { texts, plan } = this
    const chosen = this.#chosen
    const breaks = chosen !== null && chosen.breaches.length > 0
    const label = breaks ? texts['move.all-the-same'] : texts[`move.${plan.kind}`]
    return html`<button
      class="button ${breaks ? 'stop' : 'primary'}"
      ?disabled=${chosen === null || isForbidden(chosen)}
      aria-busy=${this.#save.busy ? 'true' : 'false'}
    >
      ${this.#save.busy ? texts['common.busy'] : label}
    </button>`
  }

  #renderChoices(choices: readonly MoveChoice[]) {
    const { texts, plan } = this
    if (choices.length === 0)
      return html`<p class="empty card" role="status">${texts[`move.none-to-${plan.kind}`]}</p>`
    const sessions = [...new Set(choices.map(({ sessionId }) => sessionId))]
    return sessions.map((id) => {
      const own = choices.filter(({ sessionId }) => sessionId === id)
      const [first] = own
      return html`<fieldset class="picks">
        <legend>${first?.physicianName} · ${first?.placeName ?? texts['common.own-phone']}</legend>
        ${own.map((choice) => this.#renderChoice(choice))}
      </fieldset>`
    })
  }

  #renderChoice(choice: MoveChoice) {
    const { texts, format, plan } = this
    const forbidden = isForbidden(choice)
    return html`<label class="choice">
      <input
        type="radio"
        name="slot"
        value=${choice.slotId}
        ?disabled=${forbidden}
        .checked=${choice.slotId === this.#chosen?.slotId}
        @change=${() => (this.chosenId = choice.slotId)}
      />
      <span>
        <span class="tabular">${format.time(choice.startsAt)}</span>
        ${choice.holder?.workerName ?? texts['board.free']}
        ${toBreachSentences(choice, plan.workerName, texts).map(
          (sentence) => html`<span class="doubt small">${icon('triangle-alert')}${sentence}</span>`,
        )}
      </span>
    </label>`
  }

  get #day(): CalendarDate {
    return this.chosenDay ?? this.plan.day
  }

  get #chosen(): MoveChoice | null {
    const id = this.chosenId ?? this.plan.slotId
    const choices = this.#suited(this.#load.value?.choices ?? [])
    return choices.find(({ slotId }) => slotId === id) ?? null
  }

  /** Free slots for a move, taken ones for a swap. */
  #suited(choices: readonly MoveChoice[]): readonly MoveChoice[] {
    return choices.filter(({ holder }) => (holder !== null) === (this.plan.kind === 'swap'))
  }

  readonly #changeDay = (event: Event) => {
    if (!(event.target instanceof HTMLInputElement) || !isDay(event.target.value)) return
    this.chosenDay = event.target.value
    this.chosenId = null
  }

  readonly #submit = async (event: Event) => {
    event.preventDefault()
    const chosen = this.#chosen
    if (chosen === null || isForbidden(chosen)) return
    await this.#save.run(async () => {
      const moved: Moved = await this.office.api.moveAppointment(this.plan.appointmentId, {
        slotId: chosen.slotId,
        swapWith: chosen.holder?.appointmentId ?? null,
        despite: toDespite(chosen),
      })
      const detail = { moved, holderName: chosen.holder?.workerName ?? '' }
      this.dispatchEvent(new CustomEvent('appointment-moved', { detail }))
    })
    // What was shown is not what holds: shown anew.
    if (this.#save.failure !== null) void this.#load.run()
  }

  readonly #leave = () => {
    if (!this.#save.busy) this.dispatchEvent(new CustomEvent('dialog-close'))
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'move-dialog': MoveDialog
  }
}
