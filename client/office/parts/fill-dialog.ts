import { html, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { ExamType } from '../../../signaling/protocol/exam-types.ts'
import type { FillReply, Session, Slot } from '../../../signaling/protocol/planning.ts'
import { allExamChoices, examChoices } from '../exam-choices.ts'
import { countSession } from '../standing.ts'
import { Command } from './command.ts'
import { focusProblem, renderDialogFrame, renderSubmit } from './dialog-frame.ts'
import { renderFailure, renderProblem } from './failure.ts'
import { createLoad } from './load.ts'
import { findProblems, readForm, renderField, type Problems } from './field.ts'
import { OfficeElement } from './office-element.ts'
import './worker-picker.ts'
import type { Picked } from './worker-picker.ts'

/**
 * Puts workers into a session's free slots, or one into one slot.
 * Fires `session-filled` with the reply and the names, `dialog-close` when it was left.
 */
@customElement('fill-dialog')
export class FillDialog extends OfficeElement {
  @property({ attribute: false }) session!: Session
  /** Null: all the free slots. */
  @property({ attribute: false }) freeSlot: Slot | null = null

  @state() private picked: Picked = new Map()
  @state() private problems: Problems = {}

  readonly #fill = new Command(this)
  readonly #policy = createLoad(
    this,
    async (_args, signal) => (await this.office.api.loadRemotePolicy(signal)).rows,
    () => [] as const,
  )

  protected override render() {
    const { texts, format } = this
    const heading =
      this.freeSlot === null
        ? texts['fill.title'](this.#free)
        : texts['fill.one'](format.time(this.freeSlot.startsAt))
    const body = this.#renderForm()
    return renderDialogFrame({ heading, body, leave: this.#leave, wide: true }, texts)
  }

  #renderForm() {
    const { texts } = this
    const tooMany = this.picked.size - this.#free
    return html`<form class="stack" novalidate @submit=${this.#submit}>
      ${renderField(
        {
          name: 'examType',
          label: texts['common.exam-type'],
          kind: 'select',
          required: true,
          choices: this.session.inPerson
            ? allExamChoices(texts)
            : examChoices(this.#policy.value ?? [], texts),
        },
        'fill',
        this.problems,
        texts,
      )}
      <worker-picker
        .office=${this.office}
        .atMost=${this.freeSlot === null ? this.#free : 1}
        @pick-change=${this.#pick}
      ></worker-picker>
      ${this.problems['picked'] === undefined ? nothing : renderProblem(texts, this.problems['picked'])}
      ${renderFailure(texts, this.#fill.failure)}
      <div class="dialog-foot sticky-foot">
        <p role="status" class="picked-count ${tooMany > 0 ? 'over' : ''}">
          ${
            tooMany > 0
              ? texts['fill.too-many'](tooMany)
              : this.freeSlot === null
                ? texts['fill.chosen'](this.picked.size, this.#free)
                : ''
          }
        </p>
        ${renderSubmit(
          { label: texts['fill.put'](Math.max(1, this.picked.size)), busy: this.#fill.busy },
          texts,
        )}
      </div>
    </form>`
  }

  get #free(): number {
    return countSession(this.session, this.office.now()).free
  }

  readonly #pick = (event: CustomEvent<Picked>) => {
    this.picked = event.detail
  }

  readonly #submit = async (event: SubmitEvent) => {
    event.preventDefault()
    if (!(event.target instanceof HTMLFormElement)) return
    const form = event.target
    this.problems = {
      ...findProblems(form, this.texts),
      ...(this.picked.size === 0 && { picked: this.texts['fill.nobody-chosen'] }),
    }
    if (Object.keys(this.problems).length > 0) {
      await focusProblem(this, form)
      return
    }
    // One of the choices that we offered.
    const examType = readForm(form)['examType'] as ExamType
    await this.#fill.run(async () => {
      const reply = await this.#put(examType)
      const detail = { reply, names: this.picked }
      this.dispatchEvent(new CustomEvent('session-filled', { detail }))
    })
  }

  async #put(examType: ExamType): Promise<FillReply> {
    const { api } = this.office
    const workerIds = [...this.picked.keys()]
    if (this.freeSlot === null) return api.fillSession(this.session.id, { workerIds, examType })
    const appointment = await api.createAppointment({
      slotId: this.freeSlot.id,
      workerId: workerIds[0] ?? '',
      examType,
    })
    return { appointments: [appointment], leftOut: [] }
  }

  readonly #leave = () => {
    if (!this.#fill.busy) this.dispatchEvent(new CustomEvent('dialog-close'))
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'fill-dialog': FillDialog
  }
}
