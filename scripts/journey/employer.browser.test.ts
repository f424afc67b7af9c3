/** An employer's contact is invited by mail, makes a passkey, comes back with it, and with a code. The program as it is installed. */
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { texts as employer } from '../../client/i18n/employer/en.ts'
import { texts as signIn } from '../../client/i18n/sign-in/en.ts'
import { chromiumPath, openPerson } from './browser.ts'
import { keepJourneys } from './journeys.ts'
import { startVisite } from './visite-process.ts'

const journeys = keepJourneys()

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()

/** Chromium's stand-in for a telephone's fingerprint reader (DevTools protocol, WebAuthn). */
async function plugAuthenticator(page: Page): Promise<void> {
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('WebAuthn.enable')
  await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
}

/** Asks the server as the page's own program would; the page is signed in. */
async function ask<Reply>(page: Page, url: string, body?: object): Promise<Reply> {
  const text = await page.evaluate(
    async ([to, payload]) => {
      const headers = { 'content-type': 'application/json' }
      const post = { method: 'POST', headers, body: payload ?? '' }
      const reply = await fetch(to ?? '', payload === null ? {} : post)
      return reply.text()
    },
    [url, body === undefined ? null : JSON.stringify(body)] as const,
  )
  return JSON.parse(text) as Reply
}

/** Returns the text of the planner's local mailbox's n-th mail, once it is there. */
async function readMail(planner: Page, count: number): Promise<string> {
  const list = () => ask<{ id: string }[]>(planner, '/api/mailbox')
  await expect.poll(async () => (await list()).length).toBe(count)
  const [{ id } = { id: '' }] = await list()
  return (await ask<{ text: string }>(planner, `/api/mailbox/${id}`)).text
}

describe.skipIf(chromiumPath === null)('an employer’s contact', () => {
  test('comes in by the mailed link, by the passkey that it made, and by a code', async () => {
    const visite = await startVisite({ program: 'main' })
    journeys.later(() => visite.close())
    await expect.poll(() => visite.output()).toMatch(/\/office\/#\S+/)
    const [first = ''] = /http:\S+\/office\/#\S+/.exec(visite.output()) ?? []
    const planner = await openPerson(await journeys.reach('planner'), first)
    await plugAuthenticator(planner.page)
    await planner.page.locator('#enrol-name').fill('Sofie Maes')
    await planner.page.locator('#enrol-email').fill('sofie@zorgpost.example')
    await planner.page.locator('enrolment-form .primary').click()
    await planner.page.locator('office-shell').waitFor()
    const { id: employerId } = await ask<{ id: string }>(planner.page, '/api/employers', {
      name: 'Meridiaan',
    })
    const email = 'els.baert@meridiaan.example'
    const els = { employerId, name: 'Els Baert', email, language: 'en' }
    await ask(planner.page, '/api/contacts', els)

    const [link = ''] = /http:\S+\/employer\/\S+/.exec(await readMail(planner.page, 1)) ?? []
    const { page, complaints } = await openPerson(await journeys.reach('contact'), link)
    await plugAuthenticator(page)
    await press(page, signIn['signIn.passkey.make'])
    await page.getByRole('heading', { level: 1, name: 'Meridiaan' }).waitFor()
    expect(new URL(page.url()).hash).toBe('')

    await press(page, employer['page.sign-out'])
    await press(page, signIn['signIn.use'])
    await page.getByRole('heading', { level: 1, name: 'Meridiaan' }).waitFor()

    await press(page, employer['page.sign-out'])
    await page.getByLabel(employer['code.email']).fill(email)
    await press(page, employer['code.ask'])
    const code = /(\d{3} \d{3})/.exec(await readMail(planner.page, 2))?.[1] ?? ''
    await page.getByLabel(employer['code.digits']).fill(code)
    await press(page, employer['code.enter'])
    await page.getByRole('heading', { level: 1, name: 'Meridiaan' }).waitFor()
    expect(complaints.filter((complaint) => !complaint.includes('401'))).toEqual([])
  })
})
