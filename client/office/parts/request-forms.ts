/** The forms for a request. The last argument is called with what was done, once it is stored. */
import type { RequestSlot, RequestRow } from '../../../signaling/protocol/requests.ts'
import { dayAndTime } from './day-and-time.ts'
import type { Choice } from './field.ts'
import type { FormPlan } from './form-dialog.ts'
import type { Office } from './office-element.ts'
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

export function planRequestSlot(
  row: RequestRow,
  slots: readonly RequestSlot[],
  office: Office,
  planned: Done,
): FormPlan {
  const { texts, api, format } = office
  return {
    heading: texts['requests.plan'],
    submit: texts['requests.plan-send'],
    fields: [
      {
        name: 'slotId',
        label: texts['requests.slot'],
        hint: texts['requests.slot-hint'],
        kind: 'select',
        required: true,
        value: slots[0]?.slotId ?? '',
        choices: slots.map((slot) => toChoice(slot, office)),
      },
    ],
    save: async ({ slotId = '' }) => {
      const { startsAt } = await api.planRequest(row.id, slotId)
      await planned(texts['requests.planned'](dayAndTime(startsAt, format)))
    },
  }
}

function toChoice(slot: RequestSlot, office: Office): Choice {
  const { texts } = office
  const parts = [
    slotInWords(slot, office),
    ...(slot.inTime ? [] : [texts['requests.too-late']]),
    ...(slot.suits ? [] : [texts['requests.other-moment']]),
  ]
  return { value: slot.slotId, label: parts.join(' · ') }
}
