import { describe, expect, test } from 'vitest'
import { appointmentStatuses, type AppointmentStatus } from '../protocol/planning.ts'
import { isOpen, step, type AppointmentEvent } from './appointment-life.ts'

const life = (status: AppointmentStatus) => ({ status, outcome: null, inPersonAskedBy: null })
const outcome = (
  outcome: 'done-by-video' | 'needs-in-person' | 'not-reached',
  workerCame = true,
): AppointmentEvent => ({ type: 'record-outcome', outcome, workerCame })

const events: [string, AppointmentEvent, Partial<Record<AppointmentStatus, AppointmentStatus>>][] =
  [
    [
      'invite',
      { type: 'invite' },
      { planned: 'invited', invited: 'invited', accepted: 'accepted' },
    ],
    ['accept', { type: 'accept' }, { invited: 'accepted', accepted: 'accepted' }],
    ['prefer in person', { type: 'prefer-in-person' }, all('converted')],
    ['plan in person', { type: 'plan-in-person' }, all('converted')],
    ['cancel', { type: 'cancel' }, all('cancelled')],
    ['done by video', outcome('done-by-video'), all('completed')],
    ['needs in person', outcome('needs-in-person'), all('converted')],
    ['not reached, never came', outcome('not-reached', false), all('no-show')],
    ['not reached, was there', outcome('not-reached', true), all('cancelled')],
  ]

function all(status: AppointmentStatus) {
  return { planned: status, invited: status, accepted: status }
}

describe('each event in each status', () => {
  const cells = events.flatMap(([name, event, expected]) =>
    appointmentStatuses.map(
      (status) => [name, status, expected[status] ?? 'refused', event] as const,
    ),
  )
  test.each(cells)('%s when %s: %s', (_, status, expected, event) => {
    const result = step(life(status), event)
    expect(result.ok ? result.life.status : 'refused').toBe(expected)
  })
})

test('a technical failure is never a no-show', () => {
  expect(step(life('accepted'), outcome('not-reached', true))).toMatchObject({
    life: { status: 'cancelled', outcome: 'not-reached' },
  })
})

test('who asked for a visit in person is kept', () => {
  expect(step(life('invited'), { type: 'prefer-in-person' })).toMatchObject({
    life: { inPersonAskedBy: 'worker' },
  })
  expect(step(life('invited'), { type: 'plan-in-person' })).toMatchObject({
    life: { inPersonAskedBy: 'planner' },
  })
  expect(step(life('invited'), outcome('needs-in-person'))).toMatchObject({
    life: { inPersonAskedBy: 'physician', outcome: 'needs-in-person' },
  })
})

test('what is over stays over', () => {
  expect(appointmentStatuses.filter(isOpen)).toEqual(['planned', 'invited', 'accepted'])
})
