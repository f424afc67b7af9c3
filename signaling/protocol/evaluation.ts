/** What evaluators read: counts, and of nobody. */
import * as Type from 'typebox'
import { Line, Name, nullable, strict } from './primitives.ts'

/** A count; null where it is of fewer people than could be told apart. */
const Figure = nullable(Type.Integer({ minimum: 0 }))
export const Evaluation = strict({
  service: strict({ name: Name, phone: Line }),
  timeZone: Type.String({ maxLength: 60 }),
  /** Below this a count is not told. */
  smallest: Type.Integer(),
  figures: strict({
    invited: Figure,
    accepted: Figure,
    completed: Figure,
    converted: Figure,
    noShow: Figure,
    cancelled: Figure,
  }),
})
export type Evaluation = Type.Static<typeof Evaluation>
