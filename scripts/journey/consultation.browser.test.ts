/**
 * A consultation from the worker's link to the stored outcome, through the pages as people use them, in two real browsers.
 * "Connected" is not enough: frames are counted and the sound's energy is measured on both sides.
 */
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { findProgram } from '../setup/test-programs.mjs'
import { physicianActs, workerActs } from './acts.ts'
import { canOpenLab, openLab } from '../lab/lab.ts'
import { chromiumPath, mediaOf } from './browser.ts'
import { openRelay } from './relay.ts'
import { keepJourneys } from './journeys.ts'
import { answer, ring, storedRow, type Scene } from './scene.ts'

const journeys = keepJourneys()

/** From the link to the outcome; returns how each side's media travelled. */
async function holdConsultation(scene: Scene) {
  const { worker, physician } = scene
  await ring(scene)
  await isOnHeading(physician.page)
  expect((await mediaOf(worker.page)).packetsSent).toBe(0)
  expect((await mediaOf(physician.page)).packetsSent).toBe(0)

  const seen = await answer(scene)
  await isOnHeading(physician.page)
  await physicianActs.endsCall(physician.page)
  await workerActs.seesTheTalkIsOver(worker.page)
  await physicianActs.records(physician.page, 'done-by-video')
  expect(await storedRow(physician)).toMatchObject({
    outcome: 'done-by-video',
    status: 'completed',
  })
  expect(worker.complaints).toEqual([])
  expect(physician.complaints).toEqual([])
  return seen
}

/** Where the focus goes when the button that had it is gone, as *Call next* while it rings. */
async function isOnHeading(page: Page) {
  await page.waitForFunction(() => document.activeElement?.tagName === 'H2')
}

describe.skipIf(chromiumPath === null)('a consultation', () => {
  test('goes from the link to the stored outcome, directly', async () => {
    const scene = await journeys.open()
    const { seenByWorker, seenByPhysician } = await holdConsultation(scene)
    expect(seenByWorker.path?.local).not.toBe('relay')
    expect(seenByPhysician.path?.local).not.toBe('relay')
  })

  test('is agreed to in the waiting room with one tap, and the physician need not ask again', async () => {
    const { worker, physician } = await journeys.open()
    await workerActs.arrives(worker.page)
    await physicianActs.signsIn(physician.page)
    await physicianActs.startsSession(physician.page)
    await physician.page.getByRole('button', { name: 'Anna Peeters' }).first().click()
    await workerActs.agrees(worker.page)
    await physicianActs.seesWhatTheWorkerAgreedTo(physician.page)
    await workerActs.prefersInPerson(worker.page)
    expect(worker.complaints).toEqual([])
    expect(physician.complaints).toEqual([])
  })

  test.skipIf(findProgram('turnserver') === null).each(['udp', 'tcp'] as const)(
    'goes through coturn over %s when nothing else is allowed',
    async (transport) => {
      const turn = await openRelay(journeys)
      const scene = await journeys.open({
        environment: {
          VISITE_ICE_POLICY: 'relay',
          VISITE_TURN_URLS: `turn:127.0.0.1:${turn.port}?transport=${transport}`,
          VISITE_TURN_SECRET_FILE: turn.secretFile,
        },
      })
      const { seenByWorker, seenByPhysician } = await holdConsultation(scene)
      for (const { path } of [seenByWorker, seenByPhysician]) {
        expect(path).toEqual({ local: 'relay', remote: 'relay', relayProtocol: transport })
      }
    },
  )

  test.skipIf(!canOpenLab)(
    'finds its way between two networks that cannot reach each other, by itself',
    async () => {
      const lab = await openLab(journeys, { before: (faults) => faults.blockPair() })
      const { seenByWorker, seenByPhysician } = await holdConsultation(lab.scene)
      const ends = [seenByWorker.path, seenByPhysician.path].flatMap((path) => [
        path?.local,
        path?.remote,
      ])
      expect(ends).toContain('relay')
    },
  )
})
