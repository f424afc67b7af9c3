/** Photos, files and pictures from one real browser to the other, and nothing of them left after the call. */
import { createHash, randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { texts as consultation } from '../../client/i18n/consultation/en.ts'
import { texts as sharing } from '../../client/i18n/sharing/en.ts'
import { readPictureHead } from '../../client/sharing/pictures.ts'
import { physicianActs, workerActs } from './acts.ts'
import { chromiumPath, waitForMedia } from './browser.ts'
import { lockedPdf, samplePdf } from './sample-pdf.ts'
import { keepJourneys } from './journeys.ts'
import { cameraAtTheBack, cameraAtTheFront, deviceInUse, makePhone, plugScript } from './plugs.ts'
import type { Scene } from './scene.ts'

const journeys = keepJourneys()

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })
const partButton = (page: Page) => page.locator('.share-part', { hasText: sharing['panel.files'] })

async function opensFiles(page: Page): Promise<void> {
  await button(page, consultation['dock.text-long']).click()
  await partButton(page).click()
}

function chooses(
  page: Page,
  words: string,
  file: { name: string; mimeType: string; buffer: Buffer },
) {
  return page.locator('.share-chooser', { hasText: words }).locator('input').setInputFiles(file)
}

function complaintsOf({ worker, physician }: Scene): string[] {
  return [...worker.complaints, ...physician.complaints]
}

