import { expect, test } from 'vitest'
import { readDevices } from './devices-note.ts'

test('a note of the devices tells microphone, camera and pause', () => {
  expect(readDevices({ kind: 'devices', microphone: 'on', camera: 'none', paused: false })).toEqual(
    { microphone: 'on', camera: 'none', paused: false },
  )
})

test('and what keeps a device from working: one of each, the sound first, nothing unheard-of', () => {
  const devices = { microphone: 'on', camera: 'on', paused: false } as const
  const read = (troubles: unknown) => readDevices({ ...devices, troubles })
  expect(read(['camera-away', 'microphone-phone-call', 'microphone-silent'])).toEqual({
    ...devices,
    troubles: ['microphone-phone-call', 'camera-away'],
  })
  expect(read([])).toEqual(devices)
  expect(read(['microphone-on-fire', 7])).toEqual(devices)
  expect(read('camera-away')).toEqual(devices)
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
