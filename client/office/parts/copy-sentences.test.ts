import { expect, test } from 'vitest'
import type { SessionSkipped } from '../../../signaling/protocol/planning.ts'
import { createFormat } from '../../i18n/format.ts'
import { errors, examTypes, texts as en } from '../../i18n/office/en.ts'
import { toCopySentences } from './copy-sentences.ts'

const texts = { ...en, errors, examTypes }
const format = createFormat('en', 'Europe/Brussels')
const skip = (reason: SessionSkipped['reason'], on = '2026-12-25') => ({
  sessionId: 'session',
  on,
  reason,
})

test('the copying of a week says what it made, and what it left out for each reason', () => {
  expect(
    toCopySentences(
      { made: ['a', 'b'], skipped: [skip('past'), skip('overlaps'), skip('past')] },
      texts,
      format,
    ),
  ).toEqual([
    '2 sessions are made, with free slots.',
    'Left alone: 1, since the physician or the room has a session then.',
    'Left out: 2, since that time is over.',
  ])
  expect(toCopySentences({ made: [], skipped: [] }, texts, format)).toEqual([
    'The week before has no sessions to copy.',
  ])
})

test('what falls on a day off is left out with its days, each once', () => {
  const days = ['2026-12-25', '2026-12-25'].map((on) => skip('public-holiday', on))
  expect(
    toCopySentences(
      { made: [], skipped: [...days, skip('closed-day', '2026-12-24')] },
      texts,
      format,
    ),
  ).toEqual([
    '0 sessions are made, with free slots.',
    `Left out: 2, on a public holiday (${format.date('2026-12-25')}).`,
    `Left out: 1, on a day on which the service is closed (${format.date('2026-12-24')}).`,
  ])
})
