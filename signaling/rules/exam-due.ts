/** When the next examination at a post is due, and which acts it needs first. */
import type { Post } from '../protocol/due.ts'
import type { ExamType } from '../protocol/exam-types.ts'
import type { CalendarDate } from '../protocol/primitives.ts'
import type { TechnicalAct } from '../protocol/technical-acts.ts'
import { addMonths } from './calendar.ts'
import { surveillance } from './post-categories.ts'

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
 * After an examination the next one is due, with all its acts; one of another type changes nothing, but that before the
 * assignment: the periods count from it (Code, art. I.4-26, I.4-29).
 */
export function dueAfter(due: ExamDue, post: PostRule, done: ExamDoneOn): ExamDue {
  const counts = [due.examType, post.examType, 'pre-assignment'].includes(done.examType)
  if (!counts) return due
  const dueOn = addMonths(done.on, post.periodMonths)
  return { examType: post.examType, lastOn: done.on, dueOn, acts: [...post.acts] }
}

/** The acts that stand in the way of an examination of this type: those of a post say nothing about another talk. */
export function actsDueIn(examType: ExamType, due: ExamDue | null): readonly TechnicalAct[] {
  return due?.examType === examType ? due.acts : []
}
