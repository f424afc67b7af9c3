/** For whom a connection stands by: whoever is rung, then the next ones in the order of the session. */
import type { Id } from '../protocol/primitives.ts'
import type { Known } from './registry.ts'
import { mayStandBy } from './standby.ts'

/** `count` for each physician: every one of them costs both pages a connection, and TURN an allocation or two. */
export function nextInLine(ofPhysician: readonly Known[], count: number): ReadonlySet<Id> {
  const rank = ({ consultation: { ring }, planned: { startsAt } }: Known) =>
    ring?.phase === 'ringing' ? 0 : startsAt
  const able = ofPhysician.filter(({ consultation }) => mayStandBy(consultation))
  const sorted = able.toSorted((a, b) => rank(a) - rank(b))
  return new Set(sorted.slice(0, count).map(({ planned }) => planned.appointmentId))
}
