/** What a worker's phone must fetch before the page can be used: on a slow network each request in a chain costs half a second. */
import type { Page } from 'playwright-core'
import { afterEach, describe, expect, test } from 'vitest'
import { texts as worker } from '../../client/i18n/worker/en.ts'
import { inEnglish } from './acts.ts'
import { chromiumPath, openBrowser } from './browser.ts'
import { readLinks } from './links.ts'
import { createClosing } from './scene.ts'
import { startVisite } from './visite-process.ts'

const closing = createClosing()
afterEach(() => closing.now())

describe.skipIf(chromiumPath === null)('the worker’s page', () => {
  test('is ready after at most eight requests, all to its own server, all compressed', async () => {
    const visite = await startVisite({ program: 'demo' })
    closing.later(() => visite.close())
    const browser = await openBrowser()
    closing.later(() => browser.close())
    const page = await browser.newPage()
    const requests: string[] = []
    const uncompressed: string[] = []
    page.on('request', (request) => requests.push(request.url()))
    page.on('response', (response) => {
      const { pathname } = new URL(response.url())
      if (/\.(js|css|svg)$|\/$/.test(pathname) && response.headers()['content-encoding'] !== 'br') {
        uncompressed.push(pathname)
      }
    })
    await page.addInitScript(rememberWhenButtonAppears, worker['arrival.continue'])
    await page.goto(inEnglish(readLinks(visite.output()).workers[0] ?? ''))
    await page.getByRole('button', { name: worker['arrival.continue'] }).waitFor()

    const untilReady = [visite.url, ...(await requestsUntilButton(page))]
    expect(requests.length).toBeGreaterThan(3)
    expect(requests.filter((url) => !url.startsWith(visite.url))).toEqual([])
    expect(untilReady.length, untilReady.join('\n')).toBeLessThanOrEqual(8)
    expect(uncompressed).toEqual([])
  })
})

/** Runs in the page before its own program. */
function rememberWhenButtonAppears(words: string) {
  new MutationObserver((_changes, observer) => {
    const buttons = [...document.querySelectorAll('button')]
    if (!buttons.some((button) => button.textContent?.includes(words))) return
    performance.mark('journey:ready')
    observer.disconnect()
  }).observe(document, { childList: true, subtree: true, characterData: true })
}

function requestsUntilButton(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const ready = performance.getEntriesByName('journey:ready')[0]?.startTime ?? 0
    return performance
      .getEntriesByType('resource')
      .filter((entry) => entry.startTime < ready)
      .map((entry) => entry.name)
  })
}
