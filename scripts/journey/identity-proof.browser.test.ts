/** Who the worker is, proved to the physician's browser: with the stand-in for itsme, in two real browsers. */
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { texts as identity } from '../../client/i18n/identity/en.ts'
import { texts as proof } from '../../client/i18n/identity-proof/en.ts'
import { physicianActs, workerActs } from './acts.ts'
import { chromiumPath } from './browser.ts'
import { keepJourneys, type Given } from './journeys.ts'
import { openMiddle } from './middle.ts'
import { answer } from './scene.ts'
import { waitForExchange } from './words-acts.ts'

const journeys = keepJourneys()

/** From the link by way of itsme to a ring. */
async function ringIdentified(given?: Given) {
  const scene = await journeys.open(given)
  const { page } = scene.worker
  await page.getByRole('button', { name: identity['itsme'], exact: true }).click()
  await page.getByRole('button', { name: 'Anna Peeters' }).click()
  await workerActs.turnsOnCameraAndSound(page)
  await physicianActs.signsIn(scene.physician.page)
  await physicianActs.startsSession(scene.physician.page)
  await physicianActs.callsNext(scene.physician.page)
  await workerActs.isRung(page)
  return scene
}

const note = (page: Page) => page.locator('identity-proof-note')

describe.skipIf(chromiumPath === null)('itsme, bound to the connection', () => {
  test('names the worker to the physician’s browser, which says what that rests on; after a reload too', async () => {
    const scene = await ringIdentified()
    const { worker, physician } = scene
    await answer(scene)
    const proved = note(physician.page).getByText(proof['proved']('Anna Peeters'))
    await proved.waitFor()
    await physician.page.getByText(proof['how']).click()
    await physician.page.getByText(proof['keys-first']).waitFor()
    await worker.page.reload()
    await waitForExchange(physician.page, (seen) => seen.phase === 'agreed' && seen.renewed)
    await proved.waitFor()
    expect(physician.complaints).toEqual([])
    // The other site, where the worker was, has not everything that a browser looks for.
    expect(worker.complaints.filter((each) => each.startsWith('error'))).toEqual([])
  })

  test('tells of somebody in the middle who leads the exchange of words with each', async () => {
    const middle = await openMiddle(await journeys.reach('worker'), 'speaks with each for itself')
    const { worker, physician } = await ringIdentified({ before: middle.between })
    await workerActs.answers(worker.page)
    await note(physician.page).getByText(proof['connection']).waitFor()
  })
})
