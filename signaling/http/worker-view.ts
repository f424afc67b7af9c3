/** The appointment as its worker's page may show it: no name of the worker, no exam type, no employer. */
import { fromInstant, toInstant } from '../clock.ts'
import type { Config } from '../config.ts'
import type { MyAppointment } from '../protocol/my-appointment.ts'
import type { Appointment } from '../protocol/planning.ts'
import { opensAt, waitingRoomState } from '../rules/waiting-room.ts'
import { choiceEnds, mayChoose } from '../rules/worker-choice.ts'
import type { AppointmentContext } from '../store/appointment-context.ts'

export type ServiceSettings = Pick<
  Config,
  'service' | 'serviceAddress' | 'timeZone' | 'choiceCutOff'
>

/** For whoever only holds the link. */
export function toMyAppointment(
  { appointment, physician, place, worker, visit }: AppointmentContext,
  settings: ServiceSettings,
  now: number,
): MyAppointment {
  const { service, timeZone } = settings
  const state = waitingRoomState(appointment, now)
  return {
    state,
    ...(state === 'in-person' ? { visit: visit && atPlace(visit, settings) } : {}),
    startsAt: appointment.startsAt,
    endsAt: appointment.endsAt,
    opensAt: toInstant(opensAt(appointment)),
    physicianName: physician.name,
    roomName: place?.name ?? null,
    ...toChoice(appointment, settings, now),
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

function toChoice(
  appointment: Appointment,
  { timeZone, choiceCutOff }: ServiceSettings,
  now: number,
): Pick<MyAppointment, 'choice'> {
  const { status } = appointment
  const startsAt = fromInstant(appointment.startsAt)
  if (!mayChoose({ status, startsAt }, now, choiceCutOff, timeZone)) return {}
  const until = toInstant(choiceEnds(startsAt, choiceCutOff, timeZone))
  return { choice: { confirmed: status === 'accepted', until } }
}

/** What is in no company room is at the service. */
export function atPlace<At extends { readonly placeName: string | null }>(
  at: At,
  { serviceAddress }: Pick<ServiceSettings, 'serviceAddress'>,
): At {
  return at.placeName === null ? { ...at, placeName: serviceAddress } : at
}
