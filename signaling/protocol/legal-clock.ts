import * as Type from 'typebox'
import { CalendarDate, strict } from './primitives.ts'

/** How near the last day of a term is: `rules/legal-clocks.ts`. */
export const LegalClock = strict({
  /** The last day in time. */
  dueOn: CalendarDate,
  /** 0 on the last day, negative after it. */
  workingDaysLeft: Type.Integer(),
  light: Type.Union([Type.Literal('green'), Type.Literal('amber'), Type.Literal('red')]),
})
export type LegalClock = Type.Static<typeof LegalClock>
