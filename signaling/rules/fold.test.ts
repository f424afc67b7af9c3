import { expect, test } from 'vitest'
import { fold, foldWords } from './fold.ts'

test('a name is found whatever its case and accents', () => {
  expect(fold(' Élodie Çelik ')).toBe('elodie celik')
})

test('a column’s head is known whatever stands between its words', () => {
  expect(foldWords('Date de naissance*')).toBe(foldWords('date_de-naissance'))
})
