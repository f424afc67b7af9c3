import { describe, expect, test } from 'vitest'
import { newWatch, watch, type Watch } from './watchdog.ts'

/** Samples every 200 ms from `from` on; `arrivals` says how much came in before each. */
function follow(before: Watch, from: number, arrivals: readonly number[]): Watch[] {
  let path = before
  return arrivals.map((more, index) => {
    const arrived = (path.last?.arrived ?? 0) + more
    path = watch(path, { at: from + index * 200, arrived, framesDecoded: 0 })
    return path
  })
}

const times = (count: number, arrivals: number) => Array.from({ length: count }, () => arrivals)
const sound = times(20, 10)
const beats = Array.from({ length: 50 }, (_, index) => (index % 5 === 0 ? 1 : 0))
const last = (path: readonly Watch[]): Watch => path.at(-1) ?? newWatch
const phases = (path: readonly Watch[]) => path.map(({ phase }) => phase)

describe('the watchdog', () => {
  test('hears a path flow with the first thing that comes in', () => {
    expect(phases(follow(newWatch, 0, [5, 0, 1]))).toEqual(['new', 'new', 'flowing'])
  })

  test('finds a path with sound silent after a second', () => {
    const talking = last(follow(newWatch, 0, sound))
    const cut = follow(talking, 4_000, times(6, 0))
    expect(phases(cut)).toEqual([...times(4, 0).map(() => 'flowing'), 'silent', 'silent'])
  })

  test('gives a path that lives on beats two and a half seconds', () => {
    const quiet = last(follow(newWatch, 0, beats))
    const cut = follow(quiet, 10_000, times(12, 0))
    // The last beat came 1 s before the cut.
    expect(phases(cut).filter((phase) => phase === 'flowing')).toHaveLength(8)
  })

  test('is not deceived by sound that stops while the beats go on', () => {
    const talking = last(
      follow(
        newWatch,
        0,
        beats.map((beat) => beat + 10),
      ),
    )
    const muted = follow(talking, 10_000, beats)
    expect(phases(muted)).not.toContain('silent')
  })

  test('hears the first packet after a silence', () => {
    const silent = last(follow(last(follow(newWatch, 0, sound)), 4_000, times(6, 0)))
    expect(phases(follow(silent, 5_200, [0, 1]))).toEqual(['silent', 'flowing'])
  })

  test('is as strict after a silence as before once sound is back', () => {
    const silent = last(follow(last(follow(newWatch, 0, sound)), 4_000, times(50, 0)))
    const back = last(follow(silent, 14_000, times(10, 10)))
    expect(last(follow(back, 16_000, times(5, 0))).phase).toBe('silent')
  })

  test('knows how long nothing has come', () => {
    const silent = last(follow(last(follow(newWatch, 0, sound)), 4_000, times(10, 0)))
    expect(silent).toMatchObject({ phase: 'silent', heardAt: 3_800, last: { at: 5_800 } })
  })

  test('finds a connection silent that stands and brings nothing for five seconds', () => {
    const path = follow(newWatch, 0, times(26, 0))
    expect(phases(path).indexOf('silent')).toBe(25)
  })

  test('finds a page that slept silent at its first look', () => {
    const talking = last(follow(newWatch, 0, sound))
    expect(last(follow(talking, 60_000, [0])).phase).toBe('silent')
  })
})
