import { describe, expect, test } from 'vitest'
import { createFakeTimers } from '../call/fake-timers.ts'
import type { Rung } from '../quality/ladder.ts'
import { goodQuality, type Quality } from '../quality/quality.ts'
import type { Sample } from '../quality/sample.ts'
import { frameBytes } from './frames.ts'
import { createPacedBulk } from './paced-bulk.ts'

const silent: Sample = {
  soundInKbps: null,
  soundOutKbps: null,
  pictureInKbps: null,
  pictureOutKbps: null,
  lossIn: null,
  lossOut: null,
  concealed: null,
  bufferMs: null,
  framesIn: null,
  framesOut: null,
  heightIn: null,
  heightOut: null,
  freezes: 0,
  frozenMs: 0,
  roundTripMs: null,
  availableKbps: null,
  path: null,
}

/** Somebody who sends as much as they may, over a channel that is empty at once. */
function openLine() {
  const timers = createFakeTimers()
  let quality: Quality | null = null
  let waiting: number | null = 0
  let sent = 0
  let changes = 0
  let clockOffMs = 0
  let tellRoom = () => {}
  const paced = createPacedBulk(
    {
      bulk: {
        send(frame) {
          sent += frame.byteLength
          return true
        },
        waitingBytes: () => waiting,
        hear: () => () => {},
        whenRoom(listener) {
          tellRoom = listener
          return () => {}
        },
      },
      after: timers.after,
      now: () => timers.now() + clockOffMs,
      quality: () => quality,
    },
    () => changes++,
  )
  const sendAll = () => {
    for (let room = paced.room(); room > 0; room = paced.room()) paced.send(new ArrayBuffer(room))
  }
  paced.whenRoom(sendAll)
  return {
    paced,
    begin: sendAll,
    pass: (ms: number) => timers.advance(ms),
    hear(numbers: Partial<Sample>, own: Rung = 'full') {
      quality = { ...goodQuality, own, numbers: { ...silent, ...numbers } }
    },
    setClock: (offMs: number) => void (clockOffMs = offMs),
    wait: (bytes: number | null) => (waiting = bytes),
    reopen: () => tellRoom(),
    changes: () => changes,
    sent: () => sent,
    closeLine: () => paced.close(),
  }
}

describe('files over the call’s own channel', () => {
  test('leave in portions: a second’s worth in a second', () => {
    const line = openLine()
    line.begin()
    line.pass(1_000)
    expect(line.sent()).toBeGreaterThan(7_000)
    expect(line.sent()).toBeLessThan(10_000)
  })

  test('leave faster after each calm second', () => {
    const line = openLine()
    line.begin()
    for (let second = 0; second < 6; second++) {
      line.hear({ roundTripMs: 20, lossOut: 0 })
      line.pass(1_000)
    }
    expect(line.sent()).toBeGreaterThan(300_000)
  })

  test('are held up where the line has not enough for the voice, and go on later; both are told', () => {
    const line = openLine()
    line.begin()
    line.hear({ availableKbps: 50 })
    line.pass(1_000)
    const before = line.sent()
    expect([line.paced.isHeld, line.changes()]).toEqual([true, 1])
    line.pass(5_000)
    expect(line.sent()).toBe(before)
    line.hear({ availableKbps: 500, roundTripMs: 20 })
    line.pass(1_000)
    expect(line.sent()).toBeGreaterThan(before)
    expect([line.paced.isHeld, line.changes()]).toEqual([false, 2])
  })

  test('wait while what was given before has not left', () => {
    const line = openLine()
    line.wait(100_000)
    line.begin()
    line.pass(1_000)
    expect(line.sent()).toBe(0)
    line.wait(0)
    line.pass(100)
    expect(line.sent()).toBeGreaterThan(0)
  })

  test('ask nothing while there is no channel, and begin with the next one', () => {
    const line = openLine()
    line.wait(null)
    line.begin()
    line.pass(1_000)
    expect(line.sent()).toBe(0)
    line.wait(0)
    line.reopen()
    expect(line.sent()).toBeGreaterThan(0)
  })

  test('go on when the clock is set back', () => {
    const line = openLine()
    line.begin()
    line.setClock(-3_600_000)
    line.pass(1_000)
    const before = line.sent()
    line.pass(1_000)
    expect(line.sent()).toBeGreaterThan(before)
  })

  test('never leave in more than a frame at once', () => {
    const line = openLine()
    line.hear({ availableKbps: 50_000 })
    expect(line.paced.room()).toBeLessThanOrEqual(frameBytes)
  })
})
