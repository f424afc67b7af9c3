/** What fills a slot besides the planner's lists: a worker's own wish for a talk, and one that was given back. In real browsers. */
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { texts as ask } from '../../client/i18n/ask/en.ts'
import { texts as office } from '../../client/i18n/office/en.ts'
import type { Session } from '../../signaling/protocol/planning.ts'
import { inEnglish, physicianActs } from './acts.ts'
import { chromiumPath, openPerson } from './browser.ts'
import { keepJourneys } from './journeys.ts'

const journeys = keepJourneys()

const openedFrom = (url: string, link: string) =>
  `${url}/ask/?lang=en#link=${new URL(link).hash.slice(1)}`

/** Opens a worker's menu on the day board, and takes them off it. */
async function removes(page: Page, workerName: string): Promise<void> {
  await page.getByRole('button', { name: `${office['common.more']} ${workerName}` }).click()
  await page.getByRole('button', { name: office['board.remove'], exact: true }).click()
  await page.getByRole('button', { name: office['board.remove-yes'] }).click()
}

/** Whom the physician sees last today. */
async function lastOf(page: Page, physicianName: string): Promise<string> {
  const day = new URL(page.url()).pathname.split('/').at(-1) ?? ''
  const url = new URL(`/api/sessions?from=${day}&until=${day}`, page.url()).href
  const all = (await (await page.request.get(url)).json()) as Session[]
  const slots = all
    .filter((each) => each.physicianName === physicianName)
    .flatMap((each) => each.slots)
  return slots.findLast(({ appointment }) => appointment !== null)?.appointment?.workerName ?? ''
}

async function opensNewestOffer(page: Page): Promise<string> {
  await page.getByRole('link', { name: office['nav.mailbox'] }).click()
  const link = page.getByRole('link').filter({ hasText: '#offer=' }).first()
  await page.locator('page-mailbox li a').first().click()
  await link.waitFor()
  return inEnglish((await link.getAttribute('href')) ?? '')
}

describe.skipIf(chromiumPath === null)('a slot', () => {
  test('is given to a worker who asked for a talk by an old link, which the employer does not see', async () => {
    const { planner, links, visite } = await journeys.openOffice()
    const worker = await openPerson(
      await journeys.reach('worker'),
      openedFrom(visite.url, links.workers[0] ?? ''),
      { touch: true },
    )
    await worker.page.getByText(ask['form.known']).waitFor()
    await worker.page.getByRole('button', { name: ask['form.send'] }).click()
    await worker.page.getByRole('heading', { name: ask['received.title'] }).waitFor()

    const { page } = planner
    await page.getByRole('link', { name: office['nav.requests'] }).click()
    const plan = page.locator('page-requests tr').getByRole('button', { name: /^Plan ?: / })
    await plan.first().click()
    await page.getByRole('button', { name: office['requests.plan-send'] }).click()
    await page.getByText(/^Planned for /).waitFor()
    await expect.poll(() => plan.count(), { timeout: 10_000 }).toBe(0)
    expect([...worker.complaints, ...planner.complaints]).toEqual([])
  })

  test('that was given back is offered to the next who is due; the desk sees it happen, and one tap takes it', async () => {
    const { planner, links } = await journeys.openOffice()
    const { page } = planner
    const desk = await openPerson(await journeys.reach('physician'), links.physicians[0] ?? '', {
      viewport: { width: 1280, height: 800 },
    })
    await physicianActs.signsIn(desk.page)
    await page.locator('.day.today h3 a').click()
    await page.locator('page-day session-slots').first().waitFor()

    await removes(page, await lastOf(page, 'Dr. Lien Claes'))
    const offered = /Offered to .+ until \d/
    await page.getByText(offered).first().waitFor()
    await desk.page.getByText(offered).first().waitFor()

    const offer = await openPerson(await journeys.reach('worker'), await opensNewestOffer(page), {
      touch: true,
    })
    await offer.page.getByRole('button', { name: ask['offer.take'] }).click()
    await offer.page.getByRole('heading', { name: ask['offer.accepted'] }).waitFor()
    await desk.page.getByText(offered).first().waitFor({ state: 'detached' })
    expect([...desk.complaints, ...offer.complaints, ...planner.complaints]).toEqual([])
  })
})
