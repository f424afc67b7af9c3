import { expect, test } from 'vitest'
import { errors, examTypes, texts as en } from '../../i18n/office/en.ts'
import { toCopySentences } from './copy-sentences.ts'

const texts = { ...en, errors, examTypes }
const skip = (reason: 'overlaps' | 'past' | 'public-holiday') => ({ sessionId: 'session', reason })

test('the copying of a week says what it made, and what it left out for each reason', () => {
  expect(
    toCopySentences(
      { made: ['a', 'b'], skipped: [skip('past'), skip('overlaps'), skip('past')] },
      texts,
    ),
  ).toEqual([
    '2 sessions are made, with free slots.',
    'Left alone: 1, since the physician or the room has a session then.',
    'Left out: 2, since that time is over.',
  ])
  expect(toCopySentences({ made: [], skipped: [] }, texts)).toEqual([
    'The week before has no sessions to copy.',
  ])
})
