import { expect, test } from 'vitest'
import { createFakeTimers } from '../call/fake-timers.ts'
import { createReader, restMs } from './reader.ts'

function listen() {
  const told: string[] = []
  const timers = createFakeTimers()
  return { told, timers, reader: createReader((words) => told.push(words), timers.after) }
}

test('letters are not told; a sentence is, once something follows it', () => {
  const { told, reader } = listen()
  for (const line of ['M', 'My', 'My back. ', 'My back. I']) reader.grows(line)
  expect(told).toEqual(['My back.'])
})

test('a decimal point ends no sentence', () => {
  const { told, reader } = listen()
  reader.grows('I had 37.5')
  expect(told).toEqual([])
})

test('the end of the line tells what was not told', () => {
  const { told, reader } = listen()
  reader.grows('Yes. It')
  reader.ends('Yes. It hurts')
  reader.ends('Here')
  expect(told).toEqual(['Yes.', 'It hurts', 'Here'])
})

test('a writer who rests is told as far as he came', () => {
  const { told, timers, reader } = listen()
  reader.grows('Wait')
  timers.advance(restMs - 1)
  expect(told).toEqual([])
  timers.advance(1)
  reader.ends('Wait a moment')
  expect(told).toEqual(['Wait', 'a moment'])
})

test('what was erased and written anew is told anew', () => {
  const { told, reader } = listen()
  reader.grows('No. ')
  reader.grows('N')
  reader.ends('Never.')
  expect(told).toEqual(['No.', 'ever.'])
})
