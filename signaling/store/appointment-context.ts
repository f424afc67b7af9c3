/** One appointment with everyone and everything around it. */
import type { Appointment, Physician, Worker } from '../protocol/planning.ts'
import type { Id, Instant, Locale } from '../protocol/primitives.ts'
import { legalLanguage } from '../rules/languages.ts'
import { reachFor } from '../rules/requests.ts'
import { answeredRequest } from './answered-request.ts'
import { toAppointment, withDelivery } from './appointment-rows.ts'
import { readDelays } from './delays.ts'
import { readOtherLanguages } from './employers.ts'
import { readPhysicians } from './physicians.ts'
import { placeName, withPlace } from './places.ts'
import { toAsked } from './requests.ts'
import type { Db } from './tables.ts'
import { readVisits, type Visit } from './visits.ts'
import { readWorkers } from './workers.ts'

/** Everything that an invitation, the worker's page and the call link need to know. */
export interface AppointmentContext {
  readonly appointment: Appointment
  /** A call link of another version is revoked. */
  readonly linkVersion: number
  readonly calendar: { readonly uid: string; readonly sequence: number }
  readonly worker: Worker
  /**
   * The address to which they are written, where the service had it before they asked for anything; null where they only say
   * that it is theirs. Whoever reads there is the worker; whoever gave an address with a request need not be.
   */
  readonly knownEmail: string | null
  /** Of the documents to them; of a consultation that they asked for themselves their own. */
  readonly legalLanguage: Locale
  /** Where an SMS goes: of what they asked for themselves, to the number that they gave. */
  readonly mobile: string | null
  readonly physician: Physician
  readonly employerName: string
  /** When the worker is expected, as they were told last; null where they were told of no delay. */
  readonly expectedAt: Instant | null
  /** The worker's visit in person of the same type that is to come: this appointment, or what took its place. */
  readonly visit: Visit | null
  /** Null: on the worker's own phone. */
  readonly place: {
    readonly room: string
    readonly site: string
    readonly address: string | null
    /** Site and room as one name. */
    readonly name: string
  } | null
}

export async function readContext(db: Db, id: Id): Promise<AppointmentContext | null> {
  const row = await withDelivery(db).where('a.id', '=', id).executeTakeFirst()
  if (row === undefined) return null
  const worker = await readWorkers(db).get(row.worker_id)
  const physician = await readPhysicians(db).get(row.physician_id)
  const names = await withPlace(db)
    .innerJoin('slots as s', 's.session_id', 'se.id')
    .innerJoin('appointments as a', 'a.slot_id', 's.id')
    .innerJoin('workers as w', 'w.id', 'a.worker_id')
    .innerJoin('employers as e', 'e.id', 'w.employer_id')
    .leftJoin('requests as rq', (join) => join.on('rq.id', '=', answeredRequest))
    .leftJoin('sites as seat', 'seat.id', 'w.site_id')
    .select(['e.name as employer_name', 'si.address', 'rq.email', 'rq.phone', 'rq.language'])
    .select('rq.tell_employer')
    .select(['seat.language as seat_language', 'seat.other_languages'])
    .where('a.id', '=', id)
    .executeTakeFirstOrThrow()
  // Foreign keys hold: an appointment without its people cannot be.
  if (worker === null || physician === null) return null
  const name = placeName(names)
  const language = names.language ?? worker.language
  const { email, phone } = reachFor(row.exam_type, toAsked(names), worker)
  const seat =
    row.exam_type === 'spontaneous' || names.seat_language === null
      ? null
      : {
          language: names.seat_language,
          otherLanguages: readOtherLanguages(names.other_languages ?? '[]'),
        }
  return {
    appointment: toAppointment(row),
    linkVersion: row.link_version,
    calendar: { uid: row.calendar_uid, sequence: row.calendar_sequence },
    worker: { ...worker, email, language },
    knownEmail: isSameAddress(email, worker.email) ? worker.email : null,
    legalLanguage: legalLanguage(seat, language),
    // A consultation of their own that came without a request came without a number.
    mobile: row.exam_type === 'spontaneous' ? names.phone : phone,
    physician,
    employerName: names.employer_name,
    expectedAt: await readDelays(db).expectedAt(id),
    visit: await readVisits(db).ofWorker(row.worker_id, row.exam_type),
    place:
      name === null
        ? null
        : {
            room: names.room_name ?? '',
            site: names.site_name ?? '',
            address: names.address,
            name,
          },
  }
}

function isSameAddress(one: string | null, other: string | null): boolean {
  return one?.toLowerCase() === other?.toLowerCase()
}
