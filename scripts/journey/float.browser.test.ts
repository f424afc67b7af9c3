/** The worker's picture above the physician's other windows: opened from a real tap, moving, and gone with the call. */
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { texts } from '../../client/i18n/consultation/en.ts'
import { texts as desk } from '../../client/i18n/desk/en.ts'
import { physicianActs } from './acts.ts'
import { chromiumPath } from './browser.ts'
import { keepJourneys } from './journeys.ts'

const journeys = keepJourneys()

interface FloatingWindow {
  documentPictureInPicture?: { readonly window: Window | null }
}

describe.skipIf(chromiumPath === null)('the floating picture', () => {
  test('opens from the desk’s sheet of choices, shows the worker moving while the form is filled, and closes with the call', async () => {
    const scene = await journeys.openTalk()
    const { page } = scene.physician

    await choosesFloat(page)
    await page.waitForFunction(isFloating)
    await choosesFloat(page)
    await page.waitForFunction(isGone)

    await choosesFloat(page)
    await page.waitForFunction(isFloating)
    const frames = await framesShown(page)
    await page.getByLabel(desk['outcome.needs-in-person'], { exact: true }).check()
    await page.getByText(desk['guest.title']).click()
    await page.getByLabel(desk['guest.name']).pressSequentially('Noor Peeters')
    await expect.poll(() => framesShown(page), { timeout: 10_000 }).toBeGreaterThan(frames + 20)
    await expect.poll(() => page.getByLabel(desk['guest.name']).inputValue()).toBe('Noor Peeters')

    // Who pauses is not to be seen above the other windows either.
    await pauses(scene.worker.page)
    await page.waitForFunction(isEmpty)
    await goesOn(scene.worker.page)
    await page.waitForFunction(isFloating)
    expect(
      await page.getByLabel(desk['outcome.needs-in-person'], { exact: true }).isChecked(),
    ).toBe(true)

    await physicianActs.endsCall(page)
    await page.waitForFunction(isGone)
    expect(scene.physician.complaints).toEqual([])
  })
})

async function choosesFloat(page: Page): Promise<void> {
  await page.getByRole('button', { name: texts['dock.more-long'], exact: true }).click()
  await page.getByRole('button', { name: texts['dock.float-long'], exact: true }).click()
}

const pauses = (page: Page) =>
  page.getByRole('button', { name: texts['dock.pause-long'], exact: true }).click()
const goesOn = (page: Page) =>
  page.getByRole('button', { name: texts['call.go-on'], exact: true }).last().click()

function framesShown(page: Page): Promise<number> {
  return page.evaluate(() => {
    const { documentPictureInPicture } = globalThis as FloatingWindow
    const inside = documentPictureInPicture?.window?.document.querySelector('video')
    const video = inside ?? document.pictureInPictureElement
    return video !== null && 'getVideoPlaybackQuality' in video
      ? (video as HTMLVideoElement).getVideoPlaybackQuality().totalVideoFrames
      : 0
  })
}

function isEmpty(): boolean {
  const { documentPictureInPicture } = globalThis as FloatingWindow
  return documentPictureInPicture?.window?.document.querySelector('video')?.srcObject === null
}

/** In a document of its own, or in the browser's video window: either plays. */
function isFloating(): boolean {
  const { documentPictureInPicture } = globalThis as FloatingWindow
  const inside = documentPictureInPicture?.window?.document.querySelector('video')
  const video = inside ?? document.pictureInPictureElement
  return video !== null && 'videoWidth' in video && Number(video.videoWidth) > 0
}

function isGone(): boolean {
  const { documentPictureInPicture } = globalThis as FloatingWindow
  return (documentPictureInPicture?.window ?? null) === null && !document.pictureInPictureElement
}
