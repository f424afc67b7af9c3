/** Staff sign in with their account of the service: a real browser, and a real OpenID Connect provider on another site. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { texts as office } from '../../client/i18n/office/en.ts'
import { texts as own } from '../../client/i18n/own-access/en.ts'
import { texts as signIn } from '../../client/i18n/sign-in/en.ts'
import { freePort } from '../free-port.ts'
import { startStaffProvider, type Colleague } from '../stand-in/staff-provider.ts'
import { chromiumPath, openPerson } from './browser.ts'
import { keepJourneys } from './journeys.ts'
import { startVisite } from './visite-process.ts'

const journeys = keepJourneys()
const secret = 'a-secret-of-more-than-32-characters'

/** The demonstration’s planner, and one whom it does not know. */
const people: readonly Colleague[] = [
  { id: 'sofie', email: 'sofie.maes@zorgpost.example', isVerified: true },
  { id: 'nobody', email: 'nobody@zorgpost.example', isVerified: true },
]

async function startDemo(): Promise<string> {
  const port = await freePort()
  const publicUrl = `http://localhost:${port}`
  const provider = await startStaffProvider({ publicUrl, secret, people: () => people })
  journeys.later(() => provider.close())
  const folder = mkdtempSync(join(tmpdir(), 'visite-staff-oidc-'))
  journeys.later(() => Promise.resolve(rmSync(folder, { recursive: true })))
  const secretFile = join(folder, 'secret')
  writeFileSync(secretFile, secret, { mode: 0o600 })
  const visite = await startVisite({
    program: 'demo',
    port,
    environment: {
      VISITE_STAFF_OIDC_ISSUER: provider.issuer,
      VISITE_STAFF_OIDC_CLIENT_ID: provider.clientId,
      VISITE_STAFF_OIDC_SECRET_FILE: secretFile,
    },
  })
  journeys.later(() => visite.close())
  return publicUrl
}

const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).click()

async function goesThere(page: Page): Promise<void> {
  await press(page, new RegExp(signIn['signIn.own']('')))
  await page.getByRole('heading', { name: 'Staff sign-in' }).waitFor()
}

describe.skipIf(chromiumPath === null)('the service’s own sign-in', () => {
  test('refuses whom nobody here knows, lets the planner in, and asks again after a sign-out', async () => {
    const url = await startDemo()
    const { page, complaints } = await openPerson(
      await journeys.reach('planner'),
      `${url}/office/?lang=en`,
      { viewport: { width: 1280, height: 800 } },
    )
    await goesThere(page)
    await press(page, 'Cancel')
    await page.getByText(signIn['signIn.own.cancelled']).waitFor()
    await goesThere(page)
    await press(page, 'nobody@zorgpost.example')
    await page.getByText(signIn['signIn.own.no-account']).waitFor()
    expect(new URL(page.url()).search).toBe('?lang=en')

    await goesThere(page)
    await press(page, 'sofie.maes@zorgpost.example')
    await page.getByRole('heading', { level: 1, name: office['nav.sessions'] }).waitFor()
    expect(page.url()).not.toMatch(/code|state|sign-in/)
    await press(page, office['shell.own-access'])
    await page.getByText(own['ownAccess.by.oidc']).waitFor()
    await press(page, own['ownAccess.close'])

    await press(page, office['shell.sign-out'])
    // The provider still has its own session; it asks all the same.
    await goesThere(page)
    expect(complaints.filter((complaint) => !complaint.includes('401'))).toEqual([])
  })
})
