import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { texts as de } from './de.ts'
import { texts as en } from './en.ts'
import { texts as fr } from './fr.ts'
import { texts as nl } from './nl.ts'
import { consentTextVersion } from './version.ts'

const catalogues = { nl, fr, de, en }

/** SHA-256 over all that was read in the four languages; those of texts that were read stay. */
const hashes: Readonly<Record<string, string>> = {
  '2026-11.2': 'f634f9279bd72cbc092d16731cd0a2c5873074a0684d86de87aef35556e31c4f',
}

test('a version names one text: another sentence needs another version', () => {
  const whole = createHash('sha256').update(JSON.stringify(catalogues)).digest('hex')
  expect(whole).toBe(hashes[consentTextVersion])
})

describe.each(Object.entries(catalogues))('what a worker reads and declares in %s', (_, texts) => {
  const said = Object.values(texts).flatMap((text) =>
    typeof text === 'function' ? text('9') : text,
  )

  test.each(said)('in sentences of at most twenty words: %s', (text) => {
    for (const sentence of text.split(/[.?!:]\s/)) {
      expect(sentence.split(/\s+/).length).toBeLessThanOrEqual(20)
    }
  })

  test('says the same number of things as in the other languages', () => {
    expect(texts['informed']).toHaveLength(en['informed'].length)
  })
})
