import { expect, test } from 'vitest'
import { spokenLanguages } from './languages.ts'

test('a physician’s slots are for the languages that were told, and for all while none was', () => {
  expect(spokenLanguages(['nl', 'de'])).toEqual(['nl', 'de'])
  expect(spokenLanguages([])).toEqual(['nl', 'fr', 'de', 'en'])
})
