import { html } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type {
  Employer,
  Physician,
  Room,
  Session,
  SessionDraft,
  Site,
} from '../../../signaling/protocol/planning.ts'
import type { CalendarDate } from '../../../signaling/protocol/primitives.ts'
import '../../ui/vi-dialog.ts'
import { ApiError } from '../../api/request.ts'
import { toHref } from '../route.ts'
import type { Texts } from '../texts.ts'
import { breakFields, checkHalfDay, countSlots, toBreaks } from './half-day.ts'
import type { Choice, Field, Values } from './field.ts'
import './form-dialog.ts'
import type { FormPlan } from './form-dialog.ts'
import { createLoad, renderLoad } from './load.ts'
import { OfficeElement } from './office-element.ts'

interface Places {
  readonly physicians: readonly Physician[]
  readonly employers: readonly Employer[]
  readonly sites: readonly Site[]
  readonly rooms: readonly Room[]
}

/** Makes a session. Fires `session-made` with the session, and `dialog-close` when it was left. */
@customElement('new-session-dialog')
export class NewSessionDialog extends OfficeElement {
  /** The day that is proposed. */
  @property({ attribute: false }) day!: CalendarDate

  /** The server has said that the day is a holiday, or that the service is closed: the planner may mean it. */
  @state() private isDayOff = false

  readonly #load = createLoad(
    this,
    async (_args, signal): Promise<Places> => {
      const { api } = this.office
      const [physicians, employers, sites, rooms] = await Promise.all([
        api.loadPhysicians(signal),
        api.loadEmployers(signal),
        api.loadSites(signal),
        api.loadRooms(signal),
      ])
      return { physicians, employers, sites, rooms }
    },
    () => [] as const,
  )

  protected override render() {
    const places = this.#load.value
    if (places === undefined || places.physicians.length === 0) return this.#renderWithoutForm()
    return html`<form-dialog
      .office=${this.office}
      .plan=${this.#plan(places)}
      @dialog-close=${this.#close}
    ></form-dialog>`
  }

  #renderWithoutForm() {
    const { texts } = this
    return html`<vi-dialog
      .heading=${texts['session.new']}
      .closeLabel=${texts['common.close']}
      .body=${html`${renderLoad(
        this.#load,
        texts,
        () =>
          html`<p>${texts['session.no-physician']}</p>
            <p><a href=${toHref({ page: 'places' })}>${texts['session.to-places']}</a></p>`,
      )}`}
      @dialog-close=${this.#close}
    ></vi-dialog>`
  }

  #plan(places: Places): FormPlan {
    const { texts } = this
    const physicians = places.physicians.map(({ id, name }) => ({ value: id, label: name }))
    return {
      heading: texts['session.new'],
      submit: texts['session.make'],
      fields: [
        {
          name: 'physicianId',
          label: texts['common.physician'],
          kind: 'select',
          required: true,
          choices: physicians,
          ...(physicians.length === 1 && { value: physicians[0]?.value ?? '' }),
        },
        {
          name: 'roomId',
          label: texts['session.place'],
          kind: 'select',
          required: false,
          value: '',
          choices: [{ value: '', label: texts['common.own-phone'] }, ...toRoomChoices(places)],
        },
        {
          name: 'modality',
          label: texts['session.how'],
          kind: 'select',
          required: true,
          value: 'remote',
          choices: [
            { value: 'remote', label: texts['session.by-video'] },
            { value: 'in-person', label: texts['session.in-person'] },
          ],
        },
        {
          name: 'date',
          label: texts['session.date'],
          kind: 'date',
          required: true,
          value: this.day,
        },
        {
          name: 'slotMinutes',
          label: texts['session.minutes'],
          kind: 'number',
          required: true,
          value: '20',
          min: 5,
          max: 120,
        },
        {
          name: 'from',
          label: texts['session.from'],
          kind: 'time',
          required: true,
          value: '09:00',
        },
        {
          name: 'until',
          label: texts['session.until'],
          kind: 'time',
          required: true,
          value: '12:00',
        },
        ...breakFields(texts),
        ...(this.isDayOff ? [toDayOffField(texts)] : []),
      ],
      check: (values) => checkHalfDay(values, this.format.timeZone, texts),
      note: (values) => this.#note(values),
      save: (values) => this.#save(values),
    }
  }

  #note(values: Values): string {
    const slots = countSlots(values, this.format.timeZone)
    return slots === 0 ? this.texts['session.no-slot'] : this.texts['session.slots'](slots)
  }

  async #save(values: Values) {
    const draft: SessionDraft = {
      physicianId: values['physicianId'] ?? '',
      roomId: values['roomId'] === '' ? null : (values['roomId'] ?? null),
      date: values['date'] ?? '',
      from: values['from'] ?? '',
      until: values['until'] ?? '',
      slotMinutes: Number(values['slotMinutes']),
      breaks: toBreaks(values),
      ...(values['modality'] === 'in-person' && { inPerson: true }),
      ...(values['dayOff'] === 'yes' && { onDayOff: true }),
    }
    const detail: Session = await this.#create(draft)
    this.dispatchEvent(new CustomEvent('session-made', { detail }))
  }

  async #create(draft: SessionDraft): Promise<Session> {
    try {
      return await this.office.api.createSession(draft)
    } catch (error) {
      if (error instanceof ApiError && daysOff.includes(error.code)) this.isDayOff = true
      throw error
    }
  }

  readonly #close = () => {
    this.dispatchEvent(new CustomEvent('dialog-close'))
  }
}

const daysOff: readonly string[] = ['public-holiday', 'closed-day']

function toDayOffField(texts: Texts): Field {
  return {
    name: 'dayOff',
    label: texts['session.day-off'],
    kind: 'checks',
    required: false,
    choices: [{ value: 'yes', label: texts['session.day-off-anyway'] }],
  }
}

function toRoomChoices({ employers, sites, rooms }: Places): readonly Choice[] {
  return rooms.map((room) => {
    const site = sites.find(({ id }) => id === room.siteId)
    const employer = employers.find(({ id }) => id === site?.employerId)
    return { value: room.id, label: `${employer?.name ?? ''} · ${site?.name ?? ''} · ${room.name}` }
  })
}

declare global {
  interface HTMLElementTagNameMap {
    'new-session-dialog': NewSessionDialog
  }
}
