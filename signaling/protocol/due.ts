/** Posts, and the examinations that become due by them: what an employer's work asks of whoever does it, and until when. */
import * as Type from 'typebox'
import { ExamType } from './exam-types.ts'
import { LegalClock } from './legal-clock.ts'
import { postCategories, type PostCategory } from './post-categories.ts'
import { CalendarDate, Id, Instant, Locale, Name, nullable, strict } from './primitives.ts'
import { TechnicalAct, technicalActs } from './technical-acts.ts'

const Acts = Type.Array(TechnicalAct, { maxItems: technicalActs.length, uniqueItems: true })

const PostCategory = Type.Unsafe<PostCategory>(
  Type.Union(postCategories.map((each) => Type.Literal(each))),
)

const postFields = {
  /** As the employer calls the work, and as its roster names it: "Technician on masts". */
  name: Name,
  /** Left out: of none, or nobody has said. */
  category: Type.Optional(PostCategory),
  examType: ExamType,
  /** From one examination to the next. */
  periodMonths: Type.Integer({ minimum: 1, maximum: 120 }),
  /** What can only be done where the worker is, before or in the same examination. */
  acts: Acts,
}
/** Left out: as the category has it; refused as `invalid` where there is none, or it has none. */
const changeFields = {
  ...postFields,
  examType: Type.Optional(postFields.examType),
  periodMonths: Type.Optional(postFields.periodMonths),
}
/** A kind of work of one employer: the risk that it brings sets the examination and how often (annex I.4-5). */
export const Post = strict({ id: Id, employerId: Id, ...postFields })
export type Post = Type.Static<typeof Post>
export const PostDraft = strict({ employerId: Id, ...changeFields })
export type PostDraft = Type.Static<typeof PostDraft>
/** A post stays its employer's. */
export const PostChange = strict(changeFields)
export type PostChange = Type.Static<typeof PostChange>

export const WorkerPost = strict({ postId: nullable(Id) })
export type WorkerPost = Type.Static<typeof WorkerPost>

/** The planner's correction: what the service's own files know better. */
export const DueChange = strict({
  dueOn: CalendarDate,
  /** Those that are still to be done. */
  acts: Acts,
})
export type DueChange = Type.Static<typeof DueChange>

/** The examination took place elsewhere, in person; the next one follows from this day. */
export const ExamDone = strict({ on: CalendarDate })
export type ExamDone = Type.Static<typeof ExamDone>

export const DueRow = strict({
  workerId: Id,
  workerName: Name,
  language: Locale,
  employerId: Id,
  siteId: nullable(Id),
  postName: Name,
  examType: ExamType,
  ...LegalClock.properties,
  acts: Acts,
  /** When the open appointment is; null while there is none. */
  plannedAt: nullable(Instant),
  /** An invitation can be sent. */
  hasEmail: Type.Boolean(),
})
export type DueRow = Type.Static<typeof DueRow>

/** `next` is the mark that fetches what follows; null on the last page. */
export const DueReply = strict({
  rows: Type.Array(DueRow, { maxItems: 100 }),
  next: nullable(Type.String({ maxLength: 100 })),
})
export type DueReply = Type.Static<typeof DueReply>
