/** When the worker may come in, and what their page shows. */
import { fromInstant } from '../clock.ts'
import type { MyAppointmentState } from '../protocol/my-appointment.ts'
import type { Appointment } from '../protocol/planning.ts'
import { isOpen } from './appointment-life.ts'
import { dateAt, startOfDay } from './calendar.ts'

const minute = 60_000

/** Time to try camera and microphone and to sit down; earlier than that nobody is there. */
const opensBeforeStartMs = 15 * minute
/** A morning runs late by an hour at worst: who waits till then is still rung. */
const graceAfterEndMs = 60 * minute

type Times = Pick<Appointment, 'startsAt' | 'endsAt'>

/** From when the waiting room lets the worker in. */
export function opensAt({ startsAt }: Pick<Times, 'startsAt'>): number {
  return fromInstant(startsAt) - opensBeforeStartMs
}

/** Who entered by their link since then has come: early on the day, to try their camera, too. */
export function entersFrom({ startsAt }: Pick<Times, 'startsAt'>, timeZone: string): number {
  return startOfDay(dateAt(fromInstant(startsAt), timeZone), timeZone)
}

/** From when it no longer does; a worker's login ends then. */
export function closesAt({ endsAt }: Pick<Times, 'endsAt'>): number {
  return fromInstant(endsAt) + graceAfterEndMs
}

/** Returns what the appointment is to its worker at this moment. */
export function waitingRoomState(
  appointment: Times & Pick<Appointment, 'status' | 'modality'>,
  now: number,
): MyAppointmentState {
  const { status, modality } = appointment
  if (status === 'converted' || modality === 'in-person') return 'in-person'
  if (!isOpen(status) || now >= closesAt(appointment)) return 'over'
  return now < opensAt(appointment) ? 'upcoming' : 'open'
}
