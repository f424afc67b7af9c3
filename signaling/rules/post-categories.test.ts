import { expect, test } from 'vitest'
import { postCategories } from '../protocol/post-categories.ts'
import { periodOf, surveillance } from './post-categories.ts'

test.each(postCategories)(
  'a %s asks for an examination before the work begins, and then again (Code, art. I.4-26, I.4-29)',
  (category) => {
    expect(surveillance[category].exams).toEqual(['pre-assignment', 'periodic'])
  },
)

test.each([
  ['the post’s own, whatever the category', { category: 'safety-post', periodMonths: 12 }, 12],
  ['two years at a safety post (annex I.4-5)', { category: 'safety-post' }, 24],
  ['not known where each risk has its own', { category: 'defined-risk' }, null],
  ['not known without a category', {}, null],
] as const)('the period is %s', (_name, post, months) => {
  expect(periodOf(post)).toBe(months)
})
