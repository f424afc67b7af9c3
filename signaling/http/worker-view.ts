/** The appointment as its worker's page may show it: no name of the worker, no exam type, no employer. */
import { fromInstant, toInstant } from '../clock.ts'
import type { Config } from '../config.ts'
import { isMobile } from '../outreach/sms.ts'
import type { IdentificationWay, Identified } from '../protocol/identification.ts'
import type { MyAppointment } from '../protocol/my-appointment.ts'
import type { Appointment } from '../protocol/planning.ts'
import type { PhoneNumber } from '../protocol/primitives.ts'
import { opensAt, waitingRoomState } from '../rules/waiting-room.ts'
import { choiceEnds, mayChoose } from '../rules/worker-choice.ts'
import type { AppointmentContext } from '../store/appointment-context.ts'
import type { ConsentRow } from '../store/consents.ts'
import { toDeclarations } from './declarations.ts'

export type ServiceSettings = Pick<
  Config,
  'service' | 'serviceAddress' | 'timeZone' | 'choiceCutOff' | 'identification' | 'sms'
>

/** For whoever only holds the link. */
export function toMyAppointment(
  context: AppointmentContext,
  settings: ServiceSettings,
  now: number,
): MyAppointment {
  const { appointment, physician, place, worker, visit } = context
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
    ...(state === 'open' ? { identify: waysFor(context, settings) } : {}),
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
    ...(identify !== undefined &&
      (isKnown ? { declared: toDeclarations(declared) } : { identify })),
    ...(identified.kind === 'itsme' ? { provenName: firstName } : {}),
  }
}

type Reachable = Pick<AppointmentContext, 'knownEmail' | 'mobile' | 'worker'>

/** How this worker may say who they are. A code needs an address or a number that the service had before. */
export function waysFor(
  context: Reachable,
  { identification, sms }: Pick<Config, 'identification' | 'sms'>,
): IdentificationWay[] {
  return identification.flatMap((way): IdentificationWay[] => {
    if (way !== 'code') return [way]
    const byMail = context.knownEmail !== null
    const bySms = sms !== null && knownMobile(context) !== null
    return [...(byMail ? (['code'] as const) : []), ...(bySms ? (['sms'] as const) : [])]
  })
}

/** A number that came with a request is only claimed, as an address is: null then. */
export function knownMobile({ mobile, worker }: Omit<Reachable, 'knownEmail'>): PhoneNumber | null {
  return isMobile(mobile) && mobile === worker.phone ? mobile : null
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
