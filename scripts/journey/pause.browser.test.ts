/** The privacy pause, measured from the tap: nothing leaves, nothing is heard or seen, and the other side knows. */
import type { Page } from 'playwright-core'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { texts } from '../../client/i18n/consultation/en.ts'
import { chromiumPath, waitForMedia, type Person } from './browser.ts'
import { keepJourneys } from './journeys.ts'
import type { Scene } from './scene.ts'
import { makeSoundFile } from './sound-file.ts'

/** What a person who is walked in on may be seen and heard for. */
const goalMs = 200

/** What was said before the pause is still under way then: sending, network and the other side's jitter buffer. */
const underWayMs = 400

const journeys = keepJourneys()
let scene: Scene

/** Both microphones hear it without end, so that silence is the pause and not the time between two beeps. */
const tone = makeSoundFile('tone')
afterAll(tone.remove)

const pauseButton = (page: Page) =>
  page.getByRole('button', { name: texts['dock.pause-long'], exact: true })

/** Watches the page, frame by frame, for the marks of a pause; times are of the machine's clock, so pages compare. */
async function watch(page: Page): Promise<() => Promise<Record<string, number | null>>> {
  await page.evaluate((covered) => {
    const seen: Record<string, number | null> = {
      tap: null,
      ownCover: null,
      ownTracksOff: null,
      incomingMuted: null,
      otherCovered: null,
      silent: null,
    }
    Object.assign(globalThis, { journeyPause: seen })
    const mark = (name: string, isSo: boolean) => {
      if (isSo) seen[name] ??= performance.timeOrigin + performance.now()
    }
    for (const type of ['pointerdown', 'keydown']) {
      addEventListener(type, () => (seen['tap'] ??= performance.timeOrigin + performance.now()), {
        capture: true,
      })
    }
    const all = (globalThis as unknown as { journeyConnections: RTCPeerConnection[] })
      .journeyConnections
    const connection = all.at(-1)
    const receiver = connection?.getReceivers().find(({ track }) => track.kind === 'audio')
    const context = new AudioContext()
    const analyser = context.createAnalyser()
    analyser.fftSize = 512
    const samples = new Float32Array(analyser.fftSize)
    if (receiver !== undefined) {
      context.createMediaStreamSource(new MediaStream([receiver.track])).connect(analyser)
    }
    let wasLoud = false
    setInterval(() => {
      const senders = connection?.getSenders() ?? []
      const receivers = connection?.getReceivers() ?? []
      mark('ownCover', document.querySelector('.stage-cover') !== null)
      mark(
        'ownTracksOff',
        senders.every(({ track }) => track?.enabled !== true),
      )
      mark(
        'incomingMuted',
        receivers.every(({ track }) => !track.enabled),
      )
      mark('otherCovered', document.body.innerText.includes(covered))
      analyser.getFloatTimeDomainData(samples)
      const loudness = Math.max(...samples.map(Math.abs))
      wasLoud ||= loudness > 0.02
      mark('silent', wasLoud && loudness < 0.001)
    }, 5)
  }, texts['call.other-paused']('').trim())
  return () =>
    page.evaluate(
      () => (globalThis as unknown as { journeyPause: Record<string, number | null> }).journeyPause,
    )
}

async function measure(person: Person, other: Person, pause: () => Promise<void>) {
  const [own, others] = [await watch(person.page), await watch(other.page)]
  await person.page.waitForTimeout(1000)
  await pause()
  await expect.poll(async () => (await others())['silent']).not.toBeNull()
  await expect.poll(async () => (await others())['otherCovered']).not.toBeNull()
  const [here, there] = [await own(), await others()]
  const tap = here['tap'] ?? Number.NaN
  const after = (at: number | null | undefined) => Math.round((at ?? Number.NaN) - tap)
  return {
    ownCover: after(here['ownCover']),
    nothingLeaves: after(here['ownTracksOff']),
    nothingIsHeard: after(here['incomingMuted']),
    otherIsTold: after(there['otherCovered']),
    otherHearsSilence: after(there['silent']),
  }
}

function expectHeld({ otherHearsSilence, ...times }: Awaited<ReturnType<typeof measure>>) {
  expect(Math.max(...Object.values(times))).toBeLessThan(goalMs)
  expect(otherHearsSilence).toBeLessThan(goalMs + underWayMs)
}

describe.skipIf(chromiumPath === null)('a privacy pause', () => {
  beforeEach(async () => {
    const browser = { soundFile: tone.file }
    scene = await journeys.openTalk({ worker: browser, physician: browser })
  })

  test('by the worker’s tap holds within 200 ms on both sides, and ends as it began', async () => {
    const { worker, physician } = scene
    const times = await measure(worker, physician, () => pauseButton(worker.page).click())
    console.log('pause, ms after the tap:', times)
    expectHeld(times)
    await worker.page.getByRole('button', { name: texts['call.go-on'] }).click()
    await Promise.all([waitForMedia(worker.page), waitForMedia(physician.page)])
  })

  test('by the physician’s key holds within 200 ms on both sides, and leaves a muted microphone muted', async () => {
    const { worker, physician } = scene
    const times = await measure(physician, worker, () => physician.page.keyboard.press('Alt+p'))
    console.log('pause, ms after the key:', times)
    expectHeld(times)
    const mute = physician.page.getByRole('button', { name: texts['dock.mute-long'], exact: true })
    await mute.click()
    await physician.page.keyboard.press('Alt+p')
    await physician.page
      .getByRole('button', { name: texts['dock.unmute-long'], exact: true })
      .waitFor()
    const enabled = await physician.page.evaluate(() =>
      (globalThis as unknown as { journeyConnections: RTCPeerConnection[] }).journeyConnections
        .flatMap((connection) => connection.getSenders())
        .map(({ track }) => `${track?.kind ?? 'none'} ${String(track?.enabled)}`),
    )
    expect(enabled.toSorted()).toEqual(['audio false', 'video true'])
  })

  test('outlives a new attempt: the other side loads its page again and still sees and hears nothing', async () => {
    const { worker, physician } = scene
    await pauseButton(worker.page).click()
    await physician.page.reload()
    await physician.page
      .getByText(texts['call.other-paused']('').trim())
      .waitFor({ timeout: 20_000 })
    const sending = await worker.page.evaluate(() =>
      (globalThis as unknown as { journeyConnections: RTCPeerConnection[] }).journeyConnections
        .at(-1)
        ?.getSenders()
        .map(({ track }) => track?.enabled),
    )
    expect(sending).toEqual([false, false])
    expect(await pauseButton(worker.page).getAttribute('aria-pressed')).toBe('true')
  })
})
