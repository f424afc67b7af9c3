import { expect, test } from 'vitest'
import type { Facing } from '../rtc/media.ts'
import type { MediaHold } from './media-hold.ts'
import { createPhotoLoan } from './photo-loan.ts'

function createTrack(name: string, told: string[]): MediaStreamTrack {
  const track = {
    enabled: false,
    clone: () => createTrack(`copy of ${name}`, told),
    stop: () => void told.push(`stop ${name}`),
    applyConstraints: async ({ width }: MediaTrackConstraints) => {
      told.push(`${name} ${JSON.stringify(width)}`)
    },
  }
  return track as unknown as MediaStreamTrack
}

/** A phone whose call uses this camera; null: sound only. */
function createPhone(facing: Facing | null, camera?: string) {
  const told: string[] = []
  let now = facing
  const tracks = () => (now === null ? [] : [createTrack(now, told)])
  const hold = {
    get media() {
      const using = camera === undefined ? {} : { camera }
      const care = { facing: now ?? 'user', using }
      return { phase: 'open', care, stream: { getVideoTracks: tracks } }
    },
    care: {
      otherCamera: async () => {
        now = now === 'user' ? 'environment' : 'user'
        told.push(`send ${now}`)
      },
      choose: async (device: string, id: string) => void told.push(`choose ${device} ${id}`),
    },
  } as unknown as MediaHold
  const loan = createPhotoLoan({
    hold,
    openTrack: async () => ({ ok: true, track: createTrack('own', told) }),
  })
  return { loan, told }
}

test('the camera at the back is lent, shown in the call, and the one at the front comes back', async () => {
  const { loan, told } = createPhone('user')
  expect((await loan.lend())?.enabled).toBe(true)
  await loan.takeBack()
  expect(told).toEqual([
    'send environment',
    'environment {"ideal":1920}',
    'stop copy of environment',
    'send user',
  ])
})

test('of several cameras the very one that the call had comes back', async () => {
  const { loan, told } = createPhone('user', 'front-2')
  await loan.lend()
  await loan.takeBack()
  expect(told.at(-1)).toBe('choose camera front-2')
})

test('a call that uses the camera at the back already keeps it', async () => {
  const { loan, told } = createPhone('environment')
  await loan.lend()
  await loan.takeBack()
  expect(told).toEqual([
    'environment {"ideal":1920}',
    'stop copy of environment',
    'environment {"ideal":640}',
  ])
})

test('a call without a camera sends none: the photo has one of its own', async () => {
  const { loan, told } = createPhone(null)
  await loan.lend()
  await loan.takeBack()
  expect(told).toEqual(['own {"ideal":1920}', 'stop own'])
})

test('lent twice it is opened once, and taken back twice it comes back once', async () => {
  const { loan, told } = createPhone('user')
  await loan.lend()
  await loan.lend()
  await loan.takeBack()
  await loan.takeBack()
  expect(told.filter((each) => each.startsWith('send'))).toEqual(['send environment', 'send user'])
})
