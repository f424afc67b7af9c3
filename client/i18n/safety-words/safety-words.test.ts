import { describe, expect, test } from 'vitest'
import { words as de } from './de.ts'
import { words as en } from './en.ts'
import { words as fr } from './fr.ts'
import { toList } from './load.ts'
import { words as nl } from './nl.ts'

const lists = { nl: toList(nl), fr: toList(fr), de: toList(de), en: toList(en) }

/** As it sounds to who does not listen for accents. */
function plain(word: string): string {
  return word
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .replaceAll('œ', 'oe')
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
}

/** The word without one letter, at each place: two words that differ in one letter share such a rest at that place. */
function rests(word: string): string[] {
  return Array.from(word, (_letter, at) => `${word.slice(0, at)}_${word.slice(at + 1)}`)
}

/** Pairs that differ in one letter, put in, left out or replaced. */
function almostSame(words: readonly string[]): string[] {
  const all = new Set(words)
  const shorter = words.flatMap((word) =>
    rests(word)
      .map((rest) => rest.replace('_', ''))
      .filter((rest) => all.has(rest))
      .map((rest) => `${word} ${rest}`),
  )
  const byRest = new Map<string, string>()
  const replaced: string[] = []
  for (const word of words) {
    for (const rest of rests(word)) {
      const before = byRest.get(rest)
      if (before !== undefined) replaced.push(`${before} ${word}`)
      byRest.set(rest, word)
    }
  }
  return [...shorter, ...replaced]
}

describe.each(Object.entries(lists))('the safety words in %s', (_locale, list) => {
  test('are 1024, one for every ten bits', () => {
    expect(list).toHaveLength(1024)
  })

  test('are single words of a length that one reads at a glance', () => {
    expect(list.filter((word) => !/^\p{L}{2,12}$/u.test(word))).toEqual([])
  })

  test('do not sound alike: no two are the same but for a letter', () => {
    const words = list.map(plain)
    expect(new Set(words).size).toBe(words.length)
    expect(almostSame(words)).toEqual([])
  })
})
