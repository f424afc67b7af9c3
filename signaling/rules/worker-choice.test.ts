import { expect, test } from 'vitest'
import { appointmentStatuses } from '../protocol/planning.ts'
import { mayChoose } from './worker-choice.ts'

const startsAt = Date.parse('2026-11-24T08:30:00Z')
const day = { count: 1, unit: 'days' } as const
const may = (status: (typeof appointmentStatuses)[number], now: string, cutOff = day) =>
  mayChoose({ status, startsAt }, Date.parse(now), cutOff, 'Europe/Brussels')

test('whoever was invited may choose until the cut-off, and no longer', () => {
  expect(may('invited', '2026-11-23T08:29:59Z')).toBe(true)
  expect(may('invited', '2026-11-23T08:30:00Z')).toBe(false)
  expect(may('accepted', '2026-11-10T08:30:00Z')).toBe(true)
})

test.each(appointmentStatuses.filter((status) => status !== 'invited' && status !== 'accepted'))(
  'of an appointment that is %s nothing is left to choose',
  (status) => expect(may(status, '2026-11-10T08:30:00Z')).toBe(false),
)

test('the service sets the cut-off', () => {
  const hours = { count: 2, unit: 'hours' } as const
  const at = (now: string) =>
    mayChoose({ status: 'invited', startsAt }, Date.parse(now), hours, 'Europe/Brussels')
  expect(at('2026-11-24T06:29:00Z')).toBe(true)
  expect(at('2026-11-24T06:30:00Z')).toBe(false)
})
