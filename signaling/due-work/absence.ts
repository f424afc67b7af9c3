/** Gives up those who do not come, while enough of their time is left to help somebody else. */
import { fromInstant, toInstant } from '../clock.ts'
import type { LiveProgress } from '../consultation/consultations.ts'
import { systemActor } from '../identity/identity.ts'
import type { Appointment } from '../protocol/planning.ts'
import type { Id } from '../protocol/primitives.ts'
import { isOpen } from '../rules/appointment-life.ts'
import { addDays, dateAt, startOfDay } from '../rules/calendar.ts'
import { judgeAbsence, type Awaited, type Host } from '../rules/no-answer.ts'
import { expectedStarts } from '../rules/running-late.ts'
import { entersFrom } from '../rules/waiting-room.ts'
import { toDayPlan } from '../running-late/day-plan.ts'
import type { Live } from '../socket/live.ts'
import type { Store, Writer } from '../store/store.ts'
import type { DueKeeper } from './due-work.ts'

export interface AbsenceOptions {
  readonly store: Pick<Store, 'read' | 'write'>
  readonly live: Pick<
    Live,
    'agendaChanged' | 'appointmentOver' | 'freeSince' | 'progress' | 'workerCame'
  >
  /** Null: the clock gives nobody up. */
  readonly waitMs: number | null
  /** From when on the pages that were open had time to come back. */
  readonly knowsSince: number
  readonly timeZone: string
  /** Called when a slot became free. */
  readonly wakeRefiller: () => void
}

export function createAbsence(options: AbsenceOptions): DueKeeper {
  const { store, live, waitMs, wakeRefiller } = options
  return {
    async foresee(now, first) {
      if (waitMs === null) return
      const at = toInstant(now)
      const invited = await store.read.dueWork.invited(at, first ? 'all' : 'unforeseen', 'absence')
      const works = invited.map(({ appointmentId, startsAt }) => ({
        kind: 'absence' as const,
        subject: appointmentId,
        occasion: startsAt,
        // Looked at from then on, each minute: when their wait begins depends on the day.
        dueAt: startsAt,
      }))
      if (works.length > 0) await store.write((writer) => writer.dueWork.foresee(works))
    },

    async carryOut(writer, { subject, occasion }, now) {
      const appointment = await writer.appointments.get(subject)
      if (appointment === null || !isOpen(appointment.status)) return 'needless'
      // Moved meanwhile: the new hour has a work of its own.
      if (appointment.startsAt !== occasion || appointment.modality !== 'remote') return 'needless'
      const awaited = await readAwaited(writer, appointment, options)
      const host = await readHost(writer, appointment, options, now)
      const verdict = judgeAbsence(awaited, host, now, waitMs)
      if (verdict === 'needless') return 'needless'
      if (verdict === 'waiting' || appointment.status === 'planned') return 'not-yet'
      const deed = { actor: systemActor, at: toInstant(now) }
      await writer.appointments.change(subject, { type: 'no-answer' }, deed)
      return 'done'
    },

    async afterwards({ subject }) {
      const appointment = await store.read.appointments.get(subject)
      // They came after all, or the planner took it back, since that was stored: their waiting room stays open.
      if (appointment?.status !== 'no-show') return
      live.appointmentOver(subject, 'completed')
      live.agendaChanged(appointment.physicianId)
      wakeRefiller()
    },
  }
}

async function readAwaited(
  writer: Writer,
  appointment: Appointment,
  { live, timeZone }: AbsenceOptions,
): Promise<Awaited> {
  const { id, startsAt, endsAt, delivery } = appointment
  const expectedAt = await writer.delays.expectedAt(id)
  const log = await writer.audit.ofAppointment(id)
  // The live side forgets when the server restarts; a technical failure must not become a no-show by that.
  const came =
    live.workerCame(id) ||
    (await writer.audit.workerCame(id, toInstant(entersFrom(appointment, timeZone)))) ||
    (await writer.consents.of([id])).length > 0
  return {
    startsAt: fromInstant(startsAt),
    endsAt: fromInstant(endsAt),
    expectedAt: expectedAt === null ? null : fromInstant(expectedAt),
    touchedAt: Math.max(0, ...log.map(({ at }) => fromInstant(at))),
    came,
    told: delivery.state === 'sent',
  }
}

async function readHost(
  writer: Writer,
  appointment: Appointment,
  { live, knowsSince, timeZone }: AbsenceOptions,
  now: number,
): Promise<Host> {
  const { id, physicianId } = appointment
  const today = dateAt(now, timeZone)
  const from = toInstant(startOfDay(today, timeZone))
  const until = toInstant(startOfDay(addDays(today, 1), timeZone))
  const day = await writer.appointments.ofPhysician(physicianId, from, until)
  // As if they had just come: whose turn would it be?
  const asIfHere = (which: Id): LiveProgress =>
    which === id ? { inCallSince: null, workerHere: true } : live.progress(which)
  const expected = expectedStarts(toDayPlan(day, asIfHere, now), now)
  const turn = expected.find(({ appointmentId }) => appointmentId === id)
  return {
    freeSince: live.freeSince(physicianId),
    // Not among today's any more: nobody waits for them.
    turnAt: turn?.startsAt ?? Infinity,
    knowsSince,
  }
}
