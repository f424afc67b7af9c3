/** What people do that no drawing shows: two windows, double clicks, reloads, second thoughts. In real browsers. */
import { beforeEach, describe, expect, test } from 'vitest'
import { texts as desk } from '../../client/i18n/desk/en.ts'
import { inEnglish, physicianActs, workerActs } from './acts.ts'
import { chromiumPath, mediaOf, openPerson, waitForMedia } from './browser.ts'
import { readLinks } from './links.ts'
import { keepJourneys } from './journeys.ts'
import { answer, ring, storedRow, type Scene } from './scene.ts'
import type { VisiteProcess } from './visite-process.ts'

const journeys = keepJourneys()
let scene: Scene & { visite: VisiteProcess }

describe.skipIf(chromiumPath === null)('people', () => {
  beforeEach(async () => {
    scene = await journeys.open()
  })

  test('the physician stops the ring and the worker’s phone is silent within a second', async () => {
    await ring(scene)
    await physicianActs.stopsRinging(scene.physician.page)
    await workerActs.isNoLongerRung(scene.worker.page, 1000)
    expect((await mediaOf(scene.worker.page)).packetsSent).toBe(0)
  })

  test('a double click rings once', async () => {
    await workerActs.arrives(scene.worker.page)
    await physicianActs.signsIn(scene.physician.page)
    await physicianActs.startsSession(scene.physician.page)
    await physicianActs.callsNextTwice(scene.physician.page)
    await workerActs.isRung(scene.worker.page)
    const { seenByWorker } = await answer(scene)
    expect(seenByWorker.connections).toBe(1)
  })

  test('the worker asks for two minutes, and the desk says so', async () => {
    await ring(scene)
    await workerActs.asksTwoMinutes(scene.worker.page)
    await workerActs.isNoLongerRung(scene.worker.page, 1000)
    await physicianActs.seesThatTwoMinutesAreAsked(scene.physician.page)
  })

  test('the worker prefers a visit in person while it rings; the ring ends and the choice is stored', async () => {
    await ring(scene)
    await workerActs.prefersInPerson(scene.worker.page)
    await physicianActs.seesThatTheWorkerPrefersInPerson(scene.physician.page)
    expect(await storedRow(scene.physician)).toMatchObject({ status: 'converted' })
  })

  test('… or in the middle of the call, at one tap; the call ends and the choice is stored', async () => {
    await ring(scene)
    await answer(scene)
    await workerActs.prefersInPersonInTheCall(scene.worker.page)
    await physicianActs.seesThatTheWorkerPrefersInPerson(scene.physician.page)
    expect(await storedRow(scene.physician)).toMatchObject({ status: 'converted' })
  })

  test('the worker’s second window asks “Use here?”, and the first one says why it stopped', async () => {
    await workerActs.arrives(scene.worker.page)
    const link = inEnglish(readLinks(scene.visite.output()).workers[0] ?? '')
    const second = await openPerson(scene.browsers.worker, link)
    await workerActs.goesIn(second.page)
    await workerActs.usesThisWindow(second.page)
    await workerActs.turnsOnCameraAndSound(second.page)
    await workerActs.seesThatAnotherWindowIsUsed(scene.worker.page)

    await physicianActs.signsIn(scene.physician.page)
    await physicianActs.startsSession(scene.physician.page)
    await physicianActs.callsNext(scene.physician.page)
    await workerActs.isRung(second.page)
    await answer({ ...scene, worker: second })
    expect((await mediaOf(scene.worker.page)).packetsSent).toBe(0)
  })

  test('the worker leaves by mistake and returns to the same call', async () => {
    await ring(scene)
    await answer(scene)
    await workerActs.leaves(scene.worker.page)
    await workerActs.returnsToTheCall(scene.worker.page)
    await Promise.all([waitForMedia(scene.worker.page), waitForMedia(scene.physician.page)])
  })

  test('the worker reloads the page in the call and comes back without a new link', async () => {
    await ring(scene)
    await answer(scene)
    await scene.worker.page.reload()
    await Promise.all([waitForMedia(scene.worker.page), waitForMedia(scene.physician.page)])
  })

  test('the physician reloads the desk in the call and is back in it', async () => {
    await ring(scene)
    await answer(scene)
    await scene.physician.page.reload()
    await Promise.all([waitForMedia(scene.worker.page), waitForMedia(scene.physician.page)])
  })

  test('both hang up at once: both see the end, and the outcome can be stored', async () => {
    await ring(scene)
    await answer(scene)
    const end = await physicianActs.findsEnd(scene.physician.page)
    const leave = await workerActs.findsLeave(scene.worker.page)
    await Promise.all([end.click(), leave.click()])
    await workerActs.seesTheTalkIsOver(scene.worker.page)
    await physicianActs.records(scene.physician.page, 'needs-in-person')
    expect(await storedRow(scene.physician)).toMatchObject({ outcome: 'needs-in-person' })
    expect(scene.worker.complaints).toEqual([])
    expect(scene.physician.complaints).toEqual([])
  })

  test('the worker’s browser is killed: the desk says within 30 s that nobody is there', async () => {
    await ring(scene)
    await answer(scene)
    const debugging = await scene.browsers.worker.newBrowserCDPSession()
    // It never answers: there is nobody left to.
    debugging.send('Browser.crash').catch(() => {})
    await scene.physician.page
      .locator('.call-banner', { hasText: desk['call.workerLeft'] })
      .waitFor({ timeout: 30_000 })
  })

  test('the server is killed in the call: sound and picture go on without it', async () => {
    await ring(scene)
    await answer(scene)
    await scene.visite.kill()
    await Promise.all([waitForMedia(scene.worker.page), waitForMedia(scene.physician.page)])
  })
})
