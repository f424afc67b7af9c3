/** The way to itsme and back, in a real browser, against a real OpenID Connect provider on another site that is set up as itsme is. */
import type { Page } from 'playwright-core'
import { beforeEach, describe, expect, test } from 'vitest'
import { texts as desk } from '../../client/i18n/desk/en.ts'
import { texts as identity } from '../../client/i18n/identity/en.ts'
import { texts as worker } from '../../client/i18n/worker/en.ts'
import { inEnglish, physicianActs, workerActs } from './acts.ts'
import { chromiumPath, openPerson, type Person } from './browser.ts'
import { freePort } from '../free-port.ts'
import { readLinks } from './links.ts'
import { keepJourneys } from './journeys.ts'
import type { Scene } from './scene.ts'
import type { VisiteProcess } from './visite-process.ts'

const journeys = keepJourneys()
let scene: Scene & { visite: VisiteProcess }

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()
const heading = (page: Page, name: string) => page.getByRole('heading', { name, exact: true })

async function goesToItsme(page: Page): Promise<void> {
  await press(page, identity['itsme'])
  await heading(page, 'This is not itsme').waitFor()
}

async function says(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name }).click()
}

async function opensDesk({ page }: Person): Promise<void> {
  await physicianActs.signsIn(page)
  await physicianActs.startsSession(page)
  await page.getByRole('button', { name: 'Anna Peeters' }).first().click()
}

describe.skipIf(chromiumPath === null)('itsme', () => {
  beforeEach(async () => {
    scene = await journeys.open()
  })

  test('whoever it names comes in with another cookie, and the physician sees what matched', async () => {
    const { page } = scene.worker
    await goesToItsme(page)
    const before = await cookieOf(page)
    await says(page, 'Anna Peeters')
    await page.getByText(identity['hello']('Anna')).waitFor()
    await workerActs.turnsOnCameraAndSound(page)
    const after = await cookieOf(page)
    expect(before).toMatch(/^[\w-]{43}$/)
    expect(after).toMatch(/^[\w-]{43}$/)
    expect(after).not.toBe(before)
    expect(page.url()).not.toMatch(/code|state|#/)
    await opensDesk(scene.physician)
    await scene.physician.page.getByText(desk['identity.itsme']).waitFor()
    await scene.physician.page.getByText(desk['identity.all-same']).waitFor()
    // A reload is no new person.
    await page.reload()
    await workerActs.turnsOnCameraAndSound(page)
    await scene.physician.page.getByText(desk['identity.itsme']).waitFor()
  })

  test('who cancels is told so, and goes in by another way', async () => {
    const { page } = scene.worker
    await goesToItsme(page)
    await press(page, 'Cancel')
    await page.getByText(identity['cancelled']).waitFor()
    await workerActs.arrives(page)
    await opensDesk(scene.physician)
    await scene.physician.page.getByText(desk['identity.shows-card']).waitFor()
    await press(scene.physician.page, desk['identity.see-card'])
    await scene.physician.page.locator('identity-note .chip.ready').waitFor()
  })

  test('another person gets nothing, and the physician learns that somebody came', async () => {
    await opensDesk(scene.physician)
    const { page } = scene.worker
    await goesToItsme(page)
    await says(page, 'Somebody Else')
    await heading(page, identity['other-title']).waitFor()
    const shown = await page.locator('body').innerText()
    expect(shown).not.toMatch(/Anna|Peeters|Claes|\d\d:\d\d/)
    await page.reload()
    await heading(page, identity['other-title']).waitFor()
    await page.goto(`${scene.visite.url}/worker/?lang=en`)
    await heading(page, worker['not-valid.title']).waitFor()
    const note = scene.physician.page.locator('.wrong-person')
    await note.waitFor()
    expect(await note.innerText()).not.toContain('Somebody Else')
  })

  test('who comes back in another browser goes on there with one tap', async () => {
    const { page } = scene.worker
    await goesToItsme(page)
    // The app opens its answer in the telephone's own browser, which knows itsme but not this page.
    const other = await openPerson(scene.browsers.physician, 'about:blank')
    const { hostname } = new URL(page.url())
    const cookies = await page.context().cookies()
    const ofItsme = cookies.filter(({ domain }) => domain === hostname)
    await other.page.context().addCookies(ofItsme)
    await other.page.goto(page.url())
    await says(other.page, 'Anna Peeters')
    await other.page.getByText(identity['other-browser']).waitFor()
    await goesToItsme(other.page)
    await says(other.page, 'Anna Peeters')
    await workerActs.turnsOnCameraAndSound(other.page)
  })

  test('a return that is used twice leads nowhere the second time', async () => {
    const { page } = scene.worker
    await goesToItsme(page)
    const callback = page.waitForRequest(/\/api\/itsme\/callback/)
    await says(page, 'Anna Peeters')
    await heading(page, worker['media.title']).waitFor()
    const thief = await openPerson(scene.browsers.physician, (await callback).url())
    await heading(thief.page, worker['not-valid.title']).waitFor()
  })
})

test.skipIf(chromiumPath === null)(
  'while itsme is down, people are told and go another way',
  async () => {
    const visite = await journeys.start({
      VISITE_ITSME_ISSUER: `http://127.0.0.1:${await freePort()}/v2`,
      VISITE_ITSME_CLIENT_ID: 'visite-sample',
      VISITE_ITSME_SERVICE: 'VISITE_SAMPLE',
    })
    const browser = await journeys.reach('worker')
    const link = inEnglish(readLinks(visite.output()).workers[0] ?? '')
    const { page } = await openPerson(browser, link, { touch: true })
    await press(page, identity['itsme'])
    await page.getByText(identity['itsme-unavailable']).waitFor()
    await workerActs.arrives(page)
  },
)

async function cookieOf(page: Page): Promise<string | undefined> {
  const cookies = await page.context().cookies()
  return cookies.find(({ name }) => name.startsWith('visite-worker'))?.value
}
