import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { examTypes } from '../protocol/exam-types.ts'
import { addDays } from './calendar.ts'
import { byClock, createClockReader, defaultTerms, dueOn, readClock } from './legal-clocks.ts'
import { defaultWorkingDays } from './working-days.ts'

describe('the due date', () => {
  test.each([
    [
      'art. I.4-37: a spontaneous consultation within 10 working days of the request',
      'spontaneous',
    ],
    [
      'art. I.4-36: a visit before resumption within 10 working days of the request',
      'pre-resumption',
    ],
    [
      'art. I.4-34: a return-to-work examination within 10 working days of the resumption',
      'return-to-work',
    ],
  ] as const)('%s', (_name, examType) => {
    expect(dueOn(examType, '2026-11-23', defaultTerms, defaultWorkingDays)).toBe('2026-12-04')
  })

  test.each(examTypes.filter((type) => !(type in defaultTerms)))(
    'of %s is no number of working days in the law',
    (examType) => {
      expect(dueOn(examType, '2026-11-23', defaultTerms, defaultWorkingDays)).toBeNull()
    },
  )

  test('follows the term that the service sets', () => {
    const terms = { 'pre-resumption': { workingDays: 5, from: 'request' } } as const
    expect(dueOn('pre-resumption', '2026-11-23', terms, defaultWorkingDays)).toBe('2026-11-28')
    expect(dueOn('spontaneous', '2026-11-23', terms, defaultWorkingDays)).toBeNull()
  })
})

describe('the clock of a request that is due on Friday 4 December', () => {
  test.each([
    ['2026-11-23', 10, 'green'],
    ['2026-11-29', 5, 'green'],
    ['2026-11-30', 4, 'amber'],
    ['2026-12-02', 2, 'amber'],
    ['2026-12-03', 1, 'red'],
    ['2026-12-04', 0, 'red'],
    ['2026-12-05', -1, 'red'],
    ['2026-12-06', -1, 'red'],
    ['2026-12-08', -3, 'red'],
  ] as const)('on %s: %d working days left, %s', (today, workingDaysLeft, light) => {
    expect(readClock('2026-12-04', today, defaultWorkingDays)).toEqual({
      dueOn: '2026-12-04',
      workingDaysLeft,
      light,
    })
  })

  test('is red at once on the Sunday after a Saturday on which it ended', () => {
    expect(readClock('2026-12-05', '2026-12-06', defaultWorkingDays).workingDaysLeft).toBe(-1)
  })
})

test('a list begins with the nearest end; without a term, with who asked first', () => {
  const requests = [
    { dueOn: null, askedAt: '2026-11-20T08:00:00Z' },
    { dueOn: '2026-12-04', askedAt: '2026-11-23T09:00:00Z' },
    { dueOn: null, askedAt: '2026-11-19T08:00:00Z' },
    { dueOn: '2026-11-27', askedAt: '2026-11-16T09:00:00Z' },
    { dueOn: '2026-12-04', askedAt: '2026-11-23T08:00:00Z' },
  ]
  expect(requests.toSorted(byClock).map(({ askedAt }) => askedAt.slice(8, 13))).toEqual([
    '16T09',
    '23T08',
    '23T09',
    '19T08',
    '20T08',
  ])
})

describe('many clocks read on one day', () => {
  const dayIn = (days: number) => addDays('2026-11-24', days)

  test('are each what one is, in whatever order they are read', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -60, max: 400 }), { maxLength: 8 }), (offsets) => {
        const read = createClockReader('2026-11-24', defaultWorkingDays)
        for (const due of offsets.map(dayIn)) {
          expect(read(due)).toEqual(readClock(due, '2026-11-24', defaultWorkingDays))
        }
      }),
      { numRuns: 30 },
    )
  })
})
