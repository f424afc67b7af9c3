import { describe, expect, test } from 'vitest'
import type { ConsultationView } from '../../signaling/protocol/consultation.ts'
import { arrivalsOf, canBeRung, isOutOfOrder, nextToCall, rowsOf } from './queue.ts'
import {
  absent,
  here,
  sampleDay,
  sampleInstant,
  sampleNow,
  sampleRow,
  sampleView,
  viewsOf,
} from './samples.ts'

const anna = sampleRow('Anna Peeters', 0)
const marc = sampleRow('Marc Dubois', 20)
const yusuf = sampleRow('Yusuf Demir', 40)
const rows = [anna, marc, yusuf]

const endedCall: ConsultationView['call'] = {
  phase: 'ended',
  id: 'sample-call-0001',
  endedAt: sampleInstant(0),
  reason: 'physician-ended',
}

type Change = Parameters<typeof sampleView>[1]

function viewsFor(a: Change, m: Change, y: Change) {
  return viewsOf(sampleView(anna, a), sampleView(marc, m), sampleView(yusuf, y))
}

test('rows stand by their hour, whatever session they are in', () => {
  const day = sampleDay([yusuf, anna])
  const both = { ...day, sessions: [...day.sessions, ...sampleDay([marc]).sessions] }
  expect(rowsOf(both)).toEqual([anna, marc, yusuf])
})

describe('next to call is', () => {
  test.each<[string, [Change, Change, Change], object | null]>([
    ['the earliest who is ready', [{}, { presence: here(1) }, { presence: here(9) }], marc],
    [
      'nobody when nobody is ready',
      [{}, { presence: here(1, { readiness: 'unchecked' }) }, {}],
      null,
    ],
    [
      'somebody with sound only',
      [{ presence: here(1, { readiness: 'sound-only' }) }, {}, {}],
      anna,
    ],
    ['nobody who is blocked', [{ presence: here(1, { readiness: 'blocked' }) }, {}, {}], null],
    [
      'whose page is in front rather than an earlier one behind',
      [{ presence: here(1, { visible: false }) }, { presence: here(1) }, {}],
      marc,
    ],
    [
      'a page behind when there is no other',
      [{ presence: here(1, { visible: false }) }, {}, {}],
      anna,
    ],
    [
      'not who asked two minutes',
      [{ presence: here(5), deferredUntil: sampleInstant(1) }, { presence: here(1) }, {}],
      marc,
    ],
    [
      'not whose appointment is over',
      [{ presence: here(5), over: true }, { presence: here(1) }, {}],
      marc,
    ],
    [
      'not who was talked to',
      [{ presence: here(5), call: endedCall }, { presence: here(1) }, {}],
      marc,
    ],
  ])('%s', (_case, [a, m, y], expected) => {
    expect(nextToCall(rows, viewsFor(a, m, y), sampleNow)).toEqual(expected)
  })

  test('not the one who is being saved', () => {
    const views = viewsFor({ presence: here(1) }, { presence: here(1) }, {})
    expect(nextToCall(rows, views, sampleNow, anna.appointmentId)).toEqual(marc)
  })

  test('nobody on an empty day', () => {
    expect(nextToCall([], new Map(), sampleNow)).toBeNull()
  })
})

test('somebody who has not checked the camera can be rung all the same', () => {
  const view = sampleView(anna, { presence: here(1, { readiness: 'unchecked' }) })
  expect(canBeRung(anna, view)).toBe(true)
  expect(canBeRung(anna, sampleView(anna, { presence: absent }))).toBe(false)
  expect(canBeRung({ ...anna, status: 'completed' }, view)).toBe(false)
})

test('out of order is who is ready before an earlier person who is not', () => {
  const views = viewsFor({}, { presence: here(1) }, {})
  expect(isOutOfOrder(marc, rows, views, sampleNow)).toBe(true)
  expect(isOutOfOrder(anna, rows, views, sampleNow)).toBe(false)
  const afterThisCall = viewsFor({ call: endedCall }, { presence: here(1) }, {})
  expect(isOutOfOrder(marc, rows, afterThisCall, sampleNow)).toBe(false)
  const inTurn = viewsFor({ over: true }, { presence: here(1) }, {})
  expect(isOutOfOrder(marc, rows, inTurn, sampleNow)).toBe(false)
})

describe('an arrival', () => {
  const ready = viewsFor({}, { presence: here(0) }, {})

  test('is announced once', () => {
    const first = arrivalsOf(new Set(), rows, ready, sampleNow)
    expect(first.arrived).toEqual([marc])
    expect(arrivalsOf(first.announced, rows, ready, sampleNow).arrived).toEqual([])
  })

  test('is not announced before camera or microphone were checked', () => {
    const views = viewsFor({}, { presence: here(0, { readiness: 'unchecked' }) }, {})
    expect(arrivalsOf(new Set(), rows, views, sampleNow).arrived).toEqual([])
  })

  test('is not made by a page that was away for a moment', () => {
    const { announced } = arrivalsOf(new Set(), rows, ready, sampleNow)
    const away = viewsFor({}, { presence: { kind: 'away', since: sampleInstant(0) } }, {})
    const blink = arrivalsOf(announced, rows, away, sampleNow)
    expect(arrivalsOf(blink.announced, rows, ready, sampleNow).arrived).toEqual([])
  })

  test('is announced again after the person was gone', () => {
    const { announced } = arrivalsOf(new Set(), rows, ready, sampleNow)
    const gone = arrivalsOf(announced, rows, viewsFor({}, {}, {}), sampleNow)
    expect(arrivalsOf(gone.announced, rows, ready, sampleNow).arrived).toEqual([marc])
  })
})
