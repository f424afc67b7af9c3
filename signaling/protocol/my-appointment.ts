/** What the worker's page reads. Before identification it shows no name of the worker, no exam type and no employer. */
import * as Type from 'typebox'
import { Declarations } from './consents.ts'
import { FreeSlot } from './free-slot.ts'
import { IdentificationWays } from './identification.ts'
import { Id, Instant, Line, Locale, Name, nullable, PlaceName, strict } from './primitives.ts'

/** A call link's token as the fragment of the worker's URL carries it. */
export const CallLinkToken = Type.String({
  minLength: 20,
  maxLength: 1024,
  pattern: '^[A-Za-z0-9_.-]+$',
})
export const CallLinkBody = strict({ token: CallLinkToken })

/** How the service can be reached: on every screen. */
export const ServiceContact = strict({ name: Name, phone: Line })
export type ServiceContact = Type.Static<typeof ServiceContact>

export const MyAppointmentState = Type.Union([
  Type.Literal('upcoming'), // the waiting room is not open yet
  Type.Literal('open'), // from 15 minutes before until the end and its grace
  Type.Literal('in-person'), // the worker, or the physician, chose a visit in person
  Type.Literal('over'), // an outcome was stored, or it was cancelled
])
export type MyAppointmentState = Type.Static<typeof MyAppointmentState>

/** What the worker may say before the day: that they come, that they do not, or that another time suits them better. */
export const MyChoice = strict({
  confirmed: Type.Boolean(),
  /** Until when they may decline or move; the service sets how long before. */
  until: Instant,
})
export type MyChoice = Type.Static<typeof MyChoice>

/** What a link alone shows: whoever has the mail may not be the worker. */
export const SeenByLink = strict({
  state: MyAppointmentState,
  startsAt: Instant,
  endsAt: Instant,
  /** From when the waiting room lets the worker in. */
  opensAt: Instant,
  physicianName: Name,
  /** The company room for this session; null: the worker's own phone. */
  roomName: nullable(PlaceName),
  /** The worker's language as the service knows it. */
  language: Locale,
  /** How the worker may say who they are, while that is still to be done; left out otherwise. */
  identify: Type.Optional(IdentificationWays),
  /** Left out once there is nothing left to choose here. */
  choice: Type.Optional(MyChoice),
  /** Of a visit in person: when and where; null while none is planned, and then there may be slots to choose from. */
  visit: Type.Optional(nullable(strict({ startsAt: Instant, placeName: nullable(PlaceName) }))),
  service: ServiceContact,
  timeZone: Type.String({ maxLength: 60 }),
  serverTime: Instant,
})
export const MyAppointment = strict({
  ...SeenByLink.properties,
  /** The office noted that the worker signs or reads lips; they can change it in the call. */
  needsPicture: Type.Optional(Type.Boolean()),
  /** The first name of whom itsme named, as the service has it; left out for everybody else. */
  provenName: Type.Optional(Name),
  /** What they declared and did not take back; left out while the waiting room is closed to them. */
  declared: Type.Optional(Declarations),
})
export type MyAppointment = Type.Static<typeof MyAppointment>

/** Slots that suit the worker, since the law, the language and the place allow them: the nearest first. */
export const NearestSlots = Type.Array(FreeSlot, { maxItems: 12 })
export type NearestSlots = Type.Static<typeof NearestSlots>
export const SlotChoice = strict({ slotId: Id })

/** Whether they would come earlier, should a moment before theirs become free. */
export const EarlierWish = strict({ ...CallLinkBody.properties, wanted: Type.Boolean() })
export type EarlierWish = Type.Static<typeof EarlierWish>
