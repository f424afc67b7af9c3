/**
 * The third seat in three real browsers: an interpreter's link, the wait at the door, and a call of three in which each
 * sees and hears both others. Frames and the sound's energy are counted on all six ways.
 */
import type { Page } from 'playwright-core'
import { afterAll, describe, expect, test } from 'vitest'
import { texts as consultation } from '../../client/i18n/consultation/en.ts'
import { texts as guestTexts } from '../../client/i18n/guest/en.ts'
import { texts as sharing } from '../../client/i18n/sharing/en.ts'
import { guestActs, inEnglish, physicianActs, workerActs } from './acts.ts'
import { chromiumPath, mediaOf, openPerson, type Person } from './browser.ts'
import { keepJourneys } from './journeys.ts'
import { percentile } from '../bench/percentile.ts'
import { longestDelayMs, textField, write } from './letters.ts'
import { answer, nameOnTop, ring, type Scene } from './scene.ts'
import { makeSoundFile } from './sound-file.ts'

const journeys = keepJourneys()
const voice = makeSoundFile('tone')
afterAll(voice.remove)
const theWorker = guestTexts['call.worker']

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

/** Whose lines stand on this screen, in the order in which they were ended. */
const writersOn = (page: Page) => page.getByRole('log').locator('.share-line b').allInnerTexts()

/** The call of two, and an interpreter who waits at its door. */
async function openDoor() {
  const scene = await journeys.open()
  await ring(scene)
  const link = await physicianActs.asksAnInterpreter(scene.physician.page, name)
  await answer(scene)
  const browser = await journeys.reach('guest', { soundFile: voice.file })
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

  test('writes with the two: each sees both others’ letters in half a second, with name and role', async () => {
    const scene = await openDoor()
    await letIn(scene)
    const [worker, physician, guest] = [scene.worker.page, scene.physician.page, scene.guest.page]
    const physicianName = await nameOnTop(worker)
    const workerName = await nameOnTop(physician)
    expect(await nameOnTop(guest)).toBe(physicianName)
    for (const page of [worker, physician, guest]) await workerActs.opensText(page)

    const delays = [
      ...(await write(worker, 'What does that word mean?', [
        { page: physician, writer: workerName },
        { page: guest, writer: theWorker },
      ])),
      ...(await write(physician, 'It is a kind of pressure.', [
        { page: worker, writer: physicianName },
        { page: guest, writer: physicianName },
      ])),
      ...(await write(guest, 'Kan basıncı demek istiyor.', [
        { page: worker, writer: who },
        { page: physician, writer: who },
      ])),
    ]
    console.log(
      `letters among three: median ${percentile(delays, 0.5)}, slowest ${Math.max(...delays)} ms`,
    )
    expect(percentile(delays, 0.5)).toBeLessThanOrEqual(longestDelayMs)

    for (const [ended, page] of [worker, physician, guest].entries()) {
      await textField(page).press('Enter')
      for (const each of [worker, physician, guest]) {
        const endedLines = each.getByRole('log').locator('.share-line:not(.growing)')
        await expect.poll(() => endedLines.count()).toBe(ended + 1)
      }
    }
    expect(await writersOn(worker)).toEqual([sharing['text.you'], physicianName, who])
    expect(await writersOn(physician)).toEqual([workerName, sharing['text.you'], who])
    expect(await writersOn(guest)).toEqual([theWorker, physicianName, sharing['text.you']])

    // Of the guest's own devices: who talks while muted is told.
    await guest.getByRole('button', { name: consultation['dock.mute-long'], exact: true }).click()
    await guest.getByText(consultation['call.muted']).first().waitFor()
    for (const { complaints } of [scene.worker, scene.physician]) expect(complaints).toEqual([])
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
