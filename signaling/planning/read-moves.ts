/** Where an appointment could go, and what each place would break: read in one look at the board. */
import { fromInstant } from '../clock.ts'
import { AppError } from '../errors.ts'
import type { Breach, MoveChoice } from '../protocol/board.ts'
import type { Appointment, Session, Slot, Worker } from '../protocol/planning.ts'
import type { Id, Locale } from '../protocol/primitives.ts'
import type { PolicyRow } from '../protocol/remote-policy.ts'
import { holdsSlot, isOpen } from '../rules/appointment-life.ts'
import { findBreaches, forbids, type MoveTarget, type TimeSpan } from '../rules/board-moves.ts'
import { dateAt } from '../rules/calendar.ts'
import { actsDueIn, type ExamDue } from '../rules/exam-due.ts'
import { decideRemote } from '../rules/remote-policy.ts'
import { mayUseRoom } from '../rules/requests.ts'
import type { AppointmentTime } from '../store/appointment-places.ts'
import type { Request } from '../store/requests.ts'
import type { Reader } from '../store/store.ts'

export type BoardReader = Pick<
  Reader,
  | 'appointments'
  | 'sessions'
  | 'physicians'
  | 'employers'
  | 'workers'
  | 'remotePolicy'
  | 'examsDue'
  | 'requests'
  | 'offers'
>

interface Surroundings {
  readonly now: number
  readonly timeZone: string
}

/** What the rules ask of everyone and everything on the board. */
interface Facts extends Surroundings {
  readonly policy: readonly PolicyRow[]
  readonly workers: ReadonlyMap<Id, Worker>
  readonly dues: ReadonlyMap<Id, ExamDue>
  /** What a worker asked for, by appointment. */
  readonly requests: ReadonlyMap<Id, Request>
  readonly languages: ReadonlyMap<Id, readonly Locale[]>
  readonly siteOfRoom: ReadonlyMap<Id, Id>
  readonly timesOf: ReadonlyMap<Id, readonly AppointmentTime[]>
  /** Who is asked for a slot just now, by slot. */
  readonly offers: ReadonlyMap<Id, Id>
}

/** Returns a choice for each slot of these sessions but the appointment's own. Refuses an appointment that is over. */
export async function readMoves(
  reader: BoardReader,
  appointmentId: Id,
  sessions: readonly Session[],
  surroundings: Surroundings,
): Promise<MoveChoice[]> {
  const appointment = await reader.appointments.get(appointmentId)
  if (appointment === null) throw new AppError('not-found')
  if (!isOpen(appointment.status)) throw new AppError('transition-refused')
  const own = await reader.sessions.get(appointment.sessionId)
  if (own === null) throw new AppError('not-found')
  const facts = await readFacts(reader, appointment, [own, ...sessions], surroundings)
  const ofItsKind = sessions.filter(
    ({ inPerson = false }) => inPerson === (appointment.modality === 'in-person'),
  )
  return ofItsKind.flatMap((session) =>
    session.slots
      .filter((slot) => slot.id !== appointment.slotId)
      .map((slot) => toChoice(appointment, own, session, slot, facts)),
  )
}

async function readFacts(
  reader: BoardReader,
  appointment: Appointment,
  sessions: readonly Session[],
  surroundings: Surroundings,
): Promise<Facts> {
  const held = sessions.flatMap(({ slots }) => slots.flatMap((slot) => holderOf(slot) ?? []))
  const workerIds = [appointment, ...held].map(({ workerId }) => workerId)
  const rooms = await reader.employers.rooms()
  return {
    ...surroundings,
    policy: await reader.remotePolicy.list(),
    workers: await reader.workers.ofIds(workerIds),
    dues: await reader.examsDue.of(workerIds),
    requests: await reader.requests.ofAppointments([appointment, ...held].map(({ id }) => id)),
    languages: await reader.physicians.languagesOf(sessions.map((each) => each.physicianId)),
    siteOfRoom: new Map(rooms.map(({ id, siteId }) => [id, siteId])),
    timesOf: await reader.appointments.openTimesOf(workerIds),
    offers: await readOffered(reader, surroundings.now),
  }
}

