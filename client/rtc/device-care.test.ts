import { describe, expect, test } from 'vitest'
import { troublesIn } from './care-state.ts'
import { createDeviceCare } from './device-care.ts'
import { createFakeCare, listed } from './fake-care.ts'
import { createFakeStream } from './fake-media.ts'

const webcam = listed('camera', 'webcam')
const headset = listed('microphone', 'headset')
const builtIn = listed('microphone', 'built-in')
const loud = listed('speaker', 'loud')

async function attended(plugged = [webcam, headset, builtIn]) {
  const fake = createFakeCare(plugged)
  const camera = fake.track('camera', 'webcam')
  const microphone = fake.track('microphone', 'headset')
  const stream = createFakeStream(camera, microphone)
  const sent: MediaStreamTrack[] = []
  const care = createDeviceCare(stream, fake.ports, {
    changed: () => {},
    replaced: (track) => sent.push(track),
  })
  await fake.settle()
  return { ...fake, care, stream, camera, microphone, sent: () => sent.map(({ label }) => label) }
}

const troublesOf = ({ care }: Awaited<ReturnType<typeof attended>>) => troublesIn(care.state)

describe('a device that is unplugged', () => {
  test('gives its place to another one, and that is said', async () => {
    const world = await attended()
    world.microphone.end()
    await world.plugs([webcam, builtIn])
    expect(world.sent()).toEqual(['The built-in'])
    expect(troublesOf(world)).toEqual([])
    expect(world.care.state.news).toEqual({
      kind: 'now-using',
      device: 'microphone',
      label: 'The built-in',
    })
  })

  test('is offered again when it comes back, and nobody is made to take it', async () => {
    const world = await attended()
    world.microphone.end()
    await world.plugs([webcam, builtIn])
    await world.settle()
    await world.plugs([webcam, builtIn, headset])
    expect(world.sent()).toEqual(['The built-in'])
    expect(world.care.state.news).toMatchObject({ kind: 'back', label: 'The headset' })
    await world.care.choose('microphone', 'headset')
    expect(world.sent()).toEqual(['The built-in', 'The headset'])
    expect(world.care.state.news).toBeNull()
  })

  test('is no longer offered once it is gone for the second time', async () => {
    const world = await attended()
    world.microphone.end()
    await world.plugs([webcam, builtIn])
    await world.settle()
    await world.plugs([webcam, builtIn, headset])
    await world.plugs([webcam, builtIn])
    expect(world.care.state.news).toBeNull()
  })

  test('leaves the call with what is left where there is no other', async () => {
    const world = await attended()
    world.camera.end()
    await world.plugs([headset, builtIn])
    await world.settle()
    expect(troublesOf(world)).toEqual(['camera-unplugged'])
    expect(world.sent()).toEqual([])
  })

  test('is used again by itself when it comes back to an empty place', async () => {
    const world = await attended()
    world.camera.end()
    await world.plugs([headset, builtIn])
    await world.settle()
    await world.plugs([webcam, headset, builtIn])
    expect(world.sent()).toEqual(['The webcam'])
    expect(troublesOf(world)).toEqual([])
  })

  test('is not asked for by its name when it goes while a look at another one is under way', async () => {
    const desk = listed('camera', 'desk camera')
    const world = await attended([webcam, desk, headset, builtIn])
    world.microphone.end()
    const looked = world.plugs([webcam, desk, builtIn])
    await Promise.resolve()
    world.camera.end()
    await world.plugs([desk, builtIn])
    await looked
    await world.settle()
    expect(world.opened).toEqual(['microphone any', 'camera any'])
    expect(world.sent()).toEqual(['The built-in', 'The desk camera'])
    expect(troublesOf(world)).toEqual([])
    await world.plugs([webcam, desk, builtIn])
    expect(world.care.state.news).toMatchObject({ kind: 'back', label: 'The webcam' })
  })

  test('is not replaced where the browser would put a question first', async () => {
    const world = await attended()
    await world.happens({ permission: 'unknown' })
    world.microphone.end()
    await world.plugs([webcam, builtIn])
    await world.settle()
    expect(world.opened).toEqual([])
    expect(troublesOf(world)).toEqual(['microphone-unplugged'])
  })
})

describe('a device that something else takes', () => {
  test('is told apart from one that is unplugged, and opened again by a tap', async () => {
    const world = await attended()
    world.camera.end()
    await world.settle()
    expect(troublesOf(world)).toEqual(['camera-in-use'])
    await world.care.restore()
    expect(world.opened).toEqual(['camera webcam'])
    expect(troublesOf(world)).toEqual([])
  })

  test('stays in use by the other when it cannot be opened', async () => {
    const world = await attended()
    world.camera.end()
    await world.settle()
    world.failWith('busy')
    await world.care.restore()
    expect(troublesOf(world)).toEqual(['camera-in-use'])
  })

  test('comes back by itself when the page is in front again', async () => {
    const world = await attended()
    await world.happens({ visible: false })
    world.camera.end()
    await world.settle()
    expect(world.sent()).toEqual([])
    await world.happens({ visible: true })
    expect(world.sent()).toEqual(['The webcam'])
  })
})

