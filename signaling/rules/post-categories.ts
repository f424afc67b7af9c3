/** What the legal category of a post asks of whoever works there. */
import type { PostCategory } from '../protocol/post-categories.ts'
import type { ExamType } from '../protocol/exam-types.ts'

export interface Surveillance {
  /** Before the work begins, and then again and again. */
  readonly exams: readonly ExamType[]
  /** From one periodic examination to the next; null: each risk has its own period (annex I.4-5). */
  readonly periodMonths: number | null
}

/** Code, art. I.4-26 and I.4-29: whoever is to work at such a post. */
const exams = ['pre-assignment', 'periodic'] as const

/** What a post starts with. Its own period may be another: the physician may deviate, and annexes change. */
export const surveillance: Readonly<Record<PostCategory, Surveillance>> = {
  'safety-post': { exams, periodMonths: 24 }, // annex I.4-5, since the royal decree of 14 May 2019; a year before
  'vigilance-post': { exams, periodMonths: 24 },
  'defined-risk': { exams, periodMonths: null },
}

/** Returns the post's own period, or else its category's; null where neither is known. */
export function periodOf({
  category,
  periodMonths,
}: {
  readonly category?: PostCategory
  readonly periodMonths?: number
}): number | null {
  if (periodMonths !== undefined) return periodMonths
  return category === undefined ? null : surveillance[category].periodMonths
}
