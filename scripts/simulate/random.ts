/** Chance that repeats: the same seed and name give the same numbers, whatever else was drawn before. */
import { createHash } from 'node:crypto'

export interface Random {
  /** 0 up to, but not, 1. */
  next(): number
  /** True in this share of cases. */
  chance(share: number): boolean
  between(least: number, most: number): number
  /** A whole number, both ends included. */
  whole(least: number, most: number): number
  /** Log-normal: what takes time takes a little less most often, and sometimes much more. */
  around(median: number, spread: number): number
}

/**
 * A stream of its own for each thing that chance decides, so that one decision more does not change all others: the same
 * worker stays away on the same seed, with refill and without.
 */
export function createRandom(seed: number, name: string): Random {
  let state = createHash('sha256').update(`${seed} ${name}`).digest().readUInt32LE(0)

  /** Mulberry32, by T. Ettinger (public domain): 32 bits of state are plenty for a hundred draws. */
  function next(): number {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const between = (least: number, most: number) => least + next() * (most - least)

  return {
    next,
    between,
    chance: (share) => next() < share,
    whole: (least, most) => Math.floor(between(least, most + 1)),
    around(median, spread) {
      // Box and Muller (1958); 1 - x, since the logarithm of 0 is none.
      const normal = Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next())
      return median * Math.exp(spread * normal)
    },
  }
}