describe('a permission that is taken back', () => {
  test('is named, and the devices come back with it', async () => {
    const world = await attended()
    world.camera.end()
    world.microphone.end()
    await world.happens({ permission: 'denied' })
    await world.settle()
    expect(troublesOf(world)).toEqual(['microphone-refused', 'camera-refused'])
    await world.happens({ permission: 'granted' })
    expect(troublesOf(world)).toEqual([])
    expect(world.sent()).toEqual(['The headset', 'The webcam'])
  })
})

describe('a telephone call', () => {
  test('is told, and over when the same tracks go on', async () => {
    const world = await attended()
    await world.happens({ handheld: true, audioSession: 'interrupted', visible: false })
    world.microphone.holdBack(true)
    world.camera.holdBack(true)
    await world.settle()
    expect(troublesOf(world)).toEqual(['microphone-phone-call', 'camera-away'])
    world.microphone.holdBack(false)
    world.camera.holdBack(false)
    await world.settle()
    expect(troublesOf(world)).toEqual([])
    expect(world.opened).toEqual([])
  })

  test('that the browser forgets to end is ended by opening the microphone again', async () => {
    const world = await attended()
    await world.happens({ handheld: true, audioSession: 'interrupted' })
    world.microphone.holdBack(true)
    await world.settle()
    await world.happens({ audioSession: 'going-on' })
    await world.settle()
    expect(world.opened).toEqual(['microphone headset'])
    expect(troublesOf(world)).toEqual([])
  })

  test('shorter than a blink is nothing', async () => {
    const world = await attended()
    world.microphone.holdBack(true)
    world.microphone.muted = false
    await world.settle()
    expect(troublesOf(world)).toEqual([])
  })
})

describe('a choice', () => {
  test('changes the running call and is remembered', async () => {
    const world = await attended()
    await world.care.choose('microphone', 'built-in')
    expect(world.sent()).toEqual(['The built-in'])
    expect(world.microphone.readyState).toBe('ended')
    expect(world.chosen()).toEqual({ microphone: 'built-in' })
    expect(world.care.state.using).toMatchObject({ microphone: 'built-in', camera: 'webcam' })
  })

  test('that cannot be had leaves the device from before', async () => {
    const world = await attended()
    await world.care.choose('microphone', 'gone')
    expect(world.opened).toEqual(['microphone gone', 'microphone headset'])
    expect(world.care.state.using.microphone).toBe('headset')
    expect(world.chosen()).toEqual({})
    expect(troublesOf(world)).toEqual([])
  })

  test('of a speaker opens nothing', async () => {
    const world = await attended([webcam, headset, loud])
    await world.care.choose('speaker', 'loud')
    expect(world.opened).toEqual([])
    expect(world.care.state.using.speaker).toBe('loud')
  })

  test('of the other camera takes the next one where cameras do not say where they look', async () => {
    const world = await attended([webcam, headset, listed('camera', 'desk camera')])
    await world.care.otherCamera()
    expect(world.sent()).toEqual(['The desk camera'])
    await world.care.otherCamera()
    expect(world.sent()).toEqual(['The desk camera', 'The webcam'])
  })
})

test('a microphone without echo control is said to echo', async () => {
  const fake = createFakeCare([headset])
  const microphone = Object.assign(fake.track('microphone', 'headset'), {
    getSettings: () => ({ deviceId: 'headset', echoCancellation: false }),
  })
  const care = createDeviceCare(createFakeStream(microphone), fake.ports, {
    changed: () => {},
    replaced: () => {},
  })
  expect(care.state.news).toEqual({ kind: 'may-echo' })
})

test('a device that opens after the end is closed at once', async () => {
  const world = await attended()
  const choosing = world.care.choose('microphone', 'built-in')
  world.care.close()
  await choosing
  await world.settle()
  expect(world.sent()).toEqual([])
  expect(world.stream.getTracks().every(({ readyState }) => readyState === 'ended')).toBe(true)
})

test.each([0, 1, 2, 3, 4, 5, 6])(
  'a look that is under way at the end opens nothing, %i turns into it',
  async (turns) => {
    const world = await attended()
    const looked = world.happens({})
    for (let turn = 0; turn < turns; turn++) await Promise.resolve()
    world.care.close()
    await looked
    expect(world.opened).toEqual([])
  },
)

test('a choice that fails after the end does not take the device from before', async () => {
  const world = await attended()
  const choosing = world.care.choose('microphone', 'gone')
  await Promise.resolve()
  world.care.close()
  await choosing
  expect(world.opened).toEqual(['microphone gone'])
})
