/** Live text between two real browsers: how long a letter takes, and what is there when the other side types first. */
import { describe, expect, test } from 'vitest'
import { texts as consultation } from '../../client/i18n/consultation/en.ts'
import { texts as sharing } from '../../client/i18n/sharing/en.ts'
import { physicianActs, workerActs } from './acts.ts'
import { chromiumPath } from './browser.ts'
import { keepJourneys } from './journeys.ts'
import { percentile } from '../bench/percentile.ts'
import { longestDelayMs, textField, write } from './letters.ts'
import { nameOnTop } from './scene.ts'

const journeys = keepJourneys()

describe.skipIf(chromiumPath === null)('live text', () => {
  test('opens by itself on the other side, and letters are there in half a second', async () => {
    const { worker, physician } = await journeys.openTalk()
    await workerActs.opensText(worker.page)
    const toPhysician = await write(worker.page, 'I cannot speak here.', [
      { page: physician.page, writer: await nameOnTop(physician.page) },
    ])
    const toWorker = await write(physician.page, 'Then we write to each other.', [
      { page: worker.page, writer: await nameOnTop(worker.page) },
    ])
    const slowest = Math.max(...toPhysician, ...toWorker)
    console.log(`letters between two: median ${percentile(toWorker, 0.5)}, slowest ${slowest} ms`)
    expect(percentile(toPhysician, 0.5)).toBeLessThanOrEqual(longestDelayMs)
    expect(percentile(toWorker, 0.5)).toBeLessThanOrEqual(longestDelayMs)

    await textField(worker.page).press('Enter')
    await textField(physician.page).press('Enter')
    const log = worker.page.getByRole('log')
    await log.getByText('Then we write to each other.').waitFor()
    expect(await log.locator('.own').innerText()).toContain(sharing['text.you'])
    expect(await log.locator('.other').innerText()).not.toContain(sharing['text.you'])
    await physician.page.locator('share-panel [aria-live=polite] p').first().waitFor()

    await physicianActs.endsCall(physician.page)
    await workerActs.seesTheTalkIsOver(worker.page)
    expect(await worker.page.content()).not.toContain('write to each other')
    expect([...worker.complaints, ...physician.complaints]).toEqual([])
  })

  test('closed by hand it stays closed for this line, with a mark on its button', async () => {
    const { worker, physician } = await journeys.openTalk()
    await physician.page.keyboard.press('Alt+t')
    await textField(physician.page).pressSequentially('Please', { delay: 20 })
    await worker.page.getByText('Please').first().waitFor()
    await worker.page.getByRole('button', { name: sharing['text.close'] }).click()
    await textField(physician.page).pressSequentially(' write', { delay: 20 })
    await worker.page.getByRole('button', { name: consultation['dock.text-new-long'] }).click()
    await worker.page.getByText('Please write').first().waitFor()
  })
})
