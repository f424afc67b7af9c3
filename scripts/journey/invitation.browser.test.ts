/** The invitation as a mail program shows it: readable, operable and not wider than a phone. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { renderInvitation } from '../../signaling/outreach/invitation.ts'
import { house, invitation } from '../../signaling/outreach/testing.ts'
import { locales } from '../../signaling/protocol/primitives.ts'
import { chromiumPath, openBrowser } from './browser.ts'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const violations = 'axe.run().then((result) => result.violations.map((each) => each.id))'
const overflow = 'document.documentElement.scrollWidth - innerWidth'

describe.skipIf(chromiumPath === null)('the invitation in a browser', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await openBrowser()
  })
  afterAll(() => browser.close())

  test.each(locales.flatMap((language) => [360, 1024].map((width) => ({ language, width }))))(
    'has no barrier in $language at $width pixels, and fetches nothing',
    async ({ language, width }) => {
      const worker = { ...invitation.worker, language }
      const placeName = 'Proximus Boulevard du Roi Albert II 27, 4.12'
      const page = await browser.newPage({ viewport: { width, height: 740 } })
      const fetched: string[] = []
      page.on('request', (request) => fetched.push(request.url()))
      await page.setContent(renderInvitation({ ...invitation, placeName, worker }, house).html)
      expect(fetched).toEqual([])
      await page.evaluate(axe)
      expect(await page.evaluate(violations)).toEqual([])
      expect(await page.evaluate(overflow)).toBe(0)
      await page.close()
    },
  )
})
