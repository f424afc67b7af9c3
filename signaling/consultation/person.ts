/** Who takes part, and what the planning says of an appointment. */
import type { Participant } from '../protocol/consultation.ts'
import type { Id } from '../protocol/primitives.ts'

export type Person =
  | { readonly side: 'worker'; readonly appointmentId: Id }
  | { readonly side: 'physician'; readonly physicianId: Id }
  | { readonly side: 'guest'; readonly appointmentId: Id; readonly guestId: Id }

/** One of the two whose consultation it is. */
export type Principal = Exclude<Person, { side: 'guest' }>

/** What the planning says of an appointment. Times are milliseconds since 1970. */
export interface Planned {
  readonly appointmentId: Id
  readonly physicianId: Id
  readonly sessionId: Id
  readonly startsAt: number
  readonly endsAt: number
  readonly over: boolean
}

export function personOf({ appointmentId, physicianId }: Planned, side: Participant): Principal {
  return side === 'worker' ? { side, appointmentId } : { side, physicianId }
}

/** One string per person, for maps. */
export function keyOf(person: Person): string {
  switch (person.side) {
    case 'worker':
      return `worker ${person.appointmentId}`
    case 'physician':
      return `physician ${person.physicianId}`
    case 'guest':
      return `guest ${person.guestId}`
    default:
      return person satisfies never
  }
}

export function isSamePerson(a: Person, b: Person): boolean {
  return keyOf(a) === keyOf(b)
}
