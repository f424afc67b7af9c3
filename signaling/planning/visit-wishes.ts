/** Who is to come in person: listed by the term that went on meanwhile, planned into a half day of visits, and invited. */
import { fromInstant, toInstant } from '../clock.ts'
import { AppError } from '../errors.ts'
import type { Appointment } from '../protocol/planning.ts'
import type { CalendarDate, Id } from '../protocol/primitives.ts'
import type { VisitSlot, VisitWish } from '../protocol/visit-wishes.ts'
import { dateAt } from '../rules/calendar.ts'
import { byClock, dueOn, readClock } from '../rules/legal-clocks.ts'
import { isWorkersOwn } from '../rules/requests.ts'
import type { Deed } from '../store/appointments.ts'
import type { Reader } from '../store/store.ts'
import type { Wish } from '../store/visit-wishes.ts'
import { invite } from './invite.ts'
import type { PlanningOptions } from './planning-options.ts'
import { createSlotPlanner } from './slot-planner.ts'

const mostRows = 500
const mostSlots = 50

export async function listVisitWishes(options: PlanningOptions): Promise<VisitWish[]> {
  const { store, clock, timeZone, legal } = options
  const today = dateAt(clock.now(), timeZone)
  const wishes = await store.read.visitWishes.waiting(mostRows)
  return wishes
    .map((wish) => ({ wish, dueOn: endOf(wish, options), askedAt: wish.askedAt }))
    .toSorted(byClock)
    .map(({ wish, dueOn: end }) => {
      const { firstName, lastName, birthDate, email, phone, language, id } = wish.worker
      return {
        appointmentId: wish.appointmentId,
        workerId: id,
        examType: wish.examType,
        askedAt: wish.askedAt,
        inPersonAskedBy: wish.askedBy,
        clock: end === null ? null : readClock(end, today, legal.workingDays),
        firstName,
        lastName,
        birthDate,
        email,
        phone,
        language,
        employerName: wish.employerName,
      }
    })
}

/** The choice of a visit in person stops no term: that of what is due, or else the law's from the day of the planning. */
function endOf(
  wish: Wish,
  { timeZone, legal }: Pick<PlanningOptions, 'timeZone' | 'legal'>,
): CalendarDate | null {
  const start = dateAt(fromInstant(wish.plannedAt), timeZone)
  return wish.dueOn ?? dueOn(wish.examType, start, legal.terms, legal.workingDays)
}

export async function readWishSlots(options: PlanningOptions, id: Id): Promise<VisitSlot[]> {
  const { store, clock, timeZone } = options
  const wish = await store.read.visitWishes.get(id)
  if (wish === null) throw new AppError('not-found')
  const end = endOf(wish, options)
  const free = await readPlaces(store.read, wish, clock.now())
  return free.slice(0, mostSlots).map((slot) => ({
    ...slot,
    inTime: end === null || dateAt(fromInstant(slot.startsAt), timeZone) <= end,
  }))
}

/** Of what is the worker's own: at the service itself, where nobody of the employer's sees them. What answers a request is no wish. */
async function readPlaces(reader: Pick<Reader, 'visits'>, wish: Wish, now: number) {
  const free = await reader.visits.free(wish.worker, toInstant(now))
  return isWorkersOwn(wish.examType) ? free.filter(({ placeName }) => placeName === null) : free
}

export function planWish(
  options: PlanningOptions,
  id: Id,
  slotId: Id,
  deed: Deed,
): Promise<Appointment> {
  return options.store.write(async (writer) => {
    const wish = await writer.visitWishes.get(id)
    if (wish === null) throw new AppError('not-found')
    const free = await readPlaces(writer, wish, options.clock.now())
    const slot = free.find((each) => each.slotId === slotId)
    if (slot === undefined) throw new AppError('slot-taken', '/slotId')
    const { id: workerId, employerId, email } = wish.worker
    const on = dateAt(fromInstant(slot.startsAt), options.timeZone)
    const withWish = { ...deed, details: { ...deed.details, insteadOf: id } }
    const { examType } = wish
    const planner = await createSlotPlanner(options, writer, 'in-person', examType, withWish)
    const visit = await planner.plan(writer, { slotId, workerId, employerId, on })
    return email === null ? visit : invite(writer, options.makeId(), visit.id, deed)
  })
}
