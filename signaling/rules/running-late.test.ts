import { describe, expect, test } from 'vitest'
import {
  expectedStarts,
  lateNotice,
  type Planned,
  type Progress,
  type Told,
} from './running-late.ts'

const at = (clock: string) => Date.parse(`2026-11-24T${clock}:00Z`)
const clockOf = (moment: number) => new Date(moment).toISOString().slice(11, 16)
const minute = 60_000

const planned = (start: string, progress: Progress = { kind: 'to-come' }): Planned => ({
  appointmentId: start,
  startsAt: at(start),
  endsAt: at(start) + 20 * minute,
  progress,
})
const starts = (appointments: Planned[], now: string) =>
  expectedStarts(appointments, at(now)).map(
    (each) => `${each.appointmentId} at ${clockOf(each.startsAt)}`,
  )

describe('who comes next is expected', () => {
  test('at their own time, never before it', () => {
    const early = [planned('09:00', { kind: 'over' }), planned('09:20'), planned('09:40')]
    expect(starts(early, '09:05')).toEqual(['09:20 at 09:20', '09:40 at 09:40'])
  })

  test('after the call that goes on, and everyone after them as much later', () => {
    const late = [
      planned('09:00', { kind: 'in-call', since: at('09:12') }),
      planned('09:20'),
      planned('09:40'),
    ]
    expect(starts(late, '09:25')).toEqual(['09:20 at 09:32', '09:40 at 09:52'])
  })

  test('at once where the call takes longer than planned: it may end at any moment', () => {
    const longer = [planned('09:00', { kind: 'in-call', since: at('09:00') }), planned('09:20')]
    expect(starts(longer, '09:35')).toEqual(['09:20 at 09:35'])
  })

  test('earlier again after a break', () => {
    const late = [
      planned('09:00', { kind: 'in-call', since: at('09:15') }),
      planned('09:20'),
      planned('10:00'),
    ]
    expect(starts(late, '09:20')).toEqual(['09:20 at 09:35', '10:00 at 10:00'])
  })

  test('after the call that goes on, though its own turn comes later', () => {
    const swapped = [
      planned('09:00'),
      planned('09:20', { kind: 'in-call', since: at('09:15') }),
      planned('09:40'),
    ]
    expect(starts(swapped, '09:25')).toEqual(['09:00 at 09:35', '09:40 at 09:55'])
  })

  test('now, where nobody was called yet and their time has come', () => {
    expect(starts([planned('09:00'), planned('09:20')], '09:10')).toEqual([
      '09:00 at 09:10',
      '09:20 at 09:30',
    ])
  })
})

describe('who is not there yet is told', () => {
  const expected = (startsAt: string, lateMinutes: number) => ({
    appointmentId: 'An',
    startsAt: at(startsAt),
    lateMs: lateMinutes * minute,
  })
  const none: Told = { kind: 'none' }
  const late = (minutes: number): Told => ({ kind: 'late', lateMs: minutes * minute })
  test.each([
    ['nothing of ten minutes', expected('09:30', 10), none, '09:00', 'none'],
    ['of fifteen', expected('09:35', 15), none, '09:00', 'late'],
    ['not again when it is twenty', expected('09:40', 20), late(15), '09:00', 'none'],
    ['again when it is twenty-five', expected('09:45', 25), late(15), '09:00', 'late'],
    ['again when it became short', expected('09:25', 5), late(30), '09:00', 'late'],
    ['to come now, ten minutes before', expected('09:45', 25), late(25), '09:35', 'come-now'],
    ['that once', expected('09:46', 26), { kind: 'come-now' }, '09:36', 'none'],
    ['nothing then, who was told of no delay', expected('09:30', 10), none, '09:20', 'none'],
  ] as const)('%s', (_name, next, told, now, notice) => {
    expect(lateNotice(next, told, at(now))).toBe(notice)
  })
})
