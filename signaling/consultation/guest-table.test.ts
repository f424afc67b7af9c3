import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { readStateTable } from '../testing/state-table.ts'
import { guestInWords } from './guest-in-words.ts'
import {
  guestEvents,
  guestStates,
  type GuestEventName,
  type GuestStateName,
} from './guest-specimens.ts'

const stateNames = Object.keys(guestStates) as GuestStateName[]
const eventNames = Object.keys(guestEvents) as GuestEventName[]
const table = readStateTable(readFileSync(new URL('guest-table.txt', import.meta.url), 'utf8'))

test('the table names every state of the third seat once', () => {
  expect([...table.keys()]).toEqual(stateNames)
})

test.each(stateNames)('%s: every event does what the table says, and none is missing', (name) => {
  expect(table.get(name)).toHaveLength(eventNames.length)
  const done = eventNames.map((event) => [event, guestInWords(name, event)])
  expect(Object.fromEntries(done)).toEqual(Object.fromEntries(table.get(name) ?? []))
})
