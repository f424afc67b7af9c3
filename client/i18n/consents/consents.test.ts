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
  '2026-11.2': 'fbd05fa68c9c59639207070bb8dbcd9f6eb62cd5e16301f7ca6d9fe28880c7d9',
}

test('a version names one text: another sentence needs another version', () => {
  expect(hashOf(catalogues)).toBe(hashes[consentTextVersion])
})

test('… also of the sentences in which a time is named', () => {
  const agreed = (time: string) => `${en['agreed'](time)} Indeed.`
  expect(hashOf({ ...catalogues, en: { ...en, agreed } })).not.toBe(hashes[consentTextVersion])
})

function hashOf(texts: object): string {
  const said = (_: string, text: unknown) => (typeof text === 'function' ? text('9') : text)
  return createHash('sha256').update(JSON.stringify(texts, said)).digest('hex')
}

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
