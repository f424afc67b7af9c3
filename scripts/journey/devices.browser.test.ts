/** What happens to cameras and microphones in a call: chosen, unplugged, taken, forbidden, silent. In real browsers. */
import type { Page } from 'playwright-core'
import { beforeEach, describe, expect, test } from 'vitest'
import { texts } from '../../client/i18n/consultation/en.ts'
import { texts as sheets } from '../../client/i18n/sheets/en.ts'
import { chromiumPath, mediaOf, waitForMedia } from './browser.ts'
import {
  cameraAtTheBack,
  cameraAtTheFront,
  descriptionsOf,
  deviceInUse,
  holdMicrophoneBack,
  makePhone,
  permit,
  plugIn,
  plugScript,
  unplug,
} from './plugs.ts'
import { keepJourneys } from './journeys.ts'
import { answer, ring, type Scene } from './scene.ts'
import { makeSoundFile } from './sound-file.ts'

const journeys = keepJourneys()

/** The second and third made-up camera of Chromium give kinds of pictures that no call sends; the fourth is good. */
const devices = { devices: 4 }

interface Given {
  readonly worker?: 'nothing'
  readonly physician?: 'tone'
  /** The browser's own settings decide on permissions, not a made-up person who says yes to everything. */
  readonly ownPermissions?: boolean
}

async function talk({ ownPermissions = false, ...sounds }: Given = {}) {
  const fileOf = (sound: 'nothing' | 'tone' | undefined) => {
    if (sound === undefined) return {}
    const made = makeSoundFile(sound)
    journeys.later(made.remove)
    return { soundFile: made.file }
  }
  const scene = await journeys.open({
    worker: { ...devices, ownPermissions, ...fileOf(sounds.worker) },
    physician: { ...devices, ...fileOf(sounds.physician) },
    script: plugScript,
  })
  if (ownPermissions) await permit(scene.worker.page, true)
  await ring(scene)
  return scene
}

/** A sentence as it stands for any name or label. */
function sentence(text: string | ((name: string) => string)): RegExp {
  const [before = '', after = ''] = (typeof text === 'string' ? text : text('…')).split('…')
  const escape = (part: string) => part.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')
  return new RegExp(`${escape(before)}.*${escape(after)}`)
}

const reads = (page: Page, text: string | ((name: string) => string), timeout = 10_000) =>
  page.getByText(sentence(text)).first().waitFor({ timeout })

const noLonger = (page: Page, text: string | ((name: string) => string)) =>
  page.getByText(sentence(text)).first().waitFor({ state: 'hidden', timeout: 10_000 })

async function opensDevices(page: Page) {
  await page.getByRole('button', { name: texts['dock.more-long'], exact: true }).click()
  await page.getByRole('button', { name: sheets['more.devices'], exact: true }).click()
  await page.getByRole('heading', { name: sheets['devices.title'] }).waitFor()
}

async function chooses(page: Page, list: string, device: string) {
  await page.getByLabel(list, { exact: true }).selectOption({ label: device })
}

/** Returns the id of the one that is not used yet. */
async function choosesAnotherSpeaker(page: Page): Promise<string> {
  const list = page.getByLabel(sheets['devices.speaker'], { exact: true })
  const id = await list.locator('option').last().getAttribute('value')
  expect(id).not.toBe(await list.inputValue())
  await list.selectOption({ value: id ?? '' })
  return id ?? ''
}

/** Where the other side is heard; empty: where the system lets it. */
const speakerInUse = (page: Page) =>
  page.locator('.stage > video-tile video').evaluate((video: HTMLVideoElement) => video.sinkId)

