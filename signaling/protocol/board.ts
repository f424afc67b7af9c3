/** Changing appointments on the board: what a move would break, told before it is made; what became of a removal. */
import * as Type from 'typebox'
import { Appointment } from './planning.ts'
import { Id, Instant, Name, nullable, PlaceName, strict } from './primitives.ts'
import { remoteRefusals, type RemoteRefusal } from './remote-policy.ts'

/** What a worker's slot can be wrong for; `rules/board-moves.ts` says which of them keep a move from being made. */
export const breachCodes = [
  ...remoteRefusals,
  'slot-past',
  'worker-already-planned', // they have another appointment at that time
  'seen-by-employer', // a company room, for a consultation of which the employer may not know
  'not-at-their-site', // the room is of another site
  'not-in-their-language', // the physician does not examine in it
  'offered-to-other', // somebody is being asked whether they take the slot
  'not-in-time', // later than the day by which the examination must take place
] as const
export type BreachCode = RemoteRefusal | (typeof breachCodes)[number]
const BreachCode = Type.Unsafe<BreachCode>(
  Type.Union(breachCodes.map((code) => Type.Literal(code))),
)

export const Breach = strict({
  code: BreachCode,
  /** Of a swap either one. */
  appointmentId: Id,
  /** The move cannot be made; else the planner decides. */
  forbids: Type.Boolean(),
})
export type Breach = Type.Static<typeof Breach>

/** A slot to which an appointment could go; when somebody holds it, the two are swapped. */
export const MoveChoice = strict({
  slotId: Id,
  sessionId: Id,
  startsAt: Instant,
  endsAt: Instant,
  physicianName: Name,
  placeName: nullable(PlaceName),
  holder: nullable(strict({ appointmentId: Id, workerName: Name })),
  breaches: Type.Array(Breach, { maxItems: 20 }),
})
export type MoveChoice = Type.Static<typeof MoveChoice>

export const MoveDraft = strict({
  slotId: Id,
  /** The appointment that was seen in the slot: refused as `slot-taken` when it is another one, or one at all. */
  swapWith: nullable(Id),
  /** The breaches that were shown: refused as `breach-not-shown` when there is another one. */
  despite: Type.Array(BreachCode, { maxItems: breachCodes.length, uniqueItems: true }),
})
export type MoveDraft = Type.Static<typeof MoveDraft>

export const Moved = strict({
  appointment: Appointment,
  swapped: nullable(Appointment),
  /** When the workers' mails about it leave; null: nobody who moved was invited, or none can be mailed. */
  mailsAt: nullable(Instant),
  /** Those of the two who were invited and have no e-mail address. */
  toPhone: Type.Array(Id, { maxItems: 2 }),
})
export type Moved = Type.Static<typeof Moved>

/** An appointment that the planner removed or means to be in person; or, taken back, one that stands again. */
export const Ended = strict({
  appointment: Appointment,
  /** When the worker's mail about it leaves; null: they learnt of nothing, or cannot be mailed. */
  mailsAt: nullable(Instant),
  /** They know of the appointment and have no e-mail address. */
  toPhone: Type.Boolean(),
})
export type Ended = Type.Static<typeof Ended>