async function readOffered({ offers }: BoardReader, now: number): Promise<Map<Id, Id>> {
  const open = (await offers.open()).filter(({ until }) => fromInstant(until) > now)
  return new Map(open.map(({ slotId, workerId }) => [slotId, workerId]))
}

/** Whoever has a slot; of somebody who was converted or did not come only the memory stands there. */
function holderOf({ appointment }: Slot): NonNullable<Slot['appointment']> | null {
  return appointment !== null && holdsSlot(appointment.status) ? appointment : null
}

function toChoice(
  appointment: Appointment,
  own: Session,
  session: Session,
  slot: Slot,
  facts: Facts,
): MoveChoice {
  const { id: slotId, startsAt, endsAt } = slot
  const { id: sessionId, physicianName, placeName } = session
  const holder = holderOf(slot)
  const goes = [appointment.id, ...(holder === null ? [] : [holder.id])]
  const target = toTarget(session, slot, facts)
  const there = breachesOf(appointment, target, goes, facts)
  const swapTarget = toTarget(own, { ...appointment, id: appointment.slotId }, facts)
  const back = holder === null ? [] : breachesOf(holder, swapTarget, goes, facts)
  const over = holder === null || isOpen(holder.status) ? [] : [slotIsOver(holder.id)]
  return {
    slotId,
    sessionId,
    startsAt,
    endsAt,
    physicianName,
    placeName,
    holder: holder && { appointmentId: holder.id, workerName: holder.workerName },
    breaches: [...over, ...there, ...back],
  }
}

/** What took place, or did not, stays where it was. */
function slotIsOver(appointmentId: Id): Breach {
  return { code: 'slot-past', appointmentId, forbids: true }
}

function toTarget(
  { physicianId, roomId }: Session,
  { id, startsAt, endsAt }: Pick<Slot, 'id' | 'startsAt' | 'endsAt'>,
  { languages, siteOfRoom, offers, timeZone }: Facts,
): MoveTarget {
  return {
    on: dateAt(fromInstant(startsAt), timeZone),
    startsAt: fromInstant(startsAt),
    endsAt: fromInstant(endsAt),
    offeredTo: offers.get(id) ?? null,
    languages: languages.get(physicianId) ?? [],
    siteId: roomId === null ? null : (siteOfRoom.get(roomId) ?? null),
  }
}

/** `goes`: the appointments that leave their place with this move. */
function breachesOf(
  appointment: Appointment,
  target: MoveTarget,
  goes: readonly Id[],
  facts: Facts,
): Breach[] {
  const worker = facts.workers.get(appointment.workerId)
  if (worker === undefined) return []
  const { siteId, employerId } = worker
  const { examType } = appointment
  const due = facts.dues.get(worker.id) ?? null
  const refusal = (on: string) => {
    // The policy is about talks by video.
    if (appointment.modality === 'in-person') return null
    const actsDue = actsDueIn(examType, due, on)
    const decision = decideRemote({ examType, employerId, actsDue, on }, facts.policy)
    return decision.allowed ? null : decision.refusal
  }
  const request = facts.requests.get(appointment.id)
  const dueOn = request?.dueOn ?? (due?.examType === examType ? due.dueOn : null)
  const confidential = request !== undefined && !mayUseRoom(request)
  const language = request?.language ?? worker.language
  const others = (facts.timesOf.get(worker.id) ?? []).filter(({ id }) => !goes.includes(id))
  const mover = {
    id: worker.id,
    language,
    siteId,
    elsewhere: others.map(toSpan),
    dueOn,
    refusal,
    mayUseRoom: !confidential,
  }
  const codes = findBreaches(mover, target, facts.now)
  return codes.map((code) => ({
    code,
    appointmentId: appointment.id,
    forbids: forbids(code),
  }))
}

function toSpan({ startsAt, endsAt }: AppointmentTime): TimeSpan {
  return { startsAt: fromInstant(startsAt), endsAt: fromInstant(endsAt) }
}