describe.skipIf(chromiumPath === null)('devices', () => {
  let scene: Scene

  describe('in a call', () => {
    beforeEach(async () => {
      scene = await talk()
      await answer(scene)
    })

    test('another camera and microphone are sent, and another speaker plays, without a new negotiation, on both sides', async () => {
      for (const { page } of [scene.worker, scene.physician]) {
        const before = await descriptionsOf(page)
        await opensDevices(page)
        await chooses(page, sheets['devices.camera'], 'fake_device_3')
        await chooses(page, sheets['devices.microphone'], 'Fake Audio Input 2')
        const speaker = await choosesAnotherSpeaker(page)
        await expect.poll(() => speakerInUse(page)).toBe(speaker)
        await expect.poll(() => deviceInUse(page, 'video')).toBe('fake_device_3')
        await expect.poll(() => deviceInUse(page, 'audio')).toBe('Fake Audio Input 2')
        await page.getByRole('button', { name: sheets['more.close'] }).last().click()
        expect(await descriptionsOf(page)).toBe(before)
      }
      await Promise.all([waitForMedia(scene.worker.page), waitForMedia(scene.physician.page)])
      expect((await mediaOf(scene.worker.page)).connections).toBe(1)
      expect(scene.worker.complaints).toEqual([])
      expect(scene.physician.complaints).toEqual([])
    })

    test('a phone’s camera at the back takes the place of the one at the front, and gives it back', async () => {
      const { page } = scene.worker
      await makePhone(page)
      const before = await descriptionsOf(page)
      for (const camera of [cameraAtTheBack, cameraAtTheFront]) {
        await page.getByRole('button', { name: texts['dock.more-long'], exact: true }).click()
        await page.getByRole('button', { name: sheets['more.other-camera'], exact: true }).click()
        await expect.poll(() => deviceInUse(page, 'video')).toBe(camera)
        // As in a mirror is only seen who looks into the camera.
        const isMirrored = camera === cameraAtTheFront
        await expect
          .poll(() => page.locator('self-view .mirrored').count())
          .toBe(isMirrored ? 1 : 0)
        await waitForMedia(scene.physician.page)
      }
      expect(await descriptionsOf(page)).toBe(before)
      expect((await mediaOf(page)).connections).toBe(1)
    })

    test('a choice outlives a reload of the page', async () => {
      await opensDevices(scene.worker.page)
      await chooses(scene.worker.page, sheets['devices.microphone'], 'Fake Audio Input 2')
      await expect.poll(() => deviceInUse(scene.worker.page, 'audio')).toBe('Fake Audio Input 2')
      const speaker = await choosesAnotherSpeaker(scene.worker.page)
      await scene.worker.page.reload()
      await waitForMedia(scene.worker.page)
      expect(await deviceInUse(scene.worker.page, 'audio')).toBe('Fake Audio Input 2')
      await expect.poll(() => speakerInUse(scene.worker.page)).toBe(speaker)
    })

    test('an unplugged camera gives its place to the other one, and is offered when it is back', async () => {
      const { page } = scene.worker
      // At once, as with a dock: a look at the devices that is under way may not know of the last one yet.
      await unplug(page, 'fake_device_1', 'fake_device_2', 'fake_device_0')
      await reads(page, texts['call.now-using-camera']('fake_device_3'))
      await waitForMedia(scene.physician.page)
      await plugIn(page, 'fake_device_0')
      await reads(page, texts['call.back-camera']('fake_device_0'))
      await page.getByRole('button', { name: texts['call.use-it'] }).click()
      await expect.poll(() => deviceInUse(page, 'video')).toBe('fake_device_0')
      await waitForMedia(scene.physician.page)
    })

    test('without any camera the talk goes on, both know why, and the picture comes back with the plug', async () => {
      const { page } = scene.worker
      await unplug(page, 'fake_device_0', 'fake_device_1', 'fake_device_2', 'fake_device_3')
      await reads(page, texts['call.camera-unplugged'])
      await reads(scene.physician.page, texts['call.other-camera-unplugged'])
      const { audioEnergy } = await mediaOf(scene.physician.page)
      await expect
        .poll(async () => (await mediaOf(scene.physician.page)).audioEnergy, { timeout: 10_000 })
        .toBeGreaterThan(audioEnergy)
      await plugIn(page, 'fake_device_0')
      await noLonger(scene.physician.page, texts['call.other-camera-unplugged'])
      await waitForMedia(scene.physician.page)
    })

    test('the physician reads that the worker is on a phone call, and no more when it is over', async () => {
      await holdMicrophoneBack(scene.worker.page, true)
      await reads(scene.physician.page, texts['call.other-microphone-phone-call'])
      await reads(scene.worker.page, texts['call.microphone-phone-call'])
      await holdMicrophoneBack(scene.worker.page, false)
      await noLonger(scene.physician.page, texts['call.other-microphone-phone-call'])
      await waitForMedia(scene.physician.page)
    })
  })

  test('a permission that is taken back in the call is named on both sides, and everything returns with it', async () => {
    scene = await talk({ ownPermissions: true })
    await answer(scene)
    const { page } = scene.worker
    await permit(page, false)
    await reads(page, texts['call.microphone-refused'])
    await reads(scene.physician.page, texts['call.other-microphone-refused'])
    await permit(page, true)
    await noLonger(page, texts['call.microphone-refused'])
    await waitForMedia(scene.physician.page)
  })

  test('a microphone that gives nothing is noticed on both sides, and so is talking while muted', async () => {
    scene = await talk({ worker: 'nothing', physician: 'tone' })
    await scene.worker.page.getByRole('button', { name: 'Answer with video' }).click()
    const { page } = scene.physician
    await page.getByRole('button', { name: texts['dock.mute-long'], exact: true }).click()
    await reads(page, texts['call.muted'])
    await reads(scene.worker.page, texts['call.microphone-silent'], 15_000)
    await reads(page, texts['call.other-microphone-silent'], 15_000)
    await page.getByRole('button', { name: texts['dock.unmute-long'], exact: true }).click()
    await noLonger(page, texts['call.muted'])
  })
})
