/** The appointment as its worker's page may show it: no name of the worker, no exam type, no employer. */
import { fromInstant, toInstant } from '../clock.ts'
import type { Config } from '../config.ts'
import type { IdentificationMethod, Identified } from '../protocol/identification.ts'
import type { MyAppointment } from '../protocol/my-appointment.ts'
import type { Appointment } from '../protocol/planning.ts'
import { opensAt, waitingRoomState } from '../rules/waiting-room.ts'
import { choiceEnds, mayChoose } from '../rules/worker-choice.ts'
import type { AppointmentContext } from '../store/appointment-context.ts'
import type { ConsentRow } from '../store/consents.ts'
import { toDeclarations } from './declarations.ts'

export type ServiceSettings = Pick<
  Config,
  'service' | 'serviceAddress' | 'timeZone' | 'choiceCutOff' | 'identification'
>

/** For whoever only holds the link. */
export function toMyAppointment(
  { appointment, physician, place, worker, knownEmail, visit }: AppointmentContext,
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
    ...(state === 'open' ? { identify: waysFor({ knownEmail }, settings) } : {}),
    language: worker.language,
    service,
    timeZone,
    serverTime: toInstant(now),
  }
}

/** For the worker who came in; `identified` as it stands behind their login, and what was `declared` of this appointment. */
export function toEntered(
  context: AppointmentContext,
  settings: ServiceSettings,
  now: number,
  identified: Identified,
  declared: readonly ConsentRow[],
): MyAppointment {
  const { needsPicture, firstName } = context.worker
  const { identify, ...mine } = toMyAppointment(context, settings, now)
  const isKnown = identified.kind !== 'not-identified'
  return {
    ...mine,
    needsPicture,
    ...(identify !== undefined && (isKnown ? { declared: toDeclarations(declared) } : { identify })),
    ...(identified.kind === 'itsme' ? { provenName: firstName } : {}),
  }
}

/** How this worker may say who they are. A code needs an address that the service had before. */
export function waysFor(
  { knownEmail }: Pick<AppointmentContext, 'knownEmail'>,
  { identification }: Pick<Config, 'identification'>,
): IdentificationMethod[] {
  return identification.filter((way) => way !== 'code' || knownEmail !== null)
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
