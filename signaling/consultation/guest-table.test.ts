import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { guestInWords } from './guest-in-words.ts'
import {
  guestEvents,
  guestStates,
  type GuestEventName,
  type GuestStateName,
} from './guest-specimens.ts'

const stateNames = Object.keys(guestStates) as GuestStateName[]
const eventNames = Object.keys(guestEvents) as GuestEventName[]
const table = readTable(readFileSync(new URL('guest-table.txt', import.meta.url), 'utf8'))

test('the table names every state of the third seat once', () => {
  expect([...table.keys()]).toEqual(stateNames)
})

test.each(stateNames)('%s: every event does what the table says, and none is missing', (name) => {
  expect(table.get(name)).toHaveLength(eventNames.length)
  const done = eventNames.map((event) => [event, guestInWords(name, event)])
  expect(Object.fromEntries(done)).toEqual(Object.fromEntries(table.get(name) ?? []))
})

/** A state stands at the margin, an outcome two columns in, and its events four. */
function readTable(text: string): ReadonlyMap<string, readonly [event: string, outcome: string][]> {
  const cellsByState = new Map<string, [string, string][]>()
  let cells: [string, string][] = []
  let outcome = ''
  const [, ...states] = text.trim().split('\n\n')
  for (const line of states.join('\n').split('\n')) {
    const words = line.trim()
    if (line.startsWith('    ')) {
      for (const event of words.replace(/;$/, '').split('; ')) cells.push([event, outcome])
    } else if (line.startsWith('  ')) {
      outcome = words
    } else {
      cells = []
      cellsByState.set(words, cells)
    }
  }
  return cellsByState
}
