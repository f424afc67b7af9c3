import { expect, test } from 'vitest'
import { examTypes } from '../protocol/exam-types.ts'
import { postCategories } from '../protocol/post-categories.ts'
import { isAskedByPosts, periodOf, recurringExamOf, surveillance } from './post-categories.ts'

test.each(postCategories)(
  'a %s asks for an examination before the work begins, and then again (Code, art. I.4-26, I.4-29)',
  (category) => {
    expect(surveillance[category]).toEqual({ first: 'pre-assignment', recurring: 'periodic' })
    expect(recurringExamOf({ category })).toBe('periodic')
    expect(recurringExamOf({ category, examType: 'prolonged' })).toBe('prolonged')
  },
)

test('posts ask for an examination before the work and again in it, and for no other (Code, art. I.4-26, I.4-29)', () => {
  expect(examTypes.filter(isAskedByPosts)).toEqual(['pre-assignment', 'periodic'])
})

test('without a category a post names its examination itself', () => {
  expect(recurringExamOf({})).toBeNull()
})

const periods = { 'safety-post': 24, 'vigilance-post': 36 }
test.each([
  ['the post’s own, whatever the category', { category: 'safety-post', periodMonths: 12 }, 12],
  ['that of a safety post, as the service set it (annex I.4-5)', { category: 'safety-post' }, 24],
  ['that of a vigilance post, as the service set it', { category: 'vigilance-post' }, 36],
  ['not known where the service set none', { category: 'defined-risk' }, null],
  ['not known without a category', {}, null],
] as const)('the period is %s', (_name, post, months) => {
  expect(periodOf(post, periods)).toBe(months)
})
