/** The planner's morning: a list from Excel, a session filled with it, invitations sent, and the link that a worker got. */
import { describe, expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { texts as office } from '../../client/i18n/office/en.ts'
import { texts as worker } from '../../client/i18n/worker/en.ts'
import { inEnglish } from './acts.ts'
import { chromiumPath, openPerson, type Person } from './browser.ts'
import { keepJourneys } from './journeys.ts'

const journeys = keepJourneys()

/** As a Belgian Excel saves it: semicolons, Windows-1252. The third row has no usable e-mail address. */
const list = Buffer.from(
  [
    'Naam;Voornaam;Geboortedatum;E-mail;Taal',
    "D'Hondt;Zo\u00eb;03/04/1990;zoe.dhondt@nieuw.example;nl",
    "O'Brien;Ren\u00e9;12/11/1975;rene.obrien@nieuw.example;fr",
    'Null;Jef;01/02/1983;jef.null(at)nieuw.example;nl',
    'Wei\u00df;K\u00e4the;28/02/1969;kaethe.weiss@nieuw.example;de',
    '',
  ].join('\r\n'),
  'latin1',
)

describe.skipIf(chromiumPath === null)('the planner', () => {
  test('brings a list from Excel into a session, invites, and the mail’s link opens the appointment', async () => {
    const { planner } = await journeys.openOffice()
    const { page } = planner

    await choosesTheFile(page)
    await page.getByText(office['import.where'](4, 'E-mail')).waitFor()
    await page.getByText(office['import.problem']['not-an-email']).waitFor()
    expect(await workersCalled(planner, 'Hondt Zo')).toBe(0)

    await press(page, office['import.use'](3))
    await page.getByRole('heading', { name: office['import.done'] }).waitFor()
    expect(await workersCalled(planner, 'Brien Ren')).toBe(1)
    expect(await workersCalled(planner, 'Null Jef')).toBe(0)

    await press(page, office['import.to-session'])
    await page.getByLabel(office['import.which-session']).selectOption({ index: 5 })
    await page.getByLabel(office['common.exam-type']).selectOption('spontaneous')
    await press(page, office['fill.put'](3))
    await press(page, office['board.send'](3))
    await page.getByText(office['board.sent'](3)).waitFor()

    const link = await readsLinkInMailbox(page, 'zoe.dhondt@nieuw.example')
    const phone = await openPerson(await journeys.reach('planner'), inEnglish(link))
    await phone.page.getByRole('heading', { name: worker['arrival.title'] }).waitFor()
    expect(await phone.page.getByText('Zoë').count()).toBe(0)
    expect(planner.complaints).toEqual([])
    expect(phone.complaints).toEqual([])
  })
})

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()

async function choosesTheFile(page: Page) {
  await page.getByRole('link', { name: office['common.import'] }).first().click()
  await page.getByLabel(office['common.employer'], { exact: true }).selectOption({ index: 0 })
  await page.setInputFiles('input[type=file]', {
    name: 'lijst.csv',
    mimeType: 'text/csv',
    buffer: list,
  })
}

async function workersCalled(planner: Person, words: string): Promise<number> {
  const url = new URL(`/api/workers?q=${encodeURIComponent(words)}`, planner.page.url()).href
  const found: unknown = await (await planner.page.request.get(url)).json()
  if (!Array.isArray(found)) throw new Error(`no list of workers: ${JSON.stringify(found)}`)
  return found.length
}

async function readsLinkInMailbox(page: Page, address: string): Promise<string> {
  await page.getByRole('link', { name: office['nav.mailbox'] }).click()
  await page.getByText(address).first().click()
  const link = page.getByRole('link').filter({ hasText: '/worker/?lang=' }).first()
  await link.waitFor()
  return (await link.getAttribute('href')) ?? ''
}
