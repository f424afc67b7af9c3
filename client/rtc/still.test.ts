import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { createFakeTrack } from './fake-media.ts'
import { createStills } from './still.ts'

/** A picture that knows whether it was given back, as the camera's store of them would. */
class FakePicture {
  static open = 0
  readonly format = 'I420'
  readonly codedWidth = 640
  readonly codedHeight = 480
  readonly timestamp: number
  constructor(_points: unknown, { timestamp }: { timestamp: number }) {
    this.timestamp = timestamp
    FakePicture.open += 1
  }
  allocationSize = () => 1
  copyTo = async () => []
  clone = () => new FakePicture(null, this)
  close = () => void (FakePicture.open -= 1)
}

let give: (picture: FakePicture) => void
let written: number[]

class FakeProcessor {
  readonly readable: ReadableStream<FakePicture>
  constructor() {
    this.readable = new ReadableStream({
      start(controller) {
        give = (picture) => controller.enqueue(picture)
      },
    })
  }
}

class FakeGenerator extends EventTarget {
  readonly kind = 'video'
  readonly writable = new WritableStream<FakePicture>({
    write(picture) {
      written.push(picture.timestamp)
      picture.close()
    },
  })
  readyState = 'live'
  stop = () => void (this.readyState = 'ended')
}

beforeEach(() => {
  vi.useFakeTimers()
  vi.stubGlobal('MediaStreamTrackProcessor', FakeProcessor)
  vi.stubGlobal('MediaStreamTrackGenerator', FakeGenerator)
  vi.stubGlobal('VideoFrame', FakePicture)
  FakePicture.open = 0
  written = []
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

async function arrange() {
  const camera = createFakeTrack('video')
  const sent: unknown[] = []
  let now = 0
  const stills = createStills(
    (track) => sent.push(track === camera ? 'camera' : track.kind),
    () => camera,
    () => now,
  )
  stills.begin(null, true)
  give(new FakePicture(null, { timestamp: 7 }))
  await vi.advanceTimersByTimeAsync(0)
  return { camera, stills, sent, pass: (ms: number) => (now += ms) }
}

describe('the still', () => {
  test('sends nothing while the camera is only expected', async () => {
    const { sent } = await arrange()
    await vi.advanceTimersByTimeAsync(1_000)
    expect({ sent, written }).toEqual({ sent: [], written: [] })
  })

  test('is sent, then copies of it, each younger than the one before, and then comes the camera', async () => {
    const { camera, stills, sent } = await arrange()
    expect(stills.begin(camera, true)).toBe(true)
    await vi.advanceTimersByTimeAsync(9)
    expect(written).toEqual([0, 4_000, 8_000])
    expect(sent).toEqual(['video'])
    await vi.advanceTimersByTimeAsync(1_000)
    expect(sent).toEqual(['video', 'camera'])
    const copies = written.length
    await vi.advanceTimersByTimeAsync(1_000)
    expect(written).toHaveLength(copies)
  })

  test('of a camera that is opened while a connection stands by is there a second later', async () => {
    const camera = createFakeTrack('video')
    let opened: MediaStreamTrack | null = null
    const stills = createStills(
      () => {},
      () => opened,
      () => 0,
    )
    stills.begin(null, true)
    opened = camera
    await vi.advanceTimersByTimeAsync(1_000)
    give(new FakePicture(null, { timestamp: 7 }))
    await vi.advanceTimersByTimeAsync(0)
    expect(stills.begin(camera, true)).toBe(true)
    stills.close()
    expect(vi.getTimerCount()).toBe(0)
  })

  test('waits with a connection that is not there yet', async () => {
    const { camera, stills, sent } = await arrange()
    expect(stills.begin(camera, false)).toBe(false)
    await vi.advanceTimersByTimeAsync(1_000)
    expect(sent).toEqual([])
    expect(stills.begin(camera, true)).toBe(true)
  })

  test('is of no camera that is off, gone or held back, nor older than a fifth of a second', async () => {
    for (const lose of [
      ({ camera }) => (camera.enabled = false),
      ({ camera }) => camera.end(),
      ({ camera }) => camera.holdBack(true),
      ({ pass }) => pass(201),
    ] satisfies ((of: Awaited<ReturnType<typeof arrange>>) => void)[]) {
      const arranged = await arrange()
      lose(arranged)
      expect(arranged.stills.begin(arranged.camera, true)).toBe(false)
    }
    await vi.advanceTimersByTimeAsync(1_000)
    expect(written).toEqual([])
  })

  test('ends in the moment in which the camera is turned off or taken back', async () => {
    for (const stop of [
      ({ camera }) => (camera.enabled = false),
      ({ stills }) => stills.begin(null, true),
      ({ stills }) => stills.close(),
    ] satisfies ((of: Awaited<ReturnType<typeof arrange>>) => void)[]) {
      const arranged = await arrange()
      arranged.stills.begin(arranged.camera, true)
      await vi.advanceTimersByTimeAsync(5)
      stop(arranged)
      written = []
      await vi.advanceTimersByTimeAsync(1_000)
      expect(written).toEqual([])
    }
  })

  test('is of a beginning only: another camera in the call is sent at once', async () => {
    const { camera, stills } = await arrange()
    stills.begin(camera, true)
    await vi.advanceTimersByTimeAsync(1_000)
    expect(stills.begin(createFakeTrack('video'), true)).toBe(false)
    expect(stills.begin(camera, true)).toBe(false)
  })

  test('gives every picture back to the camera', async () => {
    const { camera, stills, pass } = await arrange()
    pass(10)
    give(new FakePicture(null, { timestamp: 8 }))
    await vi.advanceTimersByTimeAsync(0)
    pass(100)
    give(new FakePicture(null, { timestamp: 9 }))
    await vi.advanceTimersByTimeAsync(0)
    stills.begin(camera, true)
    await vi.advanceTimersByTimeAsync(1_000)
    stills.close()
    expect(FakePicture.open).toBe(0)
  })

  test('is none where the browser cannot make one', () => {
    vi.stubGlobal('MediaStreamTrackProcessor', undefined)
    const camera = createFakeTrack('video')
    const stills = createStills(
      () => {},
      () => camera,
    )
    stills.begin(null, true)
    expect(stills.begin(camera, true)).toBe(false)
  })
})
