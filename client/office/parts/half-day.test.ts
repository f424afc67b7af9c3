import { describe, expect, test } from 'vitest'
import { texts as en } from '../../i18n/office/en.ts'
import { errors, examTypes } from '../../i18n/office/en.ts'
import type { Values } from './field.ts'
import { checkHalfDay, countSlots, toBreaks } from './half-day.ts'

const texts = { ...en, errors, examTypes }
const morning = { date: '2026-11-24', from: '09:00', until: '12:00', slotMinutes: '20' }
const zone = 'Europe/Brussels'

test.each<[string, Values, number]>([
  ['without a break', {}, 9],
  ['with a break', { breakFrom: '10:20', breakUntil: '10:40' }, 8],
  ['with a break that leaves a rest before it', { breakFrom: '10:30', breakUntil: '10:40' }, 8],
  ['while a break is being typed', { breakFrom: '10:20' }, 9],
  ['without an end', { until: '' }, 0],
])('a morning %s', (_name, change, slots) => {
  expect(countSlots({ ...morning, ...change }, zone)).toBe(slots)
})

describe('what is wrong is said at its field', () => {
  test.each<[string, Values, string | undefined]>([
    ['nothing', { breakFrom: '10:20', breakUntil: '10:40' }, undefined],
    ['a break without an end', { breakFrom: '10:20' }, 'breakUntil'],
    ['a second break without a beginning', { secondBreakUntil: '10:20' }, 'secondBreakFrom'],
    ['a break after the end', { breakFrom: '12:00', breakUntil: '12:30' }, 'breakFrom'],
    ['an end before the beginning', { until: '08:00' }, 'until'],
    ['no room for one slot', { until: '09:10' }, 'slotMinutes'],
  ])('%s', (_name, change, field) => {
    expect(Object.keys(checkHalfDay({ ...morning, ...change }, zone, texts))[0]).toBe(field)
  })
})

test('a break is sent once both its times are there', () => {
  expect(toBreaks({ breakFrom: '10:20', breakUntil: '10:40', secondBreakFrom: '11:20' })).toEqual([
    { from: '10:20', until: '10:40' },
  ])
})
