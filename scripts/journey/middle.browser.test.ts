/** A server that lies about keys, in real browsers: what the two of a call see of it. */
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { workerActs } from './acts.ts'
import { chromiumPath, mediaOf } from './browser.ts'
import { keepJourneys } from './journeys.ts'
import { openMiddle, type Trick } from './middle.ts'
import { ring } from './scene.ts'
import { waitForExchange, wordsActs } from './words-acts.ts'

const journeys = keepJourneys()

/** To the pictures of each other: the browser gives no sound on that came by another connection. */
async function openTalkThrough(trick: Trick) {
  const middle = await openMiddle(await journeys.reach('worker'), trick)
  const scene = await journeys.open({ before: middle.between })
  await ring(scene)
  await workerActs.answers(scene.worker.page)
  for (const { page } of [scene.worker, scene.physician]) await seesAPicture(page)
  return { ...scene, middle }
}

async function seesAPicture(page: Page): Promise<void> {
  for (let tries = 0; (await mediaOf(page)).framesDecoded === 0; tries++) {
    if (tries > 200) throw new Error('no picture')
    await page.waitForTimeout(100)
  }
}

/** As a browser tells it: then another path is looked for, and described. */
function losesItsNetworkForAMoment(page: Page): Promise<unknown> {
  return page.evaluate(() => dispatchEvent(new Event('online')))
}

/** Sends nothing from here on. */
async function expectStill(page: Page): Promise<void> {
  await page.waitForTimeout(500)
  const { packetsSent } = await mediaOf(page)
  await page.waitForTimeout(1_500)
  expect((await mediaOf(page)).packetsSent).toBe(packetsSent)
}

/** Cameras and microphones that are on and given to a connection; whatever else leaves is silence. */
function devicesSent(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const all = (globalThis as unknown as { journeyConnections: RTCPeerConnection[] })
      .journeyConnections
    const senders = all.flatMap((each) =>
      each.signalingState === 'closed' ? [] : each.getSenders(),
    )
    return senders.flatMap(({ track }) => (track?.enabled === true ? [track.kind] : []))
  })
}

describe.skipIf(chromiumPath === null)('somebody in the middle of a call', () => {
  test('who leads the exchange with each sees both, until the two compare: their words are not the same', async () => {
    const { worker, physician, middle } = await openTalkThrough('speaks with each for itself')
    // It is a real one: both talk, and it has seen both.
    for (const frames of await middle.framesSeen()) expect(frames).toBeGreaterThan(0)
    const words = await wordsActs.reads(worker.page)
    expect(words).toHaveLength(4)
    expect(await wordsActs.reads(physician.page)).not.toEqual(words)
    await wordsActs.says(physician.page, 'different')
    await wordsActs.seesThatTheCallIsStopped(physician.page)
    await expectStill(physician.page)
    // That the physician stopped was kept from the worker, who has read the words aloud too.
    await wordsActs.says(worker.page, 'different')
    await wordsActs.seesThatTheCallIsStopped(worker.page)
    await expectStill(worker.page)
  })

  test('who steps in later, with keys of their own on the connection that stands, stops sound and picture on both sides', async () => {
    const { worker, physician, middle } = await openTalkThrough('steps in later')
    const both = [worker.page, physician.page]
    for (const page of both) await waitForExchange(page, ({ phase }) => phase === 'agreed')
    middle.stepIn()
    await losesItsNetworkForAMoment(physician.page)
    // Neither is told by the other. A browser that takes the other key is found out at once; one that clings to the old key
    // makes other connections, which bring no words and have 15 s for that together.
    for (const page of both) await wordsActs.seesThatTheCallIsStopped(page, 60_000)
    for (const page of both) expect(await devicesSent(page)).toEqual([])
  })

  test('who passes the exchange on is found out by both pages themselves, and gets nothing more', async () => {
    const { worker, physician } = await openTalkThrough('passes everything on')
    for (const { page } of [worker, physician]) await wordsActs.seesThatTheCallIsStopped(page)
    for (const { page } of [worker, physician]) await expectStill(page)
  })
})
