import { describe, expect, test } from 'vitest'
import { firstPace, stepPace, type LineFacts, type Pace } from './pace.ts'

const calm: LineFacts = {
  availableKbps: null,
  lossOut: 0,
  pictureOutKbps: 1200,
  roundTripMs: 30,
  rung: 'full',
  soundOutKbps: 70,
}

function after(seconds: number, facts: Partial<LineFacts>, from: Pace = firstPace): Pace {
  let pace = from
  for (let second = 0; second < seconds; second++)
    pace = stepPace(pace, { ...calm, ...facts }, pace.bytesPerSecond)
  return pace
}

describe('files leave', () => {
  test('twice as fast each second on a line where nothing waits', () => {
    expect(after(5, {}).bytesPerSecond).toBe(256_000)
  })

  test('at once with the room that the browser sees beside sound and picture', () => {
    expect(after(1, { availableKbps: 3270 }).bytesPerSecond).toBe(2000 * 125 * 0.8)
  })

  test('half as fast when the wait grew by more than 100 ms, or packets were lost', () => {
    const begun = after(5, {})
    expect(after(1, { roundTripMs: 140 }, begun).bytesPerSecond).toBe(128_000)
    expect(after(1, { lossOut: 0.05 }, begun).bytesPerSecond).toBe(128_000)
  })

  test('no faster while something waits, and only a little faster once the picture had to become smaller', () => {
    const begun = after(5, {})
    expect(after(1, { roundTripMs: 90 }, begun).bytesPerSecond).toBe(256_000)
    expect(after(1, { rung: 'smaller' }, begun).bytesPerSecond).toBe(320_000)
  })

  test.each([
    ['too little room for the voice', { availableKbps: 60 }],
    ['a long wait', { roundTripMs: 900 }],
    ['many losses', { lossOut: 0.2 }],
    ['a call that had to go to the telephone', { rung: 'phone' }],
  ] as const)('not at all with %s, and slowly again after it', (_, facts) => {
    const held = after(1, facts, after(3, {}))
    expect(held.bytesPerSecond).toBe(0)
    expect(after(1, {}, held).bytesPerSecond).toBe(2_000)
  })

  test('as at the beginning again after nothing was sent: an idle line tells nothing', () => {
    const idle = stepPace(after(5, {}), calm, 0)
    expect(idle.bytesPerSecond).toBe(16_000)
  })

  test('by losses alone where the browser tells no round trip', () => {
    const facts = { availableKbps: null, roundTripMs: null }
    expect(after(1, facts).bytesPerSecond).toBe(16_000)
    expect(after(1, { ...facts, lossOut: 0.05 }).bytesPerSecond).toBe(4_000)
  })
})

/**
 * A line with one queue before it, as a home router has: what does not fit waits, and the voice with it. The congestion
 * control of the channel itself is left out, which would fill the queue.
 */
function sendOver(line: { kbps: number; restMs: number }, mediaKbps: number, seconds: number) {
  let pace = firstPace
  let queuedKbit = 0
  let sent = 0
  const waits: number[] = []
  for (let second = 0; second < seconds; second++) {
    sent += pace.bytesPerSecond
    queuedKbit = Math.max(0, queuedKbit + mediaKbps + pace.bytesPerSecond / 125 - line.kbps)
    const waitMs = (queuedKbit / line.kbps) * 1000
    waits.push(waitMs)
    pace = stepPace(
      pace,
      {
        ...calm,
        availableKbps: line.kbps * 0.95,
        pictureOutKbps: mediaKbps - 70,
        roundTripMs: line.restMs + waitMs,
        rung: line.kbps < 340 ? 'smaller' : 'full',
      },
      pace.bytesPerSecond,
    )
  }
  return { sent, late: waits.slice(5).toSorted((a, b) => a - b) }
}

test.each([
  { kbps: 300, media: 270 },
  { kbps: 500, media: 400 },
  { kbps: 1000, media: 900 },
])('on a line of $kbps kbit/s the voice waits little for a file', ({ kbps, media }) => {
  const { late, sent } = sendOver({ kbps, restMs: 40 }, media, 60)
  const [worst = 0] = late.slice(-1)
  expect(worst).toBeLessThan(400)
  expect(late[Math.floor(late.length * 0.9)]).toBeLessThan(250)
  // And the file still gets most of what nobody else uses.
  expect(sent).toBeGreaterThan((kbps - media) * 125 * 60 * 0.4)
})
