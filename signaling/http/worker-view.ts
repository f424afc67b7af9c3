/** The appointment as its worker's page may show it: no name of the worker, no exam type, no employer. */
import { toInstant } from '../clock.ts'
import type { Config } from '../config.ts'
import type { MyAppointment } from '../protocol/my-appointment.ts'
import { opensAt, waitingRoomState } from '../rules/waiting-room.ts'
import type { AppointmentContext } from '../store/appointment-context.ts'

export type ServiceSettings = Pick<Config, 'service' | 'timeZone'>

/** For whoever only holds the link. */
export function toMyAppointment(
  { appointment, physician, place, worker }: AppointmentContext,
  { service, timeZone }: ServiceSettings,
  now: number,
): MyAppointment {
  return {
    state: waitingRoomState(appointment, now),
    startsAt: appointment.startsAt,
    endsAt: appointment.endsAt,
    opensAt: toInstant(opensAt(appointment)),
    physicianName: physician.name,
    roomName: place?.name ?? null,
    language: worker.language,
    service,
    timeZone,
    serverTime: toInstant(now),
  }
}

/** For the worker who came in. */
export function toEntered(
  context: AppointmentContext,
  settings: ServiceSettings,
  now: number,
): MyAppointment {
  const { needsPicture } = context.worker
  return { ...toMyAppointment(context, settings, now), needsPicture }
}
