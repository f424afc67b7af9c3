import { describe, expect, test } from 'vitest'
import { cutSlots } from './slots.ts'

const cut = (date: string, from: string, until: string, slotMinutes: number) =>
  cutSlots({ date, from, until, slotMinutes }, 'Europe/Brussels')

function starts(date: string, from: string, until: string, slotMinutes: number): string[] {
  const result = cut(date, from, until, slotMinutes)
  if (!result.ok) throw new Error(result.field)
  return result.slots.map((slot) => new Date(slot.startsAt).toISOString().slice(11, 16))
}

describe('a half day is cut into slots', () => {
  test('that touch and fill it', () => {
    const result = cut('2026-11-24', '09:00', '10:00', 20)
    expect(result).toEqual({
      ok: true,
      slots: [
        { startsAt: Date.parse('2026-11-24T08:00Z'), endsAt: Date.parse('2026-11-24T08:20Z') },
        { startsAt: Date.parse('2026-11-24T08:20Z'), endsAt: Date.parse('2026-11-24T08:40Z') },
        { startsAt: Date.parse('2026-11-24T08:40Z'), endsAt: Date.parse('2026-11-24T09:00Z') },
      ],
    })
  })

  test('of whole length only', () => {
    expect(starts('2026-11-24', '09:00', '09:50', 20)).toEqual(['08:00', '08:20'])
  })

  test('in the night to summer time, of real minutes', () => {
    expect(starts('2026-03-29', '01:30', '03:30', 15)).toEqual(['00:30', '00:45', '01:00', '01:15'])
  })

  test('in the night to winter time, through the hour that comes twice', () => {
    expect(starts('2026-10-25', '01:30', '03:30', 30)).toEqual([
      '23:30',
      '00:00',
      '00:30',
      '01:00',
      '01:30',
      '02:00',
    ])
  })

  test('on a leap day', () => {
    expect(starts('2028-02-29', '09:00', '09:10', 5)).toEqual(['08:00', '08:05'])
  })
})

describe('a break', () => {
  const around = (...breaks: readonly { from: string; until: string }[]) => {
    const half = { date: '2026-11-24', from: '09:00', until: '11:00', slotMinutes: 20, breaks }
    const result = cutSlots(half, 'Europe/Brussels')
    return result.ok
      ? result.slots.map((slot) => new Date(slot.startsAt).toISOString().slice(11, 16))
      : result.field
  }

  test('has no slot in it, and the rest before it is left free', () => {
    expect(around({ from: '09:30', until: '09:50' })).toEqual(['08:00', '08:50', '09:10', '09:30'])
  })

  test('may touch or overlap another, in whatever order they are told', () => {
    const both = [
      { from: '10:00', until: '10:20' },
      { from: '09:40', until: '10:10' },
    ]
    expect(around(...both)).toEqual(['08:00', '08:20', '09:20', '09:40'])
  })

  test.each([
    ['without length', { from: '10:00', until: '10:00' }],
    ['that ends before it begins', { from: '10:00', until: '09:30' }],
    ['before the half day', { from: '08:30', until: '09:10' }],
    ['after it', { from: '10:50', until: '11:10' }],
  ])('%s is refused', (_name, wrong) => {
    expect(around(wrong)).toBe('breaks')
  })

  test('that takes everything leaves no slot', () => {
    expect(around({ from: '09:00', until: '11:00' })).toBe('slotMinutes')
  })
})

describe('a half day is refused, its field named', () => {
  test.each([
    ['date', '2026-02-29', '09:00', '12:00', 15],
    ['from', '2026-03-29', '02:15', '04:00', 15],
    ['until', '2026-03-29', '01:00', '02:30', 15],
    ['until', '2026-11-24', '12:00', '09:00', 15],
    ['until', '2026-11-24', '09:00', '09:00', 15],
    ['slotMinutes', '2026-11-24', '09:00', '09:10', 15],
    ['slotMinutes', '2026-11-24', '00:00', '23:59', 5],
  ])('%s of %s %s-%s by %i', (field, date, from, until, minutes) => {
    expect(cut(date, from, until, minutes)).toEqual({ ok: false, field })
  })
})
