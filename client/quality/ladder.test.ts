import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { depth, rungs, step, top, type Conditions, type Rung, type Standing } from './ladder.ts'

const clean: Conditions = { availableKbps: 4082, roundTripMs: 1, lossOut: 0, concealed: 0 }
const dead: Conditions = { availableKbps: 60, roundTripMs: 1400, lossOut: 0.3, concealed: 0.4 }

/** Second by second; returns the rung of each. */
function walk(
  from: Standing,
  seconds: number,
  conditions: (rung: Rung) => Conditions,
  needsPicture = false,
): { readonly seen: readonly Rung[]; readonly end: Standing } {
  const seen: Rung[] = []
  let standing = from
  for (let second = 0; second < seconds; second += 1) {
    standing = step(standing, conditions(standing.rung), 1000, needsPicture)
    seen.push(standing.rung)
  }
  return { seen, end: standing }
}

function changesOf(seen: readonly Rung[]): number {
  return seen.filter((rung, index) => index > 0 && rung !== seen[index - 1]).length
}

function after(seconds: number, conditions: Partial<Conditions>, needsPicture = false): Rung {
  return walk(top, seconds, () => ({ ...clean, ...conditions }), needsPicture).end.rung
}

describe('the ladder, on lines that were measured', () => {
  test.each<[string, Partial<Conditions>, Rung]>([
    ['a clean line', {}, 'full'],
    ['5 % loss both ways', { lossOut: 0.05 }, 'full'],
    ['10 % loss', { lossOut: 0.1, availableKbps: 1776, roundTripMs: 2 }, 'full'],
    ['20 % loss', { lossOut: 0.2, availableKbps: 396 }, 'smaller'],
    ['1000 kbit/s', { availableKbps: 2055, roundTripMs: 2 }, 'full'],
    ['500 kbit/s', { availableKbps: 535, roundTripMs: 33 }, 'full'],
    ['300 kbit/s', { availableKbps: 320, roundTripMs: 46 }, 'smaller'],
    ['150 kbit/s', { availableKbps: 153, roundTripMs: 70 }, 'slower'],
    ['a line 100 ms away', { roundTripMs: 100 }, 'full'],
    ['a browser that estimates nothing', { availableKbps: null }, 'full'],
  ])('%s', (_line, conditions, rung) => {
    expect(after(14, conditions)).toBe(rung)
  })

  test('at 80 kbit/s, where the picture delays the sound, stops the picture within four seconds', () => {
    const at80 = { availableKbps: 84, roundTripMs: 1353, lossOut: 0.13, concealed: 0.08 }
    expect(after(4, at80)).toBe('still')
    expect(after(14, at80)).toBe('sound-only')
  })

  test('stops the picture when the round trip passes 500 ms, and not for a single slow second', () => {
    expect(after(4, { roundTripMs: 510 })).toBe('still')
    expect(after(60, { roundTripMs: 490 })).toBe('full')
    const blink = walk(top, 1, () => ({ ...clean, roundTripMs: 900 }))
    expect(walk(blink.end, 10, () => clean).end.rung).toBe('full')
  })

  test('stops the picture at 30 % loss: the sound needs every packet', () => {
    expect(after(4, { lossOut: 0.3 })).toBe('still')
  })

  test('does not take the first seconds of an estimate for the line', () => {
    expect(after(7, { availableKbps: 100 })).toBe('full')
  })

  test('keeps a picture still for eight seconds at most, then shows none', () => {
    const { seen } = walk(top, 30, () => ({ ...clean, roundTripMs: 1200 }))
    expect(seen.filter((rung) => rung === 'still')).toHaveLength(8)
  })

  test('advises the telephone when even the sound alone is bad for ten seconds', () => {
    const { seen, end } = walk(top, 40, () => dead)
    expect(end.rung).toBe('phone')
    expect(seen.filter((rung) => rung === 'sound-only').length).toBeGreaterThanOrEqual(9)
    expect(walk(end, 40, () => clean).end.rung).not.toBe('phone')
  })

  test('says why', () => {
    expect(walk(top, 14, () => ({ ...clean, availableKbps: 300 })).end.why).toBe('bandwidth')
    expect(walk(top, 14, () => ({ ...clean, lossOut: 0.2 })).end.why).toBe('loss')
    expect(walk(top, 14, () => ({ ...clean, roundTripMs: 700 })).end.why).toBe('delay')
    expect(top.why).toBeNull()
  })
})

