/** The people of an agenda of years: physicians, employers with one post each, workers, what is due of them and what they ask. */
import type { Instant } from '../../signaling/protocol/primitives.ts'
import { addDays } from '../../signaling/rules/calendar.ts'
import { id, inBatches, numbers, type Tx } from './agenda-rows.ts'

export interface AgendaSize {
  readonly appointments: number
  readonly workers: number
  readonly employers: number
}

export const physicians = 4
/** Those that wait for a slot at once: a bad month of a large service. */
const requests = 200

export async function addPeople(tx: Tx, size: AgendaSize, at: Instant): Promise<void> {
  await addPhysicians(tx, at)
  await addEmployers(tx, size, at)
  await addWorkers(tx, size, at)
  await addDue(tx, size, at)
  await addRequests(tx, size, at)
}

const employerOf = (number: number, { employers }: AgendaSize) => 1 + (number % employers)

async function addPhysicians(tx: Tx, at: Instant): Promise<void> {
  await tx
    .insertInto('physicians')
    .values(
      numbers(physicians).map((number) => ({
        id: id('physician', number),
        name: `Dr. Claes ${number}`,
        email: null,
        registration: null,
        created_at: at,
      })),
    )
    .execute()
}

async function addEmployers(tx: Tx, { employers }: AgendaSize, at: Instant): Promise<void> {
  await tx
    .insertInto('employers')
    .values(
      numbers(employers).map((number) => ({
        id: id('employer', number),
        name: `Employer ${number}`,
        created_at: at,
      })),
    )
    .execute()
  await tx
    .insertInto('posts')
    .values(
      numbers(employers).map((number) => ({
        id: id('post', number),
        employer_id: id('employer', number),
        name: 'Clerk',
        exam_type: 'periodic' as const,
        period_months: 12,
        acts: '[]',
        created_at: at,
        updated_at: at,
      })),
    )
    .execute()
}

async function addWorkers(tx: Tx, size: AgendaSize, at: Instant): Promise<void> {
  await inBatches(numbers(size.workers), (part) =>
    tx
      .insertInto('workers')
      .values(
        part.map((number) => ({
          id: id('worker', number),
          employer_id: id('employer', employerOf(number, size)),
          site_id: null,
          post_id: id('post', employerOf(number, size)),
          left_on: null,
          personnel_number: String(number),
          first_name: ['Anna', 'Jan', 'Noor', 'Élodie', 'Youssef'][number % 5] ?? '',
          last_name: `${['Peeters', 'Claes', 'Lambert', 'Wouters'][number % 4] ?? ''} ${number % 997}`,
          birth_date: `${1960 + (number % 45)}-0${1 + (number % 9)}-1${number % 10}`,
          email: `w${number}@employer.example`,
          phone: null,
          language: (['nl', 'fr', 'nl', 'de'] as const)[number % 4] ?? 'nl',
          needs_picture: 0 as const,
          created_at: at,
          updated_at: at,
        })),
      )
      .execute(),
  )
}

async function addDue(tx: Tx, size: AgendaSize, at: Instant): Promise<void> {
  await inBatches(numbers(size.workers), (part) =>
    tx
      .insertInto('exams_due')
      .values(
        part.map((number) => ({
          worker_id: id('worker', number),
          employer_id: id('employer', employerOf(number, size)),
          exam_type: 'periodic' as const,
          last_on: null,
          due_on: addDays(at.slice(0, 10), (number * 7919) % 365),
          acts: '[]',
        })),
      )
      .execute(),
  )
}

/** Their terms end in the weeks that have free slots, so that each slot is a choice of many. */
async function addRequests(tx: Tx, size: AgendaSize, at: Instant): Promise<void> {
  await tx
    .insertInto('requests')
    .values(
      numbers(requests).map((number) => ({
        id: id('request', number),
        exam_type: 'spontaneous' as const,
        asked_by: 'worker' as const,
        not_before: null,
        asked_at: at,
        due_on: addDays(at.slice(0, 10), 30 + (number % 26)),
        first_name: 'Anna',
        last_name: `Peeters ${number}`,
        birth_date: '1980-05-17',
        employer_name: `Employer ${employerOf(number, size)}`,
        email: `r${number}@home.example`,
        phone: null,
        language: 'nl' as const,
        moments: JSON.stringify({ weekdays: [1 + (number % 5)], parts: ['morning'] }),
        tell_employer: 0 as const,
        worker_id: id('worker', number),
        appointment_id: null,
        closed_at: null,
      })),
    )
    .execute()
}
