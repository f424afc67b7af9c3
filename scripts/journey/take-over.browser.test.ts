/** A person goes on with a running call on another device, in real browsers: never without their wish, never untold. */
import { describe, expect, test } from 'vitest'
import { inEnglish, physicianActs, workerActs } from './acts.ts'
import { chromiumPath, mediaOf, openPerson, waitForMedia, type Person } from './browser.ts'
import { readLinks } from './links.ts'
import { keepJourneys } from './journeys.ts'

const journeys = keepJourneys()

const expectTalk = (...people: readonly Person[]) =>
  Promise.all(people.map(({ page }) => waitForMedia(page)))

const complaintsOf = (...people: readonly Person[]) => people.flatMap((each) => each.complaints)

describe.skipIf(chromiumPath === null)('a second device in the middle of a call', () => {
  test('asks first; taken over, the call goes on there, the first one says why it stopped, and the physician is told', async () => {
    const { worker, physician, browsers, visite } = await journeys.openTalk()
    const link = inEnglish(readLinks(visite.output()).workers[0] ?? '')
    const second = await openPerson(browsers.worker, link, { touch: true })
    await workerActs.goesIn(second.page)
    await workerActs.seesTheirCallOnAnotherDevice(second.page)
    await expectTalk(worker, physician)
    expect(await mediaOf(second.page)).toMatchObject({ connections: 0, packetsSent: 0 })
    expect(await physicianActs.anotherDevice(physician.page).count()).toBe(0)

    await workerActs.goesOnHere(second.page)
    await physicianActs.anotherDevice(physician.page).waitFor()
    await workerActs.seesThatAnotherWindowIsUsed(worker.page)
    await expectTalk(second, physician)
    expect((await mediaOf(worker.page)).standing).toBe(0)
    expect((await mediaOf(physician.page)).standing).toBe(1)

    await physicianActs.isSureThatItIsTheSamePerson(physician.page)
    await workerActs.goesOnHere(worker.page)
    await physicianActs.anotherDevice(physician.page).waitFor()
    await workerActs.seesThatAnotherWindowIsUsed(second.page)
    await expectTalk(worker, physician)
    expect(complaintsOf(worker, second, physician)).toEqual([])
  })

  test('that comes when the first is gone is told of too, and a reload is not', async () => {
    const { worker, physician, browsers, visite } = await journeys.openTalk()
    await worker.page.reload()
    await expectTalk(worker, physician)
    expect(await physicianActs.anotherDevice(physician.page).count()).toBe(0)

    await worker.close()
    const link = inEnglish(readLinks(visite.output()).workers[0] ?? '')
    const second = await openPerson(browsers.worker, link, { touch: true })
    await workerActs.goesIn(second.page)
    await workerActs.returnsToTheCall(second.page)
    await physicianActs.anotherDevice(physician.page).waitFor()
    await expectTalk(second, physician)
    expect(complaintsOf(second, physician)).toEqual([])
  })

  test('of the physician takes the desk over, and the call with it', async () => {
    const { worker, physician, browsers } = await journeys.openTalk()
    const second = await openPerson(browsers.physician, physician.page.url(), {
      viewport: { width: 1280, height: 800 },
    })
    await second.page.context().addCookies(await physician.page.context().cookies())
    await second.page.reload()
    await physicianActs.seesTheirCallOnAnotherDevice(second.page)
    await expectTalk(worker, physician)

    await physicianActs.goesOnHere(second.page)
    await physicianActs.seesThatAnotherWindowIsUsed(physician.page)
    await expectTalk(worker, second)
    expect((await mediaOf(physician.page)).standing).toBe(0)
    expect(complaintsOf(worker, physician)).toEqual([])
  })
})
