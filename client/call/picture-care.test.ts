import { describe, expect, test } from 'vitest'
import { careForPicture, newPictureCare } from './picture-care.ts'
import type { Watch } from './watchdog.ts'

/** Looks every 200 ms; a frame number where the path flows, null where it is silent since `from`. */
function follow(from: number, frames: readonly (number | null)[]): [number, string][] {
  let care = newPictureCare
  let framesDecoded = 100
  const wishes: [number, string][] = []
  frames.forEach((frame, index) => {
    const at = from + (index + 1) * 200
    framesDecoded = frame ?? framesDecoded
    const last = { at, arrived: index, framesDecoded }
    const path: Watch =
      frame === null
        ? { phase: 'silent', last, heardAt: from }
        : { phase: 'flowing', last, heardAt: at, pauses: [] }
    const next = careForPicture(care, path, last)
    care = next.care
    for (const wish of next.wishes) wishes.push([at, wish])
  })
  return wishes
}

const silence = (looks: number) => Array.from({ length: looks }, () => null)
const frozen = (looks: number) => Array.from({ length: looks }, () => 100)

describe('the picture around an outage', () => {
  test('is held while the path is silent, and released with the first packet', () => {
    expect(follow(0, [...silence(20), 101, 102])).toEqual([
      [200, 'hold'],
      [4_200, 'release'],
    ])
  })

  test('is asked for once a second while none can be decoded', () => {
    expect(follow(0, [...silence(8), ...frozen(12), 101, 102, 102, 102, 102, 102, 102])).toEqual([
      [200, 'hold'],
      [1_800, 'release'],
      [2_600, 'ask-key-frame'],
      [3_600, 'ask-key-frame'],
    ])
  })

  test('is not asked for without end: the camera may be off', () => {
    expect(follow(0, [...silence(8), ...frozen(100)])).toHaveLength(7)
  })

  test('is not asked for where nothing was lost', () => {
    expect(follow(0, frozen(50))).toEqual([])
  })
})
