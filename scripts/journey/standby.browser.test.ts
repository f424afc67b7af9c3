/**
 * The connection that stands by, in two real browsers: nothing is sent over it before the answer, whatever the order of
 * events, and the call goes on with it.
 */
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { findProgram } from '../setup/test-programs.mjs'
import { physicianActs, workerActs } from './acts.ts'
import { chromiumPath, mediaOf, waitForMedia } from './browser.ts'
import { openRelay } from './relay.ts'
import { keepJourneys } from './journeys.ts'
import { answer, type Scene } from './scene.ts'

const journeys = keepJourneys()

/** As long as a browser would need several times over to send what it should not. */
const quietMs = 2_500

async function startsDay({ page }: Scene['physician']): Promise<void> {
  await physicianActs.signsIn(page)
  await physicianActs.startsSession(page)
}

/** Waits until both hold one connection that stands. */
async function standBy({ worker, physician }: Scene): Promise<void> {
  for (const page of [worker.page, physician.page]) {
    await until(page, async () => (await mediaOf(page)).standing === 1)
  }
}

async function expectSilence({ worker, physician }: Scene): Promise<void> {
  for (const { page } of [worker, physician]) {
    expect((await mediaOf(page)).packetsSent).toBe(0)
  }
}

/** From the standby to sound and picture: not a packet before the answer, not another connection or offer after it. */
async function expectWarmCall(scene: Scene): Promise<void> {
  const { worker, physician } = scene
  const pages = [worker.page, physician.page]
  await standBy(scene)
  await worker.page.waitForTimeout(quietMs)
  await expectSilence(scene)
  const before = await Promise.all(pages.map(mediaOf))
  await ringWorker(scene)
  await worker.page.waitForTimeout(quietMs)
  await expectSilence(scene)
  const { seenByWorker, seenByPhysician } = await answer(scene)
  const after = [seenByWorker, seenByPhysician]
  for (const [index, media] of after.entries()) {
    expect(media.connections).toBe(before[index]?.connections)
    expect(media.descriptions).toBe(before[index]?.descriptions)
    expect(media.standing).toBe(1)
  }
  expect(await Promise.all(pages.map(startOf))).toEqual(['warm', 'warm'])
}

async function ringWorker({ worker, physician }: Scene): Promise<void> {
  await physicianActs.callsNext(physician.page)
  await workerActs.isRung(worker.page)
}

/** How the call began on this page, by its own record. */
function startOf(page: Page): Promise<unknown> {
  return page.evaluate(() => {
    const [mark] = performance.getEntriesByName('visite opened')
    return (mark as PerformanceMark | undefined)?.detail
  })
}

/** The frames with a signal that this page sends to the server from here on. */
function readSignals(page: Page): string[] {
  const frames: string[] = []
  page.on('websocket', (socket) =>
    socket.on('framesent', ({ payload }) => {
      const frame = payload.toString()
      if (frame.includes('"type":"signal"')) frames.push(frame)
    }),
  )
  return frames
}

function tellsAnAddress(frame: string): boolean {
  return /candidate:|"kind":"candidate"|IN IP6|IN IP4 (?!0\.0\.0\.0)/.test(frame)
}

function closedOf(page: Page): Promise<{ open: number; closed: number }> {
  return page.evaluate(() => {
    const all = (globalThis as unknown as { journeyConnections: RTCPeerConnection[] })
      .journeyConnections
    const closed = all.filter((each) => each.signalingState === 'closed').length
    return { open: all.length - closed, closed }
  })
}

async function until(page: Page, holds: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; !(await holds()); tries++) {
    if (tries > 200) throw new Error(`never: ${holds.toString()}`)
    await page.waitForTimeout(100)
  }
}