describe.skipIf(chromiumPath === null)('in a call', () => {
  test('the physician asks for a photo; the worker takes it, sends it, and has the camera back', async () => {
    const scene = await journeys.openTalk({ worker: { devices: 4 }, script: plugScript })
    const { worker, physician } = scene
    await makePhone(worker.page)
    await opensFiles(physician.page)
    await physician.page.getByLabel(sharing['ask.what']).fill('The skin of your left hand')
    await button(physician.page, sharing['ask.button']).click()

    await worker.page.getByText('The skin of your left hand').waitFor()
    await button(worker.page, sharing['photo.open']).click()
    await expect.poll(() => deviceInUse(worker.page, 'video')).toBe(cameraAtTheBack)
    await button(worker.page, sharing['photo.take']).click()
    const check = await worker.page.locator('.photo code').innerText()
    await button(worker.page, sharing['photo.send']).click()

    await physician.page.locator('.transfer img').waitFor()
    expect(await physician.page.locator('.transfer code').innerText()).toBe(check)
    expect(check).toMatch(/^[0-9A-F]{4} [0-9A-F]{4} [0-9A-F]{4}$/)
    await expect.poll(() => deviceInUse(worker.page, 'video')).toBe(cameraAtTheFront)
    await waitForMedia(physician.page)

    const downloading = physician.page.waitForEvent('download')
    await button(physician.page, sharing['file.save']).click()
    const stored = readFileSync(await (await downloading).path())
    // All that the camera has; the call itself has 640 by 480.
    expect(readPictureHead(new Uint8Array(stored))).toMatchObject({ width: 1920, height: 1080 })
    const sha256 = createHash('sha256').update(stored).digest('hex').toUpperCase()
    expect(sha256.startsWith(check.replaceAll(' ', ''))).toBe(true)

    await physicianActs.endsCall(physician.page)
    await workerActs.seesTheTalkIsOver(worker.page)
    expect(await physician.page.locator('.transfer, blob-picture').count()).toBe(0)
    expect(complaintsOf(scene)).toEqual([])
  })

  test('the worker may say no, and the physician is told so', async () => {
    const { worker, physician } = await journeys.openTalk()
    await opensFiles(physician.page)
    await button(physician.page, sharing['ask.button']).click()
    await button(worker.page, sharing['photo.no']).click()
    await button(physician.page, sharing['ask.seen']).waitFor()
    expect(await worker.page.locator('photo-dialog').count()).toBe(0)
  })

  test('a file goes over once it was accepted, whole', async () => {
    const scene = await journeys.openTalk()
    const { worker, physician } = scene
    const content = randomBytes(3_000_000)
    await opensFiles(physician.page)
    await chooses(physician.page, sharing['file.send'], {
      name: 'advice.pdf',
      mimeType: 'application/pdf',
      buffer: content,
    })
    await button(worker.page, sharing['file.accept']).click()
    const downloading = worker.page.waitForEvent('download')
    await button(worker.page, sharing['file.save']).click()
    const download = await downloading
    expect(download.suggestedFilename()).toBe('advice.pdf')
    expect(readFileSync(await download.path()).equals(content)).toBe(true)
    const checks = [worker, physician].map(({ page }) => page.locator('.transfer code').innerText())
    expect(new Set(await Promise.all(checks)).size).toBe(1)
    expect(complaintsOf(scene)).toEqual([])
  })

  test('a file that is no document does not leave', async () => {
    const { worker, physician } = await journeys.openTalk()
    await opensFiles(physician.page)
    await chooses(physician.page, sharing['file.send'], {
      name: 'page.html',
      mimeType: 'text/html',
      buffer: Buffer.from('<script>alert(1)</script>'),
    })
    await physician.page.getByText(sharing['refusal.kind']).waitFor()
    expect(await worker.page.locator('.transfer').count()).toBe(0)
  })

  test('a picture that the physician shows is on both screens until it is taken away', async () => {
    const scene = await journeys.openTalk()
    const { worker, physician } = scene
    await opensFiles(physician.page)
    await chooses(physician.page, sharing['show.choose'], {
      name: 'audiogram.png',
      mimeType: 'image/png',
      buffer: await physician.page.screenshot(),
    })
    await worker.page.locator('.shown img').waitFor()
    await physician.page.locator('.shown img').waitFor()
    await button(worker.page, sharing['show.larger']).click()
    await button(physician.page, sharing['show.stop']).click()
    await worker.page.locator('.shown').waitFor({ state: 'detached' })
    expect(complaintsOf(scene)).toEqual([])
  })

  test('the pages of a PDF are on both screens, turned by whoever shows it', async () => {
    const scene = await journeys.openTalk()
    const { worker, physician } = scene
    await opensFiles(physician.page)
    await chooses(physician.page, sharing['show.choose'], aPdf(samplePdf(['One', 'Two', 'Three'])))
    await physician.page.getByText(sharing['show.page'](1, 3)).waitFor()
    const first = await pageSeenBy(worker.page)
    // The letters of a font that the file does not bring along are there.
    expect(first.darkPoints).toBeGreaterThan(500)
    expect(Math.max(first.width, first.height)).toBe(2200)
    expect(await worker.page.getByText(sharing['show.next']).count()).toBe(0)

    await button(physician.page, sharing['show.next']).click()
    await physician.page.getByText(sharing['show.page'](2, 3)).waitFor()
    const darkPoints = async () => (await pageSeenBy(worker.page)).darkPoints
    await expect.poll(darkPoints, patient).not.toBe(first.darkPoints)
    await button(physician.page, sharing['show.previous']).click()
    await expect.poll(darkPoints, patient).toBe(first.darkPoints)

    await button(physician.page, sharing['show.stop']).click()
    await worker.page.locator('.shown').waitFor({ state: 'detached' })
    expect(complaintsOf(scene)).toEqual([])
  })

  test.each([
    ['a password', lockedPdf(), 'refusal.pdf-locked'],
    ['damage', Buffer.from('%PDF-1.7 and nothing more'), 'refusal.pdf-damaged'],
  ] as const)(
    'a PDF with %s is not shown, and the worker may show one too',
    async (_, file, refusal) => {
      const { worker, physician } = await journeys.openTalk()
      await opensFiles(worker.page)
      await chooses(worker.page, sharing['show.choose'], aPdf(file))
      await worker.page.getByText(sharing[refusal]).waitFor()
      expect(await physician.page.locator('.shown').count()).toBe(0)
      await chooses(worker.page, sharing['show.choose'], aPdf(samplePdf(['My letter'])))
      expect((await pageSeenBy(physician.page)).darkPoints).toBeGreaterThan(500)
    },
  )
})

/** A page of a PDF is drawn anew and sent: on a busy machine that takes longer than the usual second. */
const patient = { timeout: 15_000 }

const aPdf = (buffer: Buffer) => ({ name: 'letter.pdf', mimeType: 'application/pdf', buffer })

/** What stands on the page, as far as a test can read. */
async function pageSeenBy(page: Page) {
  await page.locator('.shown img').waitFor()
  return page.locator('.shown img').evaluate(async (image: HTMLImageElement) => {
    await image.decode()
    const { naturalWidth: width, naturalHeight: height } = image
    const canvas = Object.assign(document.createElement('canvas'), { width, height })
    const context = canvas.getContext('2d')
    context?.drawImage(image, 0, 0)
    const points = context?.getImageData(0, 0, width, height).data ?? []
    let darkPoints = 0
    for (let at = 0; at < points.length; at += 4) if ((points[at] ?? 255) < 128) darkPoints += 1
    return { width, height, darkPoints }
  })
}
