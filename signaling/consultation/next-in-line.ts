/** For whom a connection stands by: whoever is rung always, then the next ones in the order of the session. */
import type { Id } from '../protocol/primitives.ts'
import type { Known } from './registry.ts'
import { mayStandBy } from './standby.ts'

/** `count` for each physician: every one of them costs both pages a connection, and TURN an allocation or two. */
export function nextInLine(ofPhysician: readonly Known[], count: number): ReadonlySet<Id> {
  const isRung = ({ consultation: { ring } }: Known) => ring?.phase === 'ringing'
  const rank = (each: Known) => (isRung(each) ? 0 : each.planned.startsAt)
  const able = ofPhysician.filter(({ consultation }) => mayStandBy(consultation))
  const sorted = able.toSorted((a, b) => rank(a) - rank(b))
  const next = sorted.filter((each, place) => place < count || isRung(each))
  return new Set(next.map(({ planned }) => planned.appointmentId))
}
