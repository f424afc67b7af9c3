import { expect, test } from 'vitest'
import { readServerFrame } from './server-frame.ts'

test('a message of the server is read as it stands', () => {
  const pong = { type: 'pong', serverTime: '2026-11-24T08:00:00.000Z' }
  expect(readServerFrame(JSON.stringify(pong))).toEqual(pong)
})

test.each([
  ['no JSON', 'hello'],
  ['a bare value', '"pong"'],
  ['null', 'null'],
  ['a list', '[]'],
  ['no type', '{"code":1}'],
  ['a type of a newer server', '{"type":"hand-raised"}'],
  ['a type that every object has', '{"type":"constructor"}'],
  ['a type that is no text', '{"type":7}'],
])('%s is skipped', (_name, frame) => {
  expect(readServerFrame(frame)).toBeNull()
})
