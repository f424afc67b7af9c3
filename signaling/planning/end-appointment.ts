/** The planner ends an appointment, and can take that back while the mail about it waits; as they can an end by the clock. */
import { fromInstant, toInstant } from '../clock.ts'
import { AppError } from '../errors.ts'
import type { Ended } from '../protocol/board.ts'
import type { Appointment } from '../protocol/planning.ts'
import type { Id } from '../protocol/primitives.ts'
import { isOpen, type OpenStatus } from '../rules/appointment-life.ts'
import { canUndo } from '../rules/board-moves.ts'
import { endTakenBack } from '../store/appointment-returns.ts'
import {
  appointmentCancelled,
  inPersonPlanned,
  waitingGivenUp,
  type Deed,
} from '../store/appointments.ts'
import type { AuditEntry } from '../store/audit.ts'
import type { Writer } from '../store/store.ts'
import type { PlanningOptions } from './planning-options.ts'

type Told = Omit<Ended, 'appointment'>
const nobody: Told = { mailsAt: null, toPhone: false }

export function endAppointment(
  options: PlanningOptions,
  id: Id,
  event: { readonly type: 'cancel' | 'plan-in-person' },
  deed: Deed,
): Promise<Ended> {
  // Whose page is open sees it end.
  const { workerHere } = options.live.progress(id)
  return options.store.write(async (writer) => {
    const before = await writer.appointments.get(id)
    if (before === null) throw new AppError('not-found')
    const details = { ...deed.details, workerHere }
    const appointment = await writer.appointments.change(id, event, { ...deed, details })
    return { appointment, ...(await tellEnded(writer, options, before, deed)) }
  })
}

/** Whoever never got the invitation has nothing to be called off: that one does not leave any more. */
async function tellEnded(
  writer: Writer,
  { makeId, undoMs }: PlanningOptions,
  before: Appointment,
  { at }: Deed,
): Promise<Told> {
  if (before.status === 'planned') return nobody
  const context = await writer.appointments.context(before.id)
  if (context?.worker.email === null) return { mailsAt: null, toPhone: true }
  if (!(await writer.outbox.wasTold(before.id))) return nobody
  const dueAt = toInstant(fromInstant(at) + undoMs)
  const message = { id: makeId(), appointmentId: before.id, kind: 'called-off' } as const
  await writer.outbox.queue({ ...message, at, dueAt })
  return { mailsAt: dueAt, toPhone: false }
}

/** The mail that it does not take place leaves at once; nothing happens where none waits. */
export function sendEndNow({ store }: PlanningOptions, id: Id, deed: Deed): Promise<void> {
  return store.write(async (writer) => {
    if (!(await writer.outbox.hasten(id, 'called-off', deed.at))) return
    await writer.audit.append({ ...deed, appointmentId: id, action: 'end-told-at-once' })
  })
}

/** Refused as `undo-over` once the time is over or something else happened to the appointment. */
export function takeBackEnd(options: PlanningOptions, id: Id, deed: Deed): Promise<Ended> {
  return options.store.write(async (writer) => {
    const end = await lastEnd(writer, id, options)
    const before = await writer.appointments.get(id)
    const was = end.details['from'] as OpenStatus
    const isAsLeft = before !== null && before.status === end.details['to'] && isOpen(was)
    if (!isAsLeft || before.endsAt <= deed.at) throw new AppError('undo-over')
    const knows = await knowsOf(writer, end)
    // Whoever has learnt that it is off is asked once more whether they come.
    const status = was === 'accepted' && knows ? 'invited' : was
    const appointment = await writer.appointments.takeBackEnd(id, status, deed)
    return { appointment, ...(await tellRestored(writer, options, appointment, knows, deed)) }
  })
}

/** The planner's, or the clock's: what the worker or the physician ended is theirs. */
async function lastEnd(
  writer: Writer,
  id: Id,
  { clock, undoMs }: PlanningOptions,
): Promise<AuditEntry> {
  const ends: readonly string[] = [
    appointmentCancelled,
    inPersonPlanned,
    waitingGivenUp,
    endTakenBack,
  ]
  const entries = await writer.audit.ofAppointment(id)
  const last = entries.filter(({ action }) => ends.includes(action)).at(-1)
  const isRecent = last !== undefined && canUndo(fromInstant(last.at), clock.now(), undoMs)
  const isPlanners = last?.actor.kind === 'staff' || last?.actor.kind === 'api-key'
  const isTheirs = isPlanners || last?.action === waitingGivenUp
  if (!isRecent || !isTheirs || last.action === endTakenBack) throw new AppError('undo-over')
  return last
}

/** By the mail, or by their page: that was open, or they opened it since. */
async function knowsOf(writer: Writer, end: AuditEntry): Promise<boolean> {
  const id = end.appointmentId ?? ''
  if (end.details['workerHere'] === true) return true
  if (await writer.audit.workerEntered(id, end.at)) return true
  const message = await writer.outbox.latestCalledOff(id)
  return message?.state === 'sent' && message.createdAt >= end.at
}

async function tellRestored(
  writer: Writer,
  { makeId }: PlanningOptions,
  { id, status }: Appointment,
  knows: boolean,
  { at }: Deed,
): Promise<Told> {
  const calledOff = await writer.outbox.latestCalledOff(id)
  if (calledOff?.state === 'queued') await writer.outbox.supersede(calledOff.id, at)
  if (status === 'planned') return nobody
  const context = await writer.appointments.context(id)
  if (context?.worker.email === null) return { mailsAt: null, toPhone: knows }
  const wasTold = await writer.outbox.wasTold(id)
  const latest = await writer.outbox.latestAboutTime(id)
  // They think that it takes place, or are about to be told so.
  if (!knows && (wasTold || latest?.state === 'queued')) return nobody
  const kind = wasTold ? 'restored' : 'invitation'
  await writer.outbox.queue({ id: makeId(), appointmentId: id, kind, at })
  return { mailsAt: at, toPhone: false }
}
