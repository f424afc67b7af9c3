/** Who takes part, and what the planning says of an appointment. */
import type { Id } from '../protocol/primitives.ts'

export type Person =
  | { readonly side: 'worker'; readonly appointmentId: Id }
  | { readonly side: 'physician'; readonly physicianId: Id }

/** What the planning says of an appointment. Times are milliseconds since 1970. */
export interface Planned {
  readonly appointmentId: Id
  readonly physicianId: Id
  readonly sessionId: Id
  readonly startsAt: number
  readonly endsAt: number
  readonly over: boolean
}

export function personOf({ appointmentId, physicianId }: Planned, side: Person['side']): Person {
  return side === 'worker' ? { side, appointmentId } : { side, physicianId }
}

/** One string per person, for maps. */
export function keyOf(person: Person): string {
  return person.side === 'worker'
    ? `worker ${person.appointmentId}`
    : `physician ${person.physicianId}`
}

export function isSamePerson(a: Person, b: Person): boolean {
  return keyOf(a) === keyOf(b)
}
