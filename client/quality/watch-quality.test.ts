import { describe, expect, test } from 'vitest'
import type { CallLive } from '../call/call-live.ts'
import { createFakeTimers } from '../call/fake-timers.ts'
import { createNotes } from '../call/notes.ts'
import type { PictureShape } from '../rtc/sender-changes.ts'
import type { Rung } from './ladder.ts'
import { qualityNote } from './quality-note.ts'
import type { Quality } from './quality.ts'
import { watchQuality, type QualityPorts } from './watch-quality.ts'

const call = (part: Partial<Extract<CallLive, { attempt: number }>> = {}): CallLive => ({
  phase: 'connected',
  appointmentId: 'appointment-0001',
  callId: 'call-00000000001',
  attempt: 1,
  since: 0,
  ...part,
})

/** One page; the line below it is what the test says. */
function createPage(line: { rtt: number; kbps: number }, ports: Partial<QualityPorts> = {}) {
  const timers = createFakeTimers()
  const texts: string[] = []
  const shapes: PictureShape[] = []
  const told: (Quality | null)[] = []
  const notes = createNotes((text) => texts.push(text) > 0)
  let seconds = 0
  const watch = watchQuality(
    {
      peer: {
        shapePicture: (shape) => void shapes.push(shape),
        statistics: async () => report((seconds += 1), line),
      },
      notes,
      after: timers.after,
      now: () => timers.now(),
      lineMs: () => null,
      otherShowsPicture: () => true,
      ...ports,
    },
    (quality) => void told.push(quality),
  )
  return {
    watch,
    notes,
    shapes,
    timers,
    said: () => texts.map((text) => JSON.parse(text) as { readonly rung: string }),
    quality: () => told.at(-1),
    pass: async (count: number): Promise<void> => {
      for (let second = 0; second < count; second += 1) {
        timers.advance(1000)
        // The count is asked for and awaited.
        await Promise.resolve()
        await Promise.resolve()
        await Promise.resolve()
      }
    },
  }
}

/** As much as the ladder reads, in the shape of a browser's report. */
function report(second: number, { rtt, kbps }: { rtt: number; kbps: number }): RTCStatsReport {
  const entries = {
    T: { type: 'transport', selectedCandidatePairId: 'P' },
    P: { type: 'candidate-pair', currentRoundTripTime: rtt, availableOutgoingBitrate: kbps * 1000 },
    V: {
      type: 'inbound-rtp',
      kind: 'video',
      framesDecoded: second * 20,
      frameHeight: 480,
      bytesReceived: second * 50_000,
      packetsReceived: second * 60,
      packetsLost: 0,
    },
  }
  return new Map(Object.entries(entries))
}

describe('a page in a call', () => {
  test('caps the picture from the first moment', () => {
    const { watch, shapes } = createPage({ rtt: 0.02, kbps: 3000 })
    watch.follow(call())
    expect(shapes).toEqual([{ active: true, maxBitrate: 1_200_000, prefer: 'balanced' }])
  })

  test('stops the picture on a bad line, tells the other page, and comes back by itself', async () => {
    const line = { rtt: 1.4, kbps: 84 }
    const { watch, shapes, pass, said, quality } = createPage(line)
    watch.follow(call())
    await pass(5)
    expect(shapes.at(-1)).toEqual({ active: false })
    expect(said().at(-1)).toMatchObject({ kind: 'quality', rung: 'still', why: 'delay' })
    expect(quality()).toMatchObject({ own: 'still', other: 'full', weak: 'unclear' })
    Object.assign(line, { rtt: 0.02, kbps: 3000 })
    await pass(60)
    expect(shapes.at(-1)?.active).toBe(true)
    expect(quality()).toMatchObject({ own: 'full', weak: null })
    expect(said().at(-1)?.rung).toBe('full')
  })

  test('keeps its rung over a new connection, and says it again', async () => {
    const { watch, notes, shapes, pass, said } = createPage({ rtt: 1.4, kbps: 84 })
    watch.follow(call())
    await pass(5)
    watch.follow(call({ phase: 'recovering' }))
    watch.follow(call({ attempt: 2 }))
    notes.opened()
    expect(shapes.at(-1)).toEqual({ active: false })
    expect(said().at(-1)?.rung).toBe('still')
  })

  test('keeps frames before size as soon as either person needs the picture', () => {
    const { watch, notes, shapes, quality } = createPage({ rtt: 0.02, kbps: 3000 })
    watch.follow(call())
    const theirs = { kind: qualityNote, rung: 'full', why: null, needsPicture: true }
    const numbers = { availableKbps: null, lossIn: null, concealed: null, lineMs: null }
    notes.receive(JSON.stringify({ ...theirs, ...numbers }))
    expect(shapes.at(-1)?.prefer).toBe('maintain-framerate')
    // The same again is no reason to set the encoder anew.
    notes.receive(JSON.stringify({ ...theirs, ...numbers }))
    expect(shapes).toHaveLength(2)
    expect(quality()?.needsPicture).toEqual({ own: false, other: true })
  })

  test('sends no better picture than it is told to, unless someone needs it, and says so', async () => {
    let mostNow: Rung = 'full'
    const { watch, shapes, said, pass, quality } = createPage(
      { rtt: 0.02, kbps: 3000 },
      { notAbove: () => mostNow },
    )
    watch.follow(call())
    await pass(2)
    mostNow = 'sound-only'
    await pass(1)
    expect(shapes.at(-1)).toEqual({ active: false })
    expect(said().at(-1)).toMatchObject({ rung: 'sound-only' })
    expect(quality()).toMatchObject({ own: 'sound-only' })
    watch.setNeedsPicture(true)
    expect(shapes.at(-1)).toMatchObject({ active: true, prefer: 'maintain-framerate' })
    expect(quality()).toMatchObject({ own: 'full' })
  })

  test('suggests to meet in person when who needs it gets too little, and not for one bad second', async () => {
    const { watch, notes, pass, quality } = createPage({ rtt: 0.02, kbps: 3000 })
    watch.follow(call())
    watch.setNeedsPicture(true)
    const numbers = { availableKbps: null, lossIn: null, concealed: null, lineMs: null }
    const theirs = { kind: qualityNote, rung: 'slower', why: 'bandwidth', needsPicture: false }
    notes.receive(JSON.stringify({ ...theirs, ...numbers }))
    await pass(3)
    expect(quality()?.suggestsInPerson).toBe(false)
    await pass(5)
    expect(quality()?.suggestsInPerson).toBe(true)
  })

  test('forgets all with the call, and leaves no timer', async () => {
    const { watch, pass, quality, timers } = createPage({ rtt: 1.4, kbps: 84 })
    watch.follow(call())
    await pass(5)
    watch.follow({ phase: 'none' })
    expect(quality()).toBeNull()
    expect(timers.pending()).toBe(0)
    watch.follow(call({ callId: 'call-00000000002' }))
    expect(quality()).toMatchObject({ own: 'full', other: 'full' })
  })
})
