import { expect, test } from 'vitest'
import { readDevices } from './devices-note.ts'

test('a note of the devices tells microphone, camera and pause', () => {
  expect(readDevices({ kind: 'devices', microphone: 'on', camera: 'none', paused: false })).toEqual(
    { microphone: 'on', camera: 'none', paused: false },
  )
})

test.each([
  {},
  { microphone: 'loud', camera: 'on', paused: false },
  { microphone: 'on', camera: 1, paused: false },
  { microphone: 'on', camera: 'on', paused: 'no' },
  { microphone: 'on', camera: 'on' },
])('anything else is no such note: %o', (body) => {
  expect(readDevices(body)).toBeNull()
})