describe.skipIf(chromiumPath === null)('a connection that stands by', () => {
  test('sends nothing until the answer, then sound and picture at once: the worker came first', async () => {
    const scene = await journeys.open()
    await workerActs.arrives(scene.worker.page)
    await expectSilence(scene)
    await startsDay(scene.physician)
    await expectWarmCall(scene)
    expect(scene.worker.complaints).toEqual([])
    expect(scene.physician.complaints).toEqual([])
  })

  test('… the physician came first', async () => {
    const scene = await journeys.open()
    await startsDay(scene.physician)
    await workerActs.arrives(scene.worker.page)
    await expectWarmCall(scene)
  })

  test('… the physician’s page was loaded again', async () => {
    const scene = await journeys.open()
    await workerActs.arrives(scene.worker.page)
    await startsDay(scene.physician)
    await standBy(scene)
    await scene.physician.page.reload()
    await expectWarmCall(scene)
  })

  test('… the worker’s page was loaded again', async () => {
    const scene = await journeys.open()
    await workerActs.arrives(scene.worker.page)
    await startsDay(scene.physician)
    await standBy(scene)
    await scene.worker.page.reload()
    await workerActs.turnsOnCameraAndSound(scene.worker.page)
    await expectWarmCall(scene)
  })

  test('that is not up when the ring is answered comes up as the call', async () => {
    const scene = await journeys.open()
    const { worker, physician } = scene
    let release = () => {}
    const held = new Promise<void>((resolve) => (release = resolve))
    await worker.page.route('**/assets/peer-*.js', async (route) => {
      await held
      await route.continue()
    })
    await workerActs.arrives(worker.page)
    await startsDay(physician)
    await ringWorker(scene)
    await workerActs.answers(worker.page)
    await worker.page.waitForTimeout(500)
    await expectSilence(scene)
    release()
    const [seen] = await Promise.all([waitForMedia(worker.page), waitForMedia(physician.page)])
    expect(seen.connections).toBe(1)
  })

  test('is closed on both pages when the worker prefers a visit in person', async () => {
    const scene = await journeys.open()
    await workerActs.arrives(scene.worker.page)
    await startsDay(scene.physician)
    await standBy(scene)
    await workerActs.prefersInPerson(scene.worker.page)
    for (const { page } of [scene.worker, scene.physician]) {
      await until(page, async () => (await mediaOf(page)).standing === 0)
    }
    await expectSilence(scene)
  })

  test('is not there when the service does not want it: no page tells an address before the answer, and each is ready at the ring', async () => {
    const scene = await journeys.open({ environment: { VISITE_STANDBY: 'off' } })
    const { worker, physician } = scene
    const pages = [worker.page, physician.page]
    const signals = pages.map(readSignals)
    await workerActs.arrives(worker.page)
    await startsDay(physician)
    for (const page of pages) expect((await mediaOf(page)).connections).toBe(0)
    await ringWorker(scene)
    for (const page of pages)
      await until(page, async () => (await candidateTypes(page)).local.length > 0)
    await worker.page.waitForTimeout(quietMs)
    await expectSilence(scene)
    for (const [index, page] of pages.entries()) {
      expect(signals[index]?.filter(tellsAnAddress)).toEqual([])
      expect((await candidateTypes(page)).remote).toEqual([])
      expect((await mediaOf(page)).standing).toBe(0)
    }
    await answer(scene)
    for (const [index, page] of pages.entries()) {
      expect(signals[index]?.filter(tellsAnAddress).length).toBeGreaterThan(0)
      expect((await mediaOf(page)).descriptions).toBe(1)
      expect((await mediaOf(page)).connections).toBe(1)
      expect(await startOf(page)).toBe('cold')
    }
  })

  test('made ready at the ring is closed on both pages when the ring is stopped, and no address was told', async () => {
    const scene = await journeys.open({ environment: { VISITE_STANDBY: 'off' } })
    const { worker, physician } = scene
    const pages = [worker.page, physician.page]
    const signals = pages.map(readSignals)
    await workerActs.arrives(worker.page)
    await startsDay(physician)
    await ringWorker(scene)
    for (const page of pages) await until(page, async () => (await closedOf(page)).open === 1)
    await physicianActs.stopsRinging(physician.page)
    for (const page of pages) await until(page, async () => (await closedOf(page)).closed === 1)
    expect(signals.flat().filter(tellsAnAddress)).toEqual([])
  })

  test.skipIf(findProgram('turnserver') === null)(
    'hides both addresses until the answer where the service wants that, then finds the direct way',
    async () => {
      const turn = await openRelay(journeys)
      const scene = await journeys.open({
        environment: {
          VISITE_STANDBY: 'relay-only',
          VISITE_TURN_URLS: `turn:127.0.0.1:${turn.port}?transport=udp`,
          VISITE_TURN_SECRET_FILE: turn.secretFile,
        },
      })
      const { worker, physician } = scene
      await workerActs.arrives(worker.page)
      await startsDay(physician)
      await standBy(scene)
      await worker.page.waitForTimeout(quietMs)
      await expectSilence(scene)
      for (const { page } of [worker, physician]) {
        expect(await candidateTypes(page)).toEqual({ local: ['relay'], remote: ['relay'] })
      }
      await ringWorker(scene)
      await answer(scene)
      for (const { page } of [worker, physician]) {
        await until(page, async () => (await mediaOf(page)).path?.local !== 'relay')
        expect((await mediaOf(page)).connections).toBe(1)
      }
      await Promise.all([waitForMedia(worker.page), waitForMedia(physician.page)])
    },
  )
})

/** The kinds of addresses that this browser gave away, and those that it learned. */
function candidateTypes(page: Page) {
  return page.evaluate(async () => {
    const all = (globalThis as unknown as { journeyConnections: RTCPeerConnection[] })
      .journeyConnections
    const types = { local: new Set<string>(), remote: new Set<string>() }
    for (const connection of all) {
      for (const side of ['local', 'remote'] as const) {
        const sdp = connection[`${side}Description`]?.sdp ?? ''
        for (const [, type = ''] of sdp.matchAll(/^a=candidate:.* typ (\w+)/gm))
          types[side].add(type)
      }
    }
    return { local: [...types.local], remote: [...types.remote] }
  })
}
