import { describe, expect, test } from 'vitest'
import { openMedia } from './media.ts'
import { reasonOf } from './media-failure.ts'

describe('the reason of a failure', () => {
  test.each([
    [new DOMException('Permission denied', 'NotAllowedError'), 'refused'],
    [new DOMException('Permission dismissed', 'NotAllowedError'), 'refused'],
    [new DOMException('Permission denied by system', 'NotAllowedError'), 'refused-by-system'],
    [new DOMException('Could not start video source', 'NotReadableError'), 'busy'],
    [new DOMException('Starting videoinput failed', 'AbortError'), 'busy'],
    [new DOMException('Requested device not found', 'NotFoundError'), 'no-device'],
    [new DOMException('', 'OverconstrainedError'), 'no-device'],
    [{ name: 'DevicesNotFoundError' }, 'no-device'],
    [new DOMException('', 'SecurityError'), 'unsupported'],
    [new TypeError('getUserMedia is not a function'), 'unsupported'],
    [new Error('surprise'), 'unknown'],
    ['surprise', 'unknown'],
    [null, 'unknown'],
  ])('%s', (error, reason) => {
    expect(reasonOf(error)).toBe(reason)
  })
})

interface Offer {
  readonly camera: string | null
  readonly microphone: string | null
}

/** Devices that answer as a browser does: a combined request fails as a whole with the first device's failure. */
function devicesWith(failures: Offer) {
  const asked: string[] = []
  const getUserMedia = (constraints: MediaStreamConstraints) => {
    const camera = Boolean(constraints.video)
    const microphone = Boolean(constraints.audio)
    asked.push([camera && 'camera', microphone && 'microphone'].filter(Boolean).join('+'))
    const failure = (camera && failures.camera) || (microphone && failures.microphone) || null
    if (failure !== null) return Promise.reject(new DOMException('', failure))
    return Promise.resolve({ camera, microphone } as unknown as MediaStream)
  }
  return { devices: { getUserMedia } as unknown as MediaDevices, asked }
}

describe('opening camera and microphone', () => {
  test('asks once, for both together', async () => {
    const { devices, asked } = devicesWith({ camera: null, microphone: null })
    expect(await openMedia({ camera: true }, devices)).toMatchObject({ ok: true, missing: null })
    expect(asked).toEqual(['camera+microphone'])
  })

  test('goes on with sound where there is no camera', async () => {
    const { devices } = devicesWith({ camera: 'NotFoundError', microphone: null })
    expect(await openMedia({ camera: true }, devices)).toMatchObject({
      ok: true,
      missing: { device: 'camera', reason: 'no-device' },
    })
  })

  test('goes on with sound where another program holds the camera', async () => {
    const { devices } = devicesWith({ camera: 'NotReadableError', microphone: null })
    expect(await openMedia({ camera: true }, devices)).toMatchObject({
      missing: { device: 'camera', reason: 'busy' },
    })
  })

  test('keeps the picture where there is no microphone', async () => {
    const { devices } = devicesWith({ camera: null, microphone: 'NotFoundError' })
    expect(await openMedia({ camera: true }, devices)).toMatchObject({
      ok: true,
      missing: { device: 'microphone', reason: 'no-device' },
    })
  })

  test('does not ask again after a refusal', async () => {
    const { devices, asked } = devicesWith({ camera: 'NotAllowedError', microphone: null })
    expect(await openMedia({ camera: true }, devices)).toEqual({ ok: false, reason: 'refused' })
    expect(asked).toHaveLength(1)
  })

  test('asks for the microphone alone when no camera is wished', async () => {
    const { devices, asked } = devicesWith({ camera: 'NotAllowedError', microphone: null })
    expect(await openMedia({ camera: false }, devices)).toMatchObject({ ok: true, missing: null })
    expect(asked).toEqual(['microphone'])
  })

  test('says so where neither device exists', async () => {
    const { devices } = devicesWith({ camera: 'NotFoundError', microphone: 'NotFoundError' })
    expect(await openMedia({ camera: true }, devices)).toEqual({ ok: false, reason: 'no-device' })
  })

  test('says so where the browser has no devices at all', async () => {
    const nothing = {} as MediaDevices
    expect(await openMedia({ camera: true }, nothing)).toMatchObject({ ok: false })
  })
})
