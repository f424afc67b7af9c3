import { expect, test } from 'vitest'
import { locales } from '../protocol/primitives.ts'
import { legalLanguage, spokenLanguages } from './languages.ts'

const flemish = { language: 'nl', otherLanguages: [] } as const
const walloon = { language: 'fr', otherLanguages: [] } as const
const german = { language: 'de', otherLanguages: [] } as const
const brussels = { language: 'fr', otherLanguages: ['nl'] } as const

test.each([
  ['decree of 19-07-1973: Dutch in the Dutch-language region', flemish, 'fr', 'nl'],
  ['decree of 30-06-1982: French in the French-language region', walloon, 'nl', 'fr'],
  ['coordinated laws of 18-07-1966: German in the German-language region', german, 'fr', 'de'],
  ['the same: in Brussels Dutch to who speaks Dutch', brussels, 'nl', 'nl'],
  ['the same: in Brussels French to who speaks French', brussels, 'fr', 'fr'],
  ['English is no language of documents', brussels, 'en', 'fr'],
  ['whoever is attached to no seat reads their own', null, 'en', 'en'],
] as const)('%s', (_name, seat, worker, language) => {
  expect(legalLanguage(seat, worker)).toBe(language)
})

test('a physician of whom nobody said what they speak is taken to speak all', () => {
  expect(spokenLanguages([])).toEqual(locales)
  expect(spokenLanguages(['de'])).toEqual(['de'])
})
