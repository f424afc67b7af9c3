import { expect, test } from 'vitest'
import { createFakeTimers } from './fake-timers.ts'
import { createNotes } from './notes.ts'
import { createPathWatch } from './path-watch.ts'

function createWatched() {
  const timers = createFakeTimers()
  const said: string[] = []
  const told: string[] = []
  const picture: string[] = []
  const notes = createNotes((text) => said.push((JSON.parse(text) as { kind: string }).kind) > 0)
  const path = { packets: 0, perLook: 10, frames: 0, isOpen: true, refuses: false }
  const watch = createPathWatch(
    {
      sample: async () => {
        if (path.refuses) throw new DOMException('', 'InvalidStateError')
        path.packets += path.perLook
        path.frames += path.perLook
        return path.isOpen ? { arrived: path.packets, framesDecoded: path.frames } : null
      },
      notes,
      picture: {
        hold: (held) => picture.push(held ? 'held' : 'released'),
        refresh: () => picture.push('refreshed'),
      },
      after: timers.after,
      now: () => timers.now(),
    },
    ({ type }) => told.push(`${type} at ${timers.now()}`),
  )
  /** A look is taken in its own time: the browser's statistics come later than they are asked for. */
  const pass = async (ms: number) => {
    for (let left = ms; left > 0; left -= 200) {
      timers.advance(200)
      for (let turn = 0; turn < 3; turn++) await Promise.resolve()
    }
  }
  return { watch, path, pass, notes, timers, said, told, picture }
}

test('tells of silence and of its end, and holds the picture meanwhile', async () => {
  const { watch, path, pass, told, picture } = createWatched()
  watch.begin()
  await pass(2_000)
  path.perLook = 0
  await pass(4_000)
  path.perLook = 10
  await pass(1_000)
  expect(told).toEqual(['flowing at 600', 'silent at 3000', 'flowing at 6200'])
  expect(picture).toEqual(['held', 'released'])
})

test('keeps the other side’s watch fed with a beat each second', async () => {
  const { watch, pass, said } = createWatched()
  watch.begin()
  await pass(5_000)
  expect(said.filter((kind) => kind === 'beat')).toHaveLength(5)
})

test('takes notes of the other side for a sign of life', async () => {
  const { watch, path, pass, told } = createWatched()
  path.perLook = 0
  watch.begin()
  for (let second = 0; second < 10; second++) {
    watch.heard()
    await pass(1_000)
  }
  expect(told).toEqual(['flowing at 1200'])
})

test('refreshes the picture when the other side cannot decode it', () => {
  const { notes, picture } = createWatched()
  notes.receive('{"kind":"key-frame"}')
  expect(picture).toEqual(['refreshed'])
})

test('says nothing of a connection that has nothing to count', async () => {
  const { watch, path, pass, told } = createWatched()
  path.isOpen = false
  watch.begin()
  await pass(10_000)
  expect(told).toEqual([])
})

test('goes on watching when the browser once refuses to count', async () => {
  const { watch, path, pass, told } = createWatched()
  watch.begin()
  await pass(2_000)
  path.refuses = true
  await pass(200)
  path.refuses = false
  path.perLook = 0
  await pass(4_000)
  expect(told.at(-1)).toContain('silent')
})

test('leaves nothing running, and nobody listening', async () => {
  const { watch, pass, notes, timers, picture } = createWatched()
  watch.begin()
  watch.begin()
  await pass(1_000)
  watch.stop()
  await pass(1_000)
  notes.receive('{"kind":"key-frame"}')
  expect(timers.pending()).toBe(0)
  expect(picture).toEqual([])
})
