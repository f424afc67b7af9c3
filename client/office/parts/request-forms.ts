/** The forms for a request. The last argument is called with what was done, once it is stored. */
import {
  askers,
  requestedTypes,
  type AskedBy,
  type RequestedType,
} from '../../../signaling/protocol/request-kinds.ts'
import type { RequestRow, RequestSlot } from '../../../signaling/protocol/requests.ts'
import type { VisitSlot, VisitWish } from '../../../signaling/protocol/visit-wishes.ts'
import { dayOf } from '../calendar.ts'
import { dayAndTime } from './day-and-time.ts'
import type { Field } from './field.ts'
import type { FormPlan } from './form-dialog.ts'
import type { Office } from './office-element.ts'
import type { PersonPlan } from './person-dialog.ts'
import { nameOf } from './person.ts'
import { slotInWords } from './slot-in-words.ts'

type Done = (sentence: string) => Promise<void>

/** Those whom a request may be from: who was chosen before, and whoever is like what was filled in. */
export function peopleLike({ worker, alike }: RequestRow): RequestRow['alike'] {
  const people = worker === null ? alike : [worker, ...alike]
  return [...new Map(people.map((person) => [person.workerId, person])).values()]
}

export function planIdentify(
  row: RequestRow,
  { texts, api, format }: Office,
  identified: Done,
): FormPlan {
  return {
    heading: texts['requests.identify'],
    submit: texts['requests.is-this'],
    fields: [
      {
        name: 'workerId',
        label: nameOf(row.claimed),
        hint: texts['requests.identify-hint'],
        kind: 'select',
        required: true,
        choices: peopleLike(row).map((person) => ({
          value: person.workerId,
          label: `${nameOf(person)}, ${format.date(person.birthDate)}, ${person.employerName}`,
        })),
      },
    ],
    save: async ({ workerId = '' }) => {
      await api.identifyRequest(row.id, workerId)
      await identified(texts['requests.identified'])
    },
  }
}

/** Whoever is like nobody that was found: searched by name among all workers. */
export function planFindPerson(
  row: RequestRow,
  { texts, api }: Office,
  identified: Done,
): PersonPlan {
  return {
    heading: `${texts['requests.identify']}: ${nameOf(row.claimed)}`,
    submit: texts['requests.is-this'],
    fields: [],
    save: async ({ id }) => {
      await api.identifyRequest(row.id, id)
      await identified(texts['requests.identified'])
    },
  }
}

/** What came by telephone or letter. */
export function planNote({ texts, api, now, format }: Office, noted: Done): PersonPlan {
  return {
    heading: texts['requests.note'],
    submit: texts['requests.note-yes'],
    fields: [
      {
        name: 'examType',
        label: texts['common.exam-type'],
        kind: 'select',
        required: true,
        choices: requestedTypes.map((type) => ({ value: type, label: texts.examTypes[type] })),
      },
      {
        name: 'askedBy',
        label: texts['requests.asked-by'],
        kind: 'select',
        required: true,
        value: 'worker',
        choices: askers.map((asker) => ({ value: asker, label: texts['requests.by'][asker] })),
      },
      {
        name: 'from',
        label: texts['requests.from'],
        hint: texts['requests.from-hint'],
        kind: 'date',
        required: true,
        value: dayOf(now(), format.timeZone),
      },
      {
        name: 'tellEmployer',
        label: texts['common.employer'],
        kind: 'checks',
        required: false,
        choices: [{ value: 'yes', label: texts['requests.employer-may'] }],
      },
    ],
    save: async (worker, { examType, askedBy, from = '', tellEmployer }) => {
      await api.noteRequest({
        workerId: worker.id,
        // One of the choices that we offered.
        examType: examType as RequestedType,
        askedBy: askedBy as AskedBy,
        from,
        tellEmployer: tellEmployer === 'yes',
      })
      await noted(texts['requests.noted'](worker.name))
    },
  }
}

export function planVisitSlot(
  wish: VisitWish,
  slots: readonly VisitSlot[],
  office: Office,
  planned: Done,
): FormPlan {
  const { texts, api, format } = office
  return {
    heading: texts['requests.plan-visit'],
    submit: texts['requests.plan-send'],
    fields: [
      slotField(slots, ({ inTime }) => (inTime ? [] : [texts['requests.too-late']]), office),
    ],
    save: async ({ slotId = '' }) => {
      const { startsAt } = await api.planVisit(wish.appointmentId, slotId)
      const moment = dayAndTime(startsAt, format)
      await planned(
        texts[wish.email === null ? 'requests.planned-phone' : 'requests.planned'](moment),
      )
    },
  }
}

function slotField<Slot extends VisitSlot>(
  slots: readonly Slot[],
  doubts: (slot: Slot) => readonly string[],
  office: Office,
): Field {
  const { texts } = office
  return {
    name: 'slotId',
    label: texts['requests.slot'],
    hint: texts['requests.slot-hint'],
    kind: 'select',
    required: true,
    value: slots[0]?.slotId ?? '',
    choices: slots.map((slot) => ({
      value: slot.slotId,
      label: [slotInWords({ ...slot, ...inPersonOf(slot) }, office), ...doubts(slot)].join(' · '),
    })),
  }
}

/** Of a request's slot it is said; every slot for a visit is in person. */
function inPersonOf(slot: VisitSlot & { readonly modality?: RequestSlot['modality'] }) {
  return slot.modality === 'remote' ? {} : ({ inPerson: true } as const)
}

export function planRequestSlot(
  row: RequestRow,
  slots: readonly RequestSlot[],
  office: Office,
  planned: Done,
): FormPlan {
  const { texts, api, format } = office
  const doubts = ({ inTime, suits, modality }: RequestSlot) => [
    ...(modality === 'in-person' ? [texts['session.in-person']] : []),
    ...(inTime ? [] : [texts['requests.too-late']]),
    ...(suits ? [] : [texts['requests.other-moment']]),
  ]
  return {
    heading: texts['requests.plan'],
    submit: texts['requests.plan-send'],
    fields: [slotField(slots, doubts, office)],
    save: async ({ slotId = '' }) => {
      const { startsAt } = await api.planRequest(row.id, slotId)
      await planned(texts['requests.planned'](dayAndTime(startsAt, format)))
    },
  }
}
