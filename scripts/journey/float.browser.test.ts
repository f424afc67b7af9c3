/** The worker's picture above the physician's other windows: opened from a real tap, moving, and gone with the call. */
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { texts } from '../../client/i18n/consultation/en.ts'
import { physicianActs } from './acts.ts'
import { chromiumPath } from './browser.ts'
import { keepJourneys } from './journeys.ts'

const journeys = keepJourneys()

interface FloatingWindow {
  documentPictureInPicture?: { readonly window: Window | null }
}

describe.skipIf(chromiumPath === null)('the floating picture', () => {
  test('opens from the desk’s sheet of choices, shows the worker moving, and closes with the call', async () => {
    const scene = await journeys.openTalk()
    const { page } = scene.physician

    await choosesFloat(page)
    await page.waitForFunction(isFloating)
    await choosesFloat(page)
    await page.waitForFunction(isGone)

    await choosesFloat(page)
    await page.waitForFunction(isFloating)
    await physicianActs.endsCall(page)
    await page.waitForFunction(isGone)
    expect(scene.physician.complaints).toEqual([])
  })
})

async function choosesFloat(page: Page): Promise<void> {
  await page.getByRole('button', { name: texts['dock.more-long'], exact: true }).click()
  await page.getByRole('button', { name: texts['dock.float-long'], exact: true }).click()
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
