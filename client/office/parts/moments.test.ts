import { expect, test } from 'vitest'
import { momentsInWords } from './moments.ts'

const texts = {
  'requests.any-moment': 'any moment',
  'requests.morning': 'in the morning',
  'requests.afternoon': 'in the afternoon',
}

test.each([
  [[], [], 'any moment'],
  [[4, 2], [], 'Tue, Thu'],
  [[1], ['morning'], 'Mon, in the morning'],
  [[], ['morning', 'afternoon'], 'any moment'],
] as const)('days %j and parts %j read as %s', (weekdays, parts, words) => {
  expect(momentsInWords({ weekdays: [...weekdays], parts: [...parts] }, texts, 'en')).toBe(words)
})
