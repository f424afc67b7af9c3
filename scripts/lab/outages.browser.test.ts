/**
 * What a call outlives, each outage once and in one and the same call. Sound is checked in both directions, by packets for
 * the moment and by beeps for the truth. The bounds are the goals that the bench measures many times.
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createClosing, talk } from '../journey/scene.ts'
import { goals, toldWithinS, type GoalName } from './goals.ts'
import { canOpenLab, clients, look, openLab, pause, settled, suffer, type Lab } from './lab.ts'
import { concealedShare, longestGap } from './recovery.ts'
import { heardAgain, watchSockets } from './sockets.ts'

/** Packets come every 20 ms and are looked at every 50; measured 380 ms while the machine did other work besides. */
const unbrokenSoundMs = 500
const unbrokenPictureMs = 800

const closing = createClosing()
let lab: Lab

describe.skipIf(!canOpenLab)('a call on the direct path', () => {
  beforeAll(async () => {
    lab = await openLab(closing)
    const { seenByWorker, seenByPhysician } = await talk(lab.scene)
    expect(seenByWorker.path?.local).not.toBe('relay')
    expect(seenByPhysician.path?.local).not.toBe('relay')
  })
  afterAll(() => closing.now())

  test('does not notice that the server is killed, and both find the new one', () =>
    outlivesServer(() => lab.server.kill()))
  test('is whole after 5 s without network', () => outlives('outage-5'))
  test('is whole after 20 s without network, and both were told', () => outlives('outage-20'))
  test('is whole after another address', () => outlives('address'))
  test('is whole after UDP was blocked', () => outlives('udp'))
})

// In a call of its own: afterwards the picture is off for a while, since the sound goes first.
describe.skipIf(!canOpenLab)('a call on a line that loses much', () => {
  beforeAll(async () => {
    lab = await openLab(closing)
    await talk(lab.scene)
  })
  afterAll(() => closing.now())

  test('goes on for 30 s while every fifth packet is lost, and 4 % of the sound is made up at most', async () => {
    await settled(lab)
    const since = Date.now()
    lab.lose(20)
    await pause(30_000)
    lab.heal()
    const seen = await look(lab, since)
    for (const side of clients) {
      expect(seen[side].attempts).toEqual([])
      expect(seen[side].said.map(({ text }) => text)).not.toContain(null)
      expect(longestGap(seen[side].sound, since, Date.now())).toBeLessThan(1_000)
    }
    // Of both directions together: of 3000 packets about 70 are made up (measured 2.2 %), give or take 9 by chance. One
    // direction for a quarter of a minute had from 1.6 to 3.4 %.
    const shares = clients.map((side) => concealedShare(seen[side]))
    expect(mean(shares), String(shares)).toBeLessThanOrEqual(0.04)
  })
})

describe.skipIf(!canOpenLab)('a call through the relay', () => {
  const credentialSeconds = 20
  let calledAt = 0

  beforeAll(async () => {
    lab = await openLab(closing, { before: (faults) => faults.blockPair(), credentialSeconds })
    const { seenByWorker, seenByPhysician } = await talk(lab.scene)
    calledAt = Date.now()
    const ends = [seenByWorker.path?.local, seenByPhysician.path?.local]
    expect(ends).toContain('relay')
  })
  afterAll(() => closing.now())

  test('does not notice that the server is stopped, which takes 5 s at most, and both find the new one', () =>
    outlivesServer(async () => {
      const askedAt = Date.now()
      expect(await lab.server.stop()).toBe(0)
      expect(Date.now() - askedAt).toBeLessThanOrEqual(5_000)
    }))

  test('does not notice that its credential expires', async () => {
    const expiresAt = calledAt + credentialSeconds * 1_000
    await pause(expiresAt + 3_000 - Date.now())
    await expectUnbroken(expiresAt - 3_000)
  })

  test('is whole after coturn was killed and started again, with a fresh credential', () =>
    outlives('relay-2'))
  test('is told of a coturn that is gone for longer, and is whole after it is back', () =>
    outlives('relay-8'))
})

async function outlives(name: GoalName) {
  const goal = goals[name]
  const both = await suffer(lab, goal.fault('worker'))
  for (const side of clients) {
    const { soundBackMs, beepBackMs, steadyMs, ended, saidMs } = both[side]
    const told = JSON.stringify({ side, ...both[side] })
    expect(ended, told).toBe(false)
    expect(soundBackMs ?? Number.POSITIVE_INFINITY, told).toBeLessThanOrEqual(goal.soundMs)
    expect(beepBackMs, told).not.toBeNull()
    expect(steadyMs ?? Number.POSITIVE_INFINITY, told).toBeLessThanOrEqual(goal.steadyMs)
    if (goal.isTold)
      expect(saidMs ?? Number.POSITIVE_INFINITY, told).toBeLessThanOrEqual(toldWithinS * 1_000)
  }
}

async function outlivesServer(end: () => Promise<void>) {
  await settled(lab)
  const sockets = watchSockets(lab.scene)
  const since = Date.now()
  await end()
  await pause(3_000)
  await lab.server.start()
  const startedAt = Date.now()
  await heardAgain(sockets, startedAt, 10_000)
  for (const side of clients) {
    expect((sockets[side].at(-1) ?? 0) - startedAt, side).toBeLessThanOrEqual(3_000)
  }
  await expectUnbroken(since)
}

async function expectUnbroken(since: number) {
  const now = Date.now()
  const seen = await look(lab, since)
  for (const side of clients) {
    expect(seen[side].attempts).toEqual([])
    expect(longestGap(seen[side].sound, since, now), side).toBeLessThanOrEqual(unbrokenSoundMs)
    expect(longestGap(seen[side].frames, since, now), side).toBeLessThanOrEqual(unbrokenPictureMs)
  }
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}
