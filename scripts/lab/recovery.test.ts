import { expect, test } from 'vitest'
import type { Observed } from './observed.ts'
import { concealedShare, isWell, judge, longestGap } from './recovery.ts'

const lostAt = 10_000
const backAt = 15_000
const now = 25_000

/** Arrivals every so many milliseconds, but for the stretches that are left out. */
function flow(everyMs: number, ...without: readonly (readonly [number, number])[]): number[] {
  const times = Array.from({ length: Math.ceil(now / everyMs) }, (_, index) => index * everyMs)
  return times.filter((at) => !without.some(([from, to]) => at > from && at < to))
}

const whole: Observed = {
  sound: flow(50),
  beeps: flow(1_000),
  frames: flow(50),
  said: [{ at: 0, text: '' }],
  attempts: [],
  concealment: [],
}

function judged(seen: Partial<Observed>, outage = { lostAt, backAt }) {
  return judge({ ...whole, ...seen }, outage, { now, words: (text) => text === 'lost' })
}

test('a loss that nobody noticed costs nothing', () => {
  expect(judged({})).toEqual({
    soundBackMs: 0,
    beepBackMs: 0,
    pictureBackMs: 0,
    steadyMs: 0,
    secondFreezes: 0,
    attempts: 0,
    saidMs: null,
    ended: false,
  })
})

test('sound and picture count from the network’s return', () => {
  const seen = judged({
    sound: flow(50, [lostAt, 15_400]),
    frames: flow(50, [lostAt, 15_900]),
  })
  expect(seen).toMatchObject({ soundBackMs: 400, pictureBackMs: 900, steadyMs: 900 })
})

test('a second freeze is counted, and the picture is steady after it only', () => {
  const seen = judged({ frames: flow(50, [lostAt, 15_500], [16_000, 18_000]) })
  expect(seen).toMatchObject({ pictureBackMs: 500, steadyMs: 3_000, secondFreezes: 1 })
})

test('what came back while the network was being mended is the return, and no second freeze', () => {
  const seen = judged({ frames: flow(50, [lostAt, backAt - 50]) })
  expect(seen).toMatchObject({ pictureBackMs: 0, steadyMs: 0, secondFreezes: 0 })
})

test('what is still missing is back never', () => {
  const seen = judged({ sound: flow(50, [lostAt, now]), frames: flow(50, [lostAt, now]) })
  expect(seen).toMatchObject({ soundBackMs: null, pictureBackMs: null, steadyMs: null })
})

test('a picture is not steady before three seconds without a stop', () => {
  expect(judged({ frames: flow(50, [lostAt, now - 2_000]) }).steadyMs).toBeNull()
})

test('a change that stays counts from the change itself', () => {
  const outage = { lostAt, backAt: lostAt }
  expect(judged({ sound: flow(50, [lostAt, 12_400]) }, outage).soundBackMs).toBe(2_400)
})

test('the first words about the loss are timed, and a screen that was left is told', () => {
  const seen = judged({
    said: [
      { at: 0, text: '' },
      { at: 11_200, text: 'lost' },
      { at: 16_000, text: null },
    ],
  })
  expect(seen).toMatchObject({ saidMs: 1_200, ended: true })
})

test('the share of made-up sound is that between the first and the last observation', () => {
  const concealment = [
    { at: 0, concealed: 100, total: 1_000 },
    { at: 1, concealed: 140, total: 2_000 },
  ]
  expect(concealedShare({ ...whole, concealment })).toBeCloseTo(0.04)
})

test('the longest gap counts from the beginning and up to the end', () => {
  expect(longestGap([500, 1_100, 1_200], 1_000, 2_000)).toBe(800)
  expect(longestGap([], 1_000, 2_000)).toBe(1_000)
})

test('a call is well when sound, beeps and picture came without a gap for three seconds', () => {
  expect(isWell(whole, now)).toBe(true)
  expect(isWell({ ...whole, frames: flow(50, [lostAt, now - 4_000]) }, now)).toBe(true)
  expect(isWell({ ...whole, frames: flow(50, [lostAt, now - 2_000]) }, now)).toBe(false)
  expect(isWell({ ...whole, sound: flow(50, [now - 500, now]) }, now)).toBe(false)
})

test('a page that was just loaded is not well yet', () => {
  const justNow = (times: readonly number[]) => times.filter((at) => at > now - 2_000)
  expect(isWell({ ...whole, frames: justNow(whole.frames) }, now)).toBe(false)
})
