/** What the legal category of a post asks of whoever works there: which examinations, and how often. */
import type { ExamType } from '../protocol/exam-types.ts'
import type { PostCategory } from '../protocol/post-categories.ts'

export interface Surveillance {
  /** Before the work begins. */
  readonly first: ExamType
  /** Again and again. */
  readonly recurring: ExamType
}

/** Whoever is to work at such a post, and whoever does: Code, art. I.4-26 and I.4-29. */
export const surveillance: Readonly<Record<PostCategory, Surveillance>> = {
  'safety-post': { first: 'pre-assignment', recurring: 'periodic' },
  'vigilance-post': { first: 'pre-assignment', recurring: 'periodic' },
  'defined-risk': { first: 'pre-assignment', recurring: 'periodic' },
}

/** Whether it is one of those that the categories ask for: the one may be taken for the other. */
export function isAskedByPosts(examType: ExamType): boolean {
  return Object.values(surveillance).some(
    ({ first, recurring }) => examType === first || examType === recurring,
  )
}

/**
 * Months from one periodic examination to the next, by category, as the service sets them: annex I.4-5 names a period for
 * each risk, physicians may deviate, and annexes change. None: each post names its own.
 */
export type PostPeriods = { readonly [category in PostCategory]?: number }

interface CategoryPost {
  readonly category?: PostCategory
  readonly examType?: ExamType
  readonly periodMonths?: number
}

/** Returns the post's own period, or else its category's; null where neither is known. */
export function periodOf(
  { category, periodMonths }: CategoryPost,
  periods: PostPeriods,
): number | null {
  if (periodMonths !== undefined) return periodMonths
  return category === undefined ? null : (periods[category] ?? null)
}

/** Returns the post's own type of examination, or else what its category asks for; null where neither is known. */
export function recurringExamOf({ category, examType }: CategoryPost): ExamType | null {
  if (examType !== undefined) return examType
  return category === undefined ? null : surveillance[category].recurring
}
