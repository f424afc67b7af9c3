/**
 * The third seat in three real browsers: an interpreter's link, the wait at the door, and a call of three in which each
 * sees and hears both others. Frames and the sound's energy are counted on all six ways.
 */
import type { Page } from 'playwright-core'
import { afterEach, describe, expect, test } from 'vitest'
import { guestActs, inEnglish, physicianActs, workerActs } from './acts.ts'
import { chromiumPath, mediaOf, openBrowser, openPerson, type Person } from './browser.ts'
import { answer, createClosing, openScene, ring, type Scene } from './scene.ts'
import { startVisite } from './visite-process.ts'

const closing = createClosing()
afterEach(() => closing.now())

const name = 'Elif Kaya'
const who = 'Elif Kaya, interpreter'

interface Way {
  readonly frames: number
  readonly energy: number
  readonly sent: number
}

/** What each open connection of the page has received and sent. */
function waysOf(page: Page): Promise<Way[]> {
  return page.evaluate(async () => {
    const all = (globalThis as unknown as { journeyConnections: RTCPeerConnection[] })
      .journeyConnections
    const ways: Way[] = []
    for (const connection of all.filter((each) => each.connectionState === 'connected')) {
      const way = { frames: 0, energy: 0, sent: 0 }
      const report = await connection.getStats()
      report.forEach((raw: Record<string, unknown>) => {
        if (raw['type'] === 'outbound-rtp') way.sent += Number(raw['packetsSent'] ?? 0)
        if (raw['type'] !== 'inbound-rtp') return
        way.frames += Number(raw['framesDecoded'] ?? 0)
        way.energy += Number(raw['totalAudioEnergy'] ?? 0)
      })
      ways.push(way)
    }
    return ways
  })
}

/** Connections on which this page sees moving pictures and hears sound: more of both than a while ago. */
async function liveWays(page: Page): Promise<number> {
  const before = await waysOf(page)
  await page.waitForTimeout(1500)
  const after = await waysOf(page)
  return after.filter((way, index) => {
    const past = before[index]
    return past !== undefined && way.frames > past.frames + 5 && way.energy > past.energy
  }).length
}

const expectWays = (page: Page, count: number) =>
  expect.poll(() => liveWays(page), { timeout: 30_000, interval: 100 }).toBe(count)

/** The call of two, and an interpreter who waits at its door. */
async function openDoor() {
  const visite = await startVisite({ program: 'demo' })
  closing.later(() => visite.close())
  const scene = await openScene(visite, closing)
  await ring(scene)
  const link = await physicianActs.asksAnInterpreter(scene.physician.page, name)
  await answer(scene)
  const browser = await openBrowser()
  closing.later(() => browser.close())
  const guest = await openPerson(browser, inEnglish(link), {
    viewport: { width: 1024, height: 768 },
  })
  await guestActs.opensTheLink(guest.page)
  await guestActs.turnsOnCameraAndSound(guest.page)
  await guestActs.waits(guest.page)
  await physicianActs.seesAtTheDoor(scene.physician.page, who)
  return { ...scene, guest, browser, link }
}

async function letIn({ worker, physician, guest }: Scene & { guest: Person }) {
  await physicianActs.letsIn(physician.page, name)
  await workerActs.seesInTheCall(worker.page, who)
  for (const { page } of [worker, physician, guest]) await expectWays(page, 2)
}

describe.skipIf(chromiumPath === null)('an interpreter', () => {
  test('waits without a packet; let in, all three see and hear each other; a reload finds back; the end is for all', async () => {
    const scene = await openDoor()
    const { worker, physician, guest } = scene
    expect(await mediaOf(guest.page)).toMatchObject({ connections: 0, packetsSent: 0 })
    expect(await worker.page.getByText(name).count()).toBe(0)

    await letIn(scene)
    await guest.page.reload()
    await guestActs.turnsOnCameraAndSound(guest.page)
    for (const { page } of [worker, physician, guest]) await expectWays(page, 2)

    await physicianActs.endsCall(physician.page)
    await guestActs.seesThatItIsOver(guest.page, 'call-ended')
    await workerActs.seesTheTalkIsOver(worker.page)
    expect(await waysOf(guest.page)).toEqual([])
    for (const { complaints } of [worker, physician]) expect(complaints).toEqual([])
  })

  test('is out at once when the worker objects, and out for good when the physician shows them out', async () => {
    const scene = await openDoor()
    const { worker, physician, guest, browser, link } = scene
    await letIn(scene)

    await workerActs.objectsTo(worker.page, name)
    await guestActs.waitsAgain(guest.page)
    expect(await waysOf(guest.page)).toEqual([])
    for (const { page } of [worker, physician]) await expectWays(page, 1)

    await letIn(scene)
    await physicianActs.showsOut(physician.page, name)
    await guestActs.seesThatItIsOver(guest.page, 'removed')
    await workerActs.seesThatTheyAreGone(worker.page, name)
    for (const { page } of [worker, physician]) await expectWays(page, 1)

    const again = await openPerson(browser, inEnglish(link))
    await guestActs.seesThatTheLinkIsDead(again.page)
  })
})
