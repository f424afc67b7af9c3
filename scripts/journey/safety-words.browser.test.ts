/** The safety words of a call, in two real browsers, from the keys that the two really use. */
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { words as dutchWords } from '../../client/i18n/safety-words/nl.ts'
import { words as englishWords } from '../../client/i18n/safety-words/en.ts'
import { toList } from '../../client/i18n/safety-words/load.ts'
import { chromiumPath, mediaOf, waitForMedia } from './browser.ts'
import { keepJourneys } from './journeys.ts'
import { exchangeOf, waitForExchange, wordsActs } from './words-acts.ts'

const journeys = keepJourneys()

/** As a crash of the network stack would: the call makes another attempt. */
function loseConnection(page: Page): Promise<number> {
  return page.evaluate(() => {
    const all = (globalThis as unknown as { journeyConnections: RTCPeerConnection[] })
      .journeyConnections
    all.at(-1)?.close()
    return all.length
  })
}

async function untilAnotherConnection(page: Page, before: number): Promise<void> {
  for (let tries = 0; (await mediaOf(page)).connections <= before; tries++) {
    if (tries > 200) throw new Error('no other connection')
    await page.waitForTimeout(100)
  }
}

describe.skipIf(chromiumPath === null)('the safety words', () => {
  test('are the same on both sides, in each language, and stay over another connection', async () => {
    const { worker, physician } = await journeys.openTalk()
    const words = await wordsActs.reads(worker.page)
    expect(words).toHaveLength(4)
    expect(await wordsActs.reads(physician.page)).toEqual(words)

    await wordsActs.choosesLanguage(physician.page, 'nl')
    const places = words.map((word) => toList(englishWords).indexOf(word))
    const dutch = places.map((place) => toList(dutchWords)[place])
    await physician.page.getByText(dutch[0] ?? '', { exact: true }).waitFor()
    expect(await wordsActs.reads(physician.page)).toEqual(dutch)
    await wordsActs.says(physician.page, 'same')
    await waitForExchange(physician.page, (seen) => seen.phase === 'agreed' && seen.same)

    const before = await exchangeOf(worker.page)
    await untilAnotherConnection(worker.page, await loseConnection(physician.page))
    // After an outage the picture comes back step by step, on a busy machine slowly.
    await Promise.all([worker, physician].map(({ page }) => waitForMedia(page, 60_000)))
    expect(await exchangeOf(worker.page)).toEqual(before)
    expect(await exchangeOf(physician.page)).toMatchObject({ phase: 'agreed', same: true })
    expect([...worker.complaints, ...physician.complaints]).toEqual([])
  })

  test('are new, and the same again, when a page was opened anew', async () => {
    const { worker, physician } = await journeys.openTalk()
    const words = await wordsActs.reads(physician.page)
    await worker.page.reload()
    await waitForExchange(physician.page, (seen) => seen.phase === 'agreed' && seen.renewed)
    const anew = await wordsActs.reads(worker.page)
    expect(anew).not.toEqual(words)
    expect(await wordsActs.reads(physician.page)).toEqual(anew)
  })

  test('that are not the same stop sound and picture on both sides', async () => {
    const { worker, physician } = await journeys.openTalk()
    await wordsActs.reads(physician.page)
    await wordsActs.reads(worker.page)
    await wordsActs.says(physician.page, 'different')
    await wordsActs.seesThatTheCallIsStopped(physician.page)
    await wordsActs.seesThatTheCallIsStopped(worker.page)
    const sent = async () => [await mediaOf(worker.page), await mediaOf(physician.page)]
    await worker.page.waitForTimeout(500)
    const before = (await sent()).map(({ packetsSent }) => packetsSent)
    await worker.page.waitForTimeout(1_500)
    expect((await sent()).map(({ packetsSent }) => packetsSent)).toEqual(before)
    expect([...worker.complaints, ...physician.complaints]).toEqual([])
  })
})
