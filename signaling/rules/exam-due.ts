/** When the next examination at a post is due, and which acts it needs first. */
import type { Post } from '../protocol/due.ts'
import type { ExamType } from '../protocol/exam-types.ts'
import type { CalendarDate } from '../protocol/primitives.ts'
import type { TechnicalAct } from '../protocol/technical-acts.ts'
import { addDays, addMonths } from './calendar.ts'
import { isAskedByPosts, surveillance } from './post-categories.ts'
import { isConversation } from './remote-policy.ts'

/** What a post asks: a change of it changes what is due. */
export interface PostRule extends Pick<Post, 'category' | 'examType' | 'periodMonths'> {
  readonly acts: readonly TechnicalAct[]
}

export interface ExamDoneOn {
  readonly examType: ExamType
  readonly on: CalendarDate
}

export interface ExamDue {
  readonly examType: ExamType
  /** The day of the examination before; null while none is known. */
  readonly lastOn: CalendarDate | null
  /** The last day in time. */
  readonly dueOn: CalendarDate
  /** Still to be done, before the examination or in it. */
  readonly acts: readonly TechnicalAct[]
}

/** What a worker had before: the post, and what was due by it. */
export interface DueBefore {
  readonly post: PostRule
  readonly due: ExamDue
}

/**
 * What is due at a post. An examination of the same type counts on, whatever the post was. Where no earlier one is known
 * it is due at once: nobody works at such a post unexamined because a file is missing (Code, art. I.4-26, I.4-29).
 * `begins`: they come to the work now. At a post of another category than before, its first examination is due.
 */
export function dueAtPost(
  post: PostRule,
  before: DueBefore | null,
  today: CalendarDate,
  begins = false,
): ExamDue {
  const { category, examType, periodMonths } = post
  if (begins && category !== undefined && category !== before?.post.category) {
    const { first } = surveillance[category]
    return { examType: first, lastOn: null, dueOn: today, acts: [...post.acts] }
  }
  if (before === null || !goesOn(before.due.examType, post)) {
    return { examType, lastOn: null, dueOn: today, acts: [...post.acts] }
  }
  const { lastOn, dueOn, acts } = before.due
  return {
    examType: before.due.examType,
    lastOn,
    dueOn: lastOn === null ? dueOn : addMonths(lastOn, periodMonths),
    // An act that was done stays done; one that the work asks for anew is not.
    acts: post.acts.filter((act) => acts.includes(act) || !before.post.acts.includes(act)),
  }
}

/** Whether what was due by the post before is due by this one. */
function goesOn(due: ExamType, { category, examType }: PostRule): boolean {
  return due === examType || (category !== undefined && due === surveillance[category].first)
}

/**
 * After the examination that was due the next one is, with all its acts; after one before the assignment too, since the
 * periods count from it. Any other changes nothing: a periodic one does not stand in for that before the assignment,
 * which is to be done before the work begins (Code, art. I.4-26, I.4-29).
 */
export function dueAfter(due: ExamDue, post: PostRule, done: ExamDoneOn): ExamDue {
  const counts = done.examType === due.examType || done.examType === 'pre-assignment'
  if (!counts) return due
  const dueOn = addMonths(done.on, post.periodMonths)
  return { examType: post.examType, lastOn: done.on, dueOn, acts: [...post.acts] }
}

/**
 * The acts that stand in the way of an examination on this day. What is due decides, under whichever name of those that
 * posts ask for it is planned (Code, art. I.4-26, I.4-29, I.4-30). For another that decides on fitness, as that of a
 * return to work (art. I.4-34), they do from their last day on. For a talk (art. I.4-36, I.4-37) they never do, unless it is
 * what the post asks for.
 */
export function actsDueIn(
  examType: ExamType,
  due: ExamDue | null,
  on: CalendarDate,
): readonly TechnicalAct[] {
  if (due === null) return []
  if (examType === due.examType || isAskedByPosts(examType)) return due.acts
  return !isConversation(examType) && due.dueOn <= on ? due.acts : []
}

/** Whose examination is due later than this, would come again too soon. */
export const dueWithinDays = 90

/**
 * Whether a post asks for this examination by then. Where none does, nobody knows which acts belong to it (Code, art. I.4-26,
 * I.4-29): it may be planned, since a post can be missing in our lists alone, and the planner is told.
 */
export function isNothingDue(examType: ExamType, due: ExamDue | null, on: CalendarDate): boolean {
  if (!isAskedByPosts(examType)) return false
  return due === null || due.dueOn > addDays(on, dueWithinDays)
}
