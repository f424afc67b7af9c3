/** What people do with the safety words of a call, and what a page knows of them. */
import type { Page } from 'playwright-core'
import { texts as consultation } from '../../client/i18n/consultation/en.ts'
import { texts as sheets } from '../../client/i18n/sheets/en.ts'
import { texts } from '../../client/i18n/trust/en.ts'
import type { Trust } from '../../client/trust/trust.ts'
import type { Screen } from './acts.ts'
import type { Evaluates } from './browser.ts'

/** Of the exchange, what can leave the page. */
export type SeenExchange = Trust['exchange']

export function exchangeOf(page: Evaluates): Promise<SeenExchange | null> {
  return page.evaluate(() => {
    const element = document.querySelector('safety-words') as { trust?: Trust | null } | null
    return element?.trust?.exchange ?? null
  })
}

export async function waitForExchange(
  page: Evaluates,
  isWanted: (exchange: SeenExchange) => boolean,
): Promise<SeenExchange> {
  for (let tries = 0; tries < 300; tries++) {
    const exchange = await exchangeOf(page)
    if (exchange !== null && isWanted(exchange)) return exchange
    await page.waitForTimeout(100)
  }
  throw new Error(`never: ${isWanted.toString()}; ${JSON.stringify(await exchangeOf(page))}`)
}

export const wordsActs = {
  /** Returns the four words as they stand on the screen. */
  async reads(page: Page): Promise<string[]> {
    await waitForExchange(page, ({ phase }) => phase === 'agreed')
    const sheet = page.getByRole('dialog', { name: texts['words.title'], exact: true })
    if (!(await sheet.isVisible())) await wordsActs.opens(page)
    await sheet.getByRole('listitem').first().waitFor()
    return sheet.getByRole('listitem').allTextContents()
  },
  /** As `reads`, on the screen of any browser. */
  async readsAnywhere(page: Screen & Evaluates): Promise<string[]> {
    await waitForExchange(page, ({ phase }) => phase === 'agreed')
    await wordsActs.opens(page)
    for (let tries = 0; tries < 100; tries++) {
      const words = await page.evaluate(() =>
        [...document.querySelectorAll('.safety-words[open] li')].map((word) => word.textContent),
      )
      if (words.length > 0) return words
      await page.waitForTimeout(100)
    }
    throw new Error('no words')
  },
  async opens(page: Screen) {
    await page.getByRole('button', { name: consultation['dock.more-long'], exact: true }).click()
    await page.getByRole('button', { name: sheets['more.words'], exact: true }).click()
  },
  async closes(page: Page) {
    const sheet = page.getByRole('dialog', { name: texts['words.title'], exact: true })
    await sheet.getByRole('button', { name: texts['words.close'], exact: true }).click()
  },
  async says(page: Page, answer: 'same' | 'different') {
    await page.getByRole('button', { name: texts[`words.${answer}`], exact: true }).click()
  },
  async choosesLanguage(page: Page, locale: string) {
    await page.getByLabel(texts['words.language'], { exact: true }).selectOption(locale)
  },
  async seesThatTheCallIsStopped(page: Page, timeout = 30_000) {
    const stop = page.getByRole('alertdialog', { name: texts['stop.title'], exact: true })
    await stop.waitFor({ timeout })
  },
}