describe('for who signs or reads lips', () => {
  test('the picture never moves less smoothly: it is smaller, or there is none', () => {
    expect(after(60, { availableKbps: 153, roundTripMs: 70 }, true)).toBe('smaller')
    const rungsSeen = walk(top, 120, () => dead, true).seen
    expect(rungsSeen).not.toContain('slower')
  })

  test('a long way alone does not take the picture away', () => {
    expect(after(60, { roundTripMs: 700 }, true)).toBe('full')
  })
})

describe('climbing', () => {
  test('takes longer than falling: ten calm seconds for each rung', () => {
    const low = walk(top, 14, () => ({ ...clean, availableKbps: 153 })).end
    expect(low.rung).toBe('slower')
    const { seen } = walk({ ...low, calmMs: 0 }, 40, () => clean)
    expect(seen.indexOf('smaller')).toBe(9)
    expect(seen.indexOf('full')).toBe(19)
  })

  test('tries again although the estimate stays low while little is sent', () => {
    const low = walk(top, 20, () => dead).end
    const { seen } = walk(low, 60, (rung) =>
      depth(rung) >= depth('still') ? { ...clean, availableKbps: 90 } : clean,
    )
    expect(seen.at(-1)).toBe('full')
  })

  test('waits longer each time that a rung did not hold', () => {
    // A line of 80 kbit/s is calm as long as there is no picture on it.
    const line = (rung: Rung) =>
      depth(rung) >= depth('still')
        ? { ...clean, availableKbps: 84 }
        : { ...clean, availableKbps: 84, roundTripMs: 1353 }
    const { seen } = walk(top, 1200, line)
    const tries = seen.flatMap((rung, at) =>
      rung === 'slower' && seen[at - 1] !== rung ? [at] : [],
    )
    const pauses = tries.slice(1).map((at, index) => at - (tries[index] ?? 0))
    expect(pauses.length).toBeGreaterThan(2)
    expect(pauses.toSorted((one, other) => one - other)).toEqual(pauses)
  })
})

const share = fc.option(fc.double({ min: 0, max: 1, noNaN: true }), { nil: null })
const anyConditions = fc.record<Conditions>({
  availableKbps: fc.option(fc.integer({ min: 10, max: 5000 }), { nil: null }),
  roundTripMs: fc.option(fc.integer({ min: 0, max: 3000 }), { nil: null }),
  lossOut: share,
  concealed: share,
})

describe('whatever the line does', () => {
  test('at constant conditions the ladder comes to rest', () => {
    fc.assert(
      fc.property(anyConditions, fc.boolean(), (conditions, needsPicture) => {
        const { seen } = walk(top, 1800, () => conditions, needsPicture)
        expect(changesOf(seen.slice(0, 900))).toBeLessThanOrEqual(20)
        // At rest a guess is made every two minutes at most, and taken back in three steps.
        expect(changesOf(seen.slice(900))).toBeLessThanOrEqual(24)
      }),
    )
  })

  test('it does not flap: it never changes more than five times in half a minute', () => {
    fc.assert(
      fc.property(
        fc.array(anyConditions, { minLength: 60, maxLength: 300 }),
        fc.boolean(),
        (line, needsPicture) => {
          let second = 0
          const next = () => line[second++] ?? clean
          const { seen } = walk(top, line.length, next, needsPicture)
          for (let from = 0; from + 30 <= seen.length; from += 1) {
            expect(changesOf(seen.slice(from, from + 30))).toBeLessThanOrEqual(5)
          }
        },
      ),
    )
  })

  test('it always climbs back, within four minutes of a good line', () => {
    fc.assert(
      fc.property(
        fc.array(anyConditions, { maxLength: 600 }),
        fc.boolean(),
        (line, needsPicture) => {
          let second = 0
          const low = walk(top, line.length, () => line[second++] ?? clean, needsPicture).end
          expect(walk(low, 240, () => clean, needsPicture).end.rung).toBe('full')
        },
      ),
    )
  })

  test('it falls to no rung that it does not know', () => {
    fc.assert(
      fc.property(anyConditions, fc.constantFrom(...rungs), (conditions, rung) => {
        const next = step({ ...top, rung }, conditions, 60_000, false)
        expect(rungs).toContain(next.rung)
      }),
    )
  })
})
