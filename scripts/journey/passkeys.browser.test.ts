/** Staff enrol with a passkey, come back with it, and find a copy of it refused. The program as it is installed, no demonstration. */
import type { CDPSession, Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { texts as errors } from '../../client/i18n/errors/en.ts'
import { texts as office } from '../../client/i18n/office/en.ts'
import { texts as own } from '../../client/i18n/own-access/en.ts'
import { texts as signIn } from '../../client/i18n/sign-in/en.ts'
import { chromiumPath, openPerson } from './browser.ts'
import { keepJourneys } from './journeys.ts'
import { startVisite } from './visite-process.ts'

const journeys = keepJourneys()

/** What Chromium plays instead of a telephone or a key (DevTools protocol, WebAuthn). */
async function plugAuthenticator(devtools: CDPSession, transport: 'internal' | 'usb') {
  const { authenticatorId } = await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport,
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
  return authenticatorId
}

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()

async function signOut(page: Page): Promise<void> {
  await press(page, office['shell.sign-out'])
  await page.getByRole('button', { name: signIn['signIn.use'] }).waitFor()
}

async function openOwnAccess(page: Page): Promise<void> {
  await press(page, office['shell.own-access'])
  await page.getByRole('heading', { name: own['ownAccess.passkeys'] }).waitFor()
}

describe.skipIf(chromiumPath === null)('passkeys', () => {
  test('the first planner enrols with one, signs in with it, adds another; a copy is refused', async () => {
    const visite = await startVisite({ program: 'main' })
    journeys.later(() => visite.close())
    await expect.poll(() => visite.output()).toMatch(/\/office\/#\S+/)
    const [link = ''] = /http:\S+\/office\/#\S+/.exec(visite.output()) ?? []
    const { page, complaints } = await openPerson(
      await journeys.reach('planner'),
      link.replace('/office/', '/office/?lang=en'),
      { viewport: { width: 1280, height: 800 } },
    )
    const devtools = await page.context().newCDPSession(page)
    await devtools.send('WebAuthn.enable')
    const first = await plugAuthenticator(devtools, 'internal')

    await page.getByLabel(signIn['signIn.name']).fill('Sofie Maes')
    await page.getByLabel(signIn['signIn.email']).fill('sofie@zorgpost.example')
    await press(page, signIn['signIn.enrol.passkey'])
    await page.getByRole('heading', { level: 1, name: office['nav.sessions'] }).waitFor()
    expect(new URL(page.url()).hash).toBe('')

    await signOut(page)
    await press(page, signIn['signIn.use'])
    await openOwnAccess(page)
    expect(await page.locator('.own-list').first().locator('li').count()).toBe(1)
    const second = await plugAuthenticator(devtools, 'usb')
    await press(page, own['ownAccess.add'])
    await page.getByText(own['ownAccess.added']).waitFor()
    expect(await page.locator('.own-list').first().locator('li').count()).toBe(2)
    await press(page, own['ownAccess.close'])

    const { credentials } = await devtools.send('WebAuthn.getCredentials', {
      authenticatorId: first,
    })
    const [credential] = credentials
    if (credential === undefined) throw new Error('the authenticator holds no passkey')
    await signOut(page)
    await devtools.send('WebAuthn.removeVirtualAuthenticator', { authenticatorId: second })
    await devtools.send('WebAuthn.clearCredentials', { authenticatorId: first })
    // As an old backup of its owner’s device would have it.
    await devtools.send('WebAuthn.addCredential', {
      authenticatorId: first,
      credential: { ...credential, signCount: 0 },
    })
    await press(page, signIn['signIn.use'])
    await page.getByText(errors['passkey-copied']).waitFor()
    expect(complaints.filter((complaint) => !complaint.includes('401'))).toEqual([])
  })
})
