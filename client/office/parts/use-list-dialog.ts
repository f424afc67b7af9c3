import { html } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { ExamType } from '../../../signaling/protocol/exam-types.ts'
import type { FillReply, Session } from '../../../signaling/protocol/planning.ts'
import type { Id } from '../../../signaling/protocol/primitives.ts'
import type { PolicyRow } from '../../../signaling/protocol/remote-policy.ts'
import { toSentence } from '../../i18n/errors/error-texts.ts'
import '../../ui/vi-dialog.ts'
import { addDays, dayOf } from '../calendar.ts'
import { examChoices } from '../exam-choices.ts'
import { toPath } from '../route.ts'
import { countSession } from '../standing.ts'
import './form-dialog.ts'
import type { FormPlan } from './form-dialog.ts'
import type { Values } from './field.ts'
import { toFillNotice, toUnfilledNotice } from './fill-sentences.ts'
import { createLoad, renderLoad } from './load.ts'
import { OfficeElement, type Notice, type Office } from './office-element.ts'
import { slotInWords } from './slot-in-words.ts'

const daysAhead = 28
/** A fill request takes no more (`FillDraft`); a session has fewer slots than that anyway. */
const filledAtMost = 200

/** Puts the workers of an imported list into a session, and goes there. Fires `dialog-close` when it was left. */
@customElement('use-list-dialog')
export class UseListDialog extends OfficeElement {
  @property({ attribute: false }) workerIds: readonly Id[] = []

  @state() private sessions: readonly Session[] = []

  #policy: readonly PolicyRow[] = []

  readonly #load = createLoad(
    this,
    async ([today], signal) => {
      const { api } = this.office
      const [all, { rows }] = await Promise.all([
        api.loadSessions(today, addDays(today, daysAhead), signal),
        api.loadRemotePolicy(signal),
      ])
      this.#policy = rows
      this.sessions = all.filter((session) => this.#free(session) > 0)
      return this.sessions
    },
    () => [dayOf(this.office.now(), this.format.timeZone)] as const,
  )

  protected override render() {
    const { texts } = this
    if (this.sessions.length > 0)
      return html`<form-dialog
        .office=${this.office}
        .plan=${this.#plan(this.sessions)}
        @dialog-close=${this.#close}
      ></form-dialog>`
    return html`<vi-dialog
      .heading=${texts['import.to-session']}
      .closeLabel=${texts['common.close']}
      .body=${html`${renderLoad(
        this.#load,
        texts,
        () => html`<p>${texts['import.no-session']}</p>`,
      )}`}
      @dialog-close=${this.#close}
    ></vi-dialog>`
  }

  #plan(sessions: readonly Session[]): FormPlan {
    const { texts } = this
    return {
      heading: texts['import.to-session'],
      submit: texts['fill.put'](this.workerIds.length),
      fields: [
        {
          name: 'sessionId',
          label: texts['import.which-session'],
          kind: 'select',
          required: true,
          choices: sessions.map((session) => ({
            value: session.id,
            label: this.#describe(session),
          })),
        },
        {
          name: 'examType',
          label: texts['common.exam-type'],
          kind: 'select',
          required: true,
          choices: examChoices(this.#policy, texts),
        },
      ],
      save: (values) => this.#fill(values),
    }
  }

  #describe(session: Session): string {
    const { texts } = this
    return [
      slotInWords(session, this.office),
      texts['import.session-free'](this.#free(session)),
    ].join(' · ')
  }

  async #fill(values: Values) {
    const session = this.sessions.find(({ id }) => id === values['sessionId'])
    if (session === undefined) return
    const reply = await this.office.api.fillSession(session.id, {
      workerIds: this.workerIds.slice(0, filledAtMost),
      // One of the choices that we offered.
      examType: values['examType'] as ExamType,
    })
    const day = dayOf(session.startsAt, this.format.timeZone)
    this.go(toPath({ page: 'board', day, sessionId: session.id }))
    const undo = () => undoFill(session.id, reply, this.office)
    this.fire('office-notice', toFillNotice(reply, new Map(), this.office, undo))
  }

  #free(session: Session): number {
    return countSession(session, this.office.now()).free
  }

  readonly #close = () => {
    this.dispatchEvent(new CustomEvent('dialog-close'))
  }
}

/** Returns what to say: the list and this dialog are left behind by then. */
async function undoFill(sessionId: Id, reply: FillReply, office: Office): Promise<Notice> {
  try {
    const ids = reply.appointments.map(({ id }) => id)
    const undone = await office.api.undoFill(sessionId, ids)
    return toUnfilledNotice(undone, reply, new Map(), office)
  } catch (error) {
    return { tone: 'wait', sentences: [toSentence(office.texts.errors, error)] }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'use-list-dialog': UseListDialog
  }
}
