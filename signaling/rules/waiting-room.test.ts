import { describe, expect, test } from 'vitest'
import type { AppointmentStatus, Modality } from '../protocol/planning.ts'
import { waitingRoomState } from './waiting-room.ts'

const times = { startsAt: '2026-11-24T09:00:00.000Z', endsAt: '2026-11-24T09:15:00.000Z' } as const

function stateAt(
  time: string,
  status: AppointmentStatus = 'invited',
  modality: Modality = 'remote',
) {
  return waitingRoomState({ ...times, status, modality }, Date.parse(`2026-11-24T${time}Z`))
}

describe('the waiting room', () => {
  test.each([
    ['00:00:00.000', 'upcoming'],
    ['08:44:59.999', 'upcoming'],
    ['08:45:00.000', 'open'],
    ['09:10:00.000', 'open'],
    ['10:14:59.999', 'open'],
    ['10:15:00.000', 'over'],
  ])('at %s is %s', (time, state) => {
    expect(stateAt(time)).toBe(state)
  })

  test.each([
    ['planned', 'open'],
    ['invited', 'open'],
    ['accepted', 'open'],
    ['completed', 'over'],
    ['cancelled', 'over'],
    ['no-show', 'over'],
    ['converted', 'in-person'],
  ] as const)('of a %s appointment is %s at its hour', (status, state) => {
    expect(stateAt('09:00:00.000', status)).toBe(state)
  })

  test('says that an appointment in person is one, also long before', () => {
    expect(stateAt('00:00:00.000', 'invited', 'in-person')).toBe('in-person')
  })
})
