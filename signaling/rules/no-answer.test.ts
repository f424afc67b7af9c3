import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { comingMs, judgeAbsence, type Awaited, type Host } from './no-answer.ts'

const minute = 60_000
const at = (clock: string) => Date.parse(`2026-11-24T${clock}:00Z`)
const sevenMinutes = 7 * minute

/** Invited for 09:00 to 09:20, days ago; the physician has been there since 08:45. */
const awaited: Awaited = {
  startsAt: at('09:00'),
  endsAt: at('09:20'),
  expectedAt: null,
  touchedAt: at('00:00'),
  came: false,
  told: true,
}
const host: Host = {
  freeSince: at('08:45'),
  turnAt: at('09:00'),
  knowsSince: at('00:00'),
}

describe('somebody who was asked for 09:00 and is not there', () => {
  test.each([
    ['before their time', '08:59', {}, {}, 'waiting'],
    ['at their time', '09:00', {}, {}, 'waiting'],
    ['a minute too early', '09:06', {}, {}, 'waiting'],
    ['after seven minutes', '09:07', {}, {}, 'no-answer'],
    ['when their time is over', '09:20', {}, {}, 'needless'],
    ['whose page was seen', '09:07', { came: true }, {}, 'needless'],
    ['who may not know of it', '09:07', { told: false }, {}, 'waiting'],
    ['who was told that it is 09:10 now', '09:16', { expectedAt: at('09:10') }, {}, 'waiting'],
    ['… seven minutes after that', '09:17', { expectedAt: at('09:10') }, {}, 'no-answer'],
    ['who took this time at 08:55', '09:11', { touchedAt: at('08:55') }, {}, 'waiting'],
    ['… with ten minutes to come', '09:12', { touchedAt: at('08:55') }, {}, 'no-answer'],
    ['whose physician is not there, or busy', '09:19', {}, { freeSince: null }, 'waiting'],
    ['whose physician came at 09:05', '09:11', {}, { freeSince: at('09:05') }, 'waiting'],
    ['… seven minutes after that', '09:12', {}, { freeSince: at('09:05') }, 'no-answer'],
    ['behind somebody who waits', '09:19', {}, { turnAt: at('09:30') }, 'waiting'],
    ['while the server was away', '09:06', {}, { knowsSince: at('09:05') }, 'needless'],
    ['… however long it has been back', '09:19', {}, { knowsSince: at('09:05') }, 'needless'],
    ['with the server back just in time', '09:07', {}, { knowsSince: at('09:00') }, 'no-answer'],
  ] as const)('%s, at %s', (_who, now, person, side, verdict) => {
    const found = judgeAbsence(
      { ...awaited, ...person },
      { ...host, ...side },
      at(now),
      sevenMinutes,
    )
    expect(found).toBe(verdict)
  })

  test('is never given up by the clock where the service does not want that', () => {
    expect(judgeAbsence(awaited, host, at('09:19'), null)).toBe('needless')
  })
})

describe('whatever the day is like', () => {
  const moment = fc.integer({ min: at('08:00'), max: at('10:00') })
  const anyAwaited = fc.record({
    startsAt: moment,
    endsAt: moment,
    expectedAt: fc.option(moment),
    touchedAt: moment,
    came: fc.boolean(),
    told: fc.boolean(),
  })
  const anyHost = fc.record({
    freeSince: fc.option(moment),
    turnAt: moment,
    knowsSince: moment,
  })
  const anyWait = fc.integer({ min: 1, max: 30 }).map((minutes) => minutes * minute)
  const always = (
    check: (awaited: Awaited, host: Host, now: number, waitMs: number) => void | boolean,
  ) => fc.assert(fc.property(anyAwaited, anyHost, moment, anyWait, check), { numRuns: 500 })

  test('nobody who came, or may not know of it, is given up', () => {
    always((person, side, now, waitMs) => {
      if (judgeAbsence(person, side, now, waitMs) !== 'no-answer') return
      expect([person.came, person.told]).toEqual([false, true])
    })
  })

  test('a physician was free for them all the while: who is late makes nobody a no-show', () => {
    always((person, side, now, waitMs) => {
      if (judgeAbsence(person, side, now, waitMs) !== 'no-answer') return
      expect(now - (side.freeSince ?? now)).toBeGreaterThanOrEqual(waitMs)
      expect(side.turnAt).toBeLessThanOrEqual(now)
      expect(side.knowsSince).toBeLessThanOrEqual(person.startsAt)
    })
  })

  test('they had the whole time since they were expected, and since they last heard of it', () => {
    always((person, side, now, waitMs) => {
      if (judgeAbsence(person, side, now, waitMs) !== 'no-answer') return
      const expected = Math.max(person.startsAt, person.expectedAt ?? 0)
      expect(now - expected).toBeGreaterThanOrEqual(waitMs)
      expect(now - person.touchedAt).toBeGreaterThanOrEqual(waitMs + comingMs)
      expect(now).toBeLessThan(person.endsAt)
    })
  })

  test('who is given up stays so while their time lasts, where nothing changes', () => {
    always((person, side, now, waitMs) => {
      if (judgeAbsence(person, side, now, waitMs) !== 'no-answer') return
      const later = now + minute
      const expected = later < person.endsAt ? 'no-answer' : 'needless'
      expect(judgeAbsence(person, side, later, waitMs)).toBe(expected)
    })
  })
})
