import { describe, expect, test } from 'vitest'
import { copySession } from './copy-week.ts'
import { defaultWorkingDays } from './working-days.ts'

const timeZone = 'Europe/Brussels'
const minute = 60_000
const workingDays = { ...defaultWorkingDays, closed: ['2026-12-24'] }
const slotAt = (instant: string) => {
  const startsAt = Date.parse(instant)
  return { startsAt, endsAt: startsAt + 20 * minute }
}
const copy = (instants: readonly string[], now = '2026-01-01T00:00Z', days = 7) =>
  copySession(instants.map(slotAt), { days, now: Date.parse(now), timeZone, workingDays })
const starts = (instants: readonly string[]) => {
  const copied = copy(instants)
  return copied.kind === 'slots'
    ? copied.slots.map(({ startsAt }) => new Date(startsAt).toISOString().slice(0, 16))
    : copied.reason
}

describe('a session is made again a week later', () => {
  test('at the same times, its breaks kept', () => {
    expect(starts(['2026-11-17T08:00Z', '2026-11-17T08:40Z'])).toEqual([
      '2026-11-24T08:00',
      '2026-11-24T08:40',
    ])
  })

  test('at the same clock time when summer time ends between the two', () => {
    expect(starts(['2026-10-21T07:00Z'])).toEqual(['2026-10-28T08:00'])
  })

  test('without the slots that the night to summer time skips', () => {
    expect(starts(['2026-03-22T00:30Z', '2026-03-22T01:30Z', '2026-03-22T02:30Z'])).toEqual([
      '2026-03-29T00:30',
      '2026-03-29T01:30',
    ])
  })
})

describe('a session is left out', () => {
  test.each([
    ['on 1 May (law of 4 January 1974, art. 4)', '2026-04-24T08:00Z'],
    ['on Easter Monday', '2026-03-30T08:00Z'],
    ['on Christmas Day', '2026-12-18T08:00Z'],
  ])('%s', (_name, instant) => {
    expect(starts([instant])).toBe('public-holiday')
  })

  test('on a day on which the service is closed', () => {
    expect(starts(['2026-12-17T08:00Z'])).toBe('closed-day')
  })

  test('once its time has begun', () => {
    const now = '2026-11-24T08:00Z'
    expect(copy(['2026-11-17T08:00Z'], now)).toEqual({ kind: 'skipped', reason: 'past' })
    expect(copy(['2026-11-17T08:20Z'], now)).toMatchObject({ kind: 'slots' })
  })
})
