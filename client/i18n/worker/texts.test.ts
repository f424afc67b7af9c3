import { describe, expect, test } from 'vitest'
import { locales, type Locale } from '../../../signaling/protocol/primitives.ts'
import { texts as callDe } from '../consultation/de.ts'
import { texts as callEn } from '../consultation/en.ts'
import { texts as callFr } from '../consultation/fr.ts'
import { texts as callNl } from '../consultation/nl.ts'
import { texts as de } from './de.ts'
import { texts as en } from './en.ts'
import { texts as fr } from './fr.ts'
import { texts as nl } from './nl.ts'

const worker = { nl, fr, de, en }
const call = { nl: callNl, fr: callFr, de: callDe, en: callEn }

/** Every sentence of a catalogue, with a sample where it has a parameter. */
function sentencesOf(catalogue: object): [key: string, sentence: string][] {
  return Object.entries(catalogue).flatMap(([key, text]: [string, unknown]) => {
    const made: unknown = typeof text === 'function' ? text(2, '9') : text
    return (Array.isArray(made) ? made : [made])
      .flatMap((part) => String(part).split(/(?<=[.?!])\s/))
      .map((sentence): [string, string] => [key, sentence])
  })
}

describe.each(locales)('the worker’s words in %s', (locale: Locale) => {
  test('have no sentence longer than 15 words', () => {
    const long = [...sentencesOf(worker[locale]), ...sentencesOf(call[locale])].filter(
      ([, sentence]) => sentence.split(/\s+/).filter((word) => /\p{L}/u.test(word)).length > 15,
    )
    expect(long).toEqual([])
  })

  test('fit the dock: two words of six letters, the way out seven', () => {
    const labels = Object.entries(call[locale]).filter(
      ([key]) => key.startsWith('dock.') && !key.endsWith('-long'),
    )
    for (const [key, label] of labels) {
      const words = String(label).split(' ')
      const room = key === 'dock.leave' || key === 'dock.end' ? 7 : 6
      expect(words.length, key).toBeLessThanOrEqual(2)
      for (const word of words) expect(word.length, key).toBeLessThanOrEqual(room)
    }
  })

  test('can be spoken to: a button’s long name begins with what stands on it', () => {
    const labels = call[locale]
    for (const control of ['mute', 'unmute', 'pause', 'more', 'leave', 'end'] as const) {
      expect(labels[`dock.${control}-long`].startsWith(labels[`dock.${control}`]), control).toBe(
        true,
      )
    }
  })

  test('keep the headings of the first screens to two lines of a phone', () => {
    for (const key of ['arrival.title', 'media.title', 'wait.title'] as const) {
      expect(worker[locale][key].length, key).toBeLessThanOrEqual(40)
    }
  })

  test('have no typewriter quotes or dots', () => {
    const plain = sentencesOf(worker[locale]).filter(([, text]) => /"|'|\.\.\./.test(text))
    expect(plain).toEqual([])
  })
})
