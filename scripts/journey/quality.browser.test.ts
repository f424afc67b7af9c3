/** What a call's quality does and says, and what is kept of it, with two real browsers. */
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { databaseFile } from '../../signaling/server.ts'
import { openStore } from '../../signaling/store/store.ts'
import { canOpenLab, openLab } from '../lab/lab.ts'
import { physicianActs, workerActs } from './acts.ts'
import { chromiumPath } from './browser.ts'
import { keepJourneys } from './journeys.ts'
import { talk } from './scene.ts'

const journeys = keepJourneys()

interface Counted {
  /** How the two sides agreed to pack sound, the best first; statistics name Opus also within RED. */
  readonly soundCodecs: readonly string[]
  /** Whether both sides agreed that Opus may mend a lost packet from the next (RFC 7587, 6.1: `useinbandfec`). */
  readonly mendsLosses: boolean
  /** Whether the browser takes what its speaker plays out of what it sends. */
  readonly controlsEcho: boolean
  readonly soundPackets: number
  readonly pictureBytes: number
  readonly framesSent: number
}

/** What this page's connection sends and receives. */
function countOf(page: Page): Promise<Counted> {
  return page.evaluate(async () => {
    const all = (globalThis as unknown as { journeyConnections: RTCPeerConnection[] })
      .journeyConnections
    const soundCodecs: string[] = []
    let mendsLosses = true
    let controlsEcho = true
    let soundPackets = 0
    let pictureBytes = 0
    let framesSent = 0
    for (const connection of all) {
      if (connection.connectionState !== 'connected') continue
      for (const description of [connection.localDescription, connection.remoteDescription]) {
        const best = /^m=audio \S+ \S+ (\d+)/m.exec(description?.sdp ?? '')?.[1]
        const name = new RegExp(`^a=rtpmap:${best} (\\w+)`, 'm').exec(description?.sdp ?? '')?.[1]
        soundCodecs.push(name ?? 'none')
        mendsLosses &&= /^a=fmtp:\d+ .*useinbandfec=1/m.test(description?.sdp ?? '')
      }
      for (const { track } of connection.getSenders()) {
        if (track?.kind === 'audio') controlsEcho &&= track.getSettings().echoCancellation === true
      }
      const report = await connection.getStats()
      report.forEach((entry: Record<string, unknown>) => {
        if (entry['type'] === 'outbound-rtp') framesSent += Number(entry['framesSent'] ?? 0)
        if (entry['type'] !== 'inbound-rtp') return
        if (entry['kind'] === 'video') pictureBytes += Number(entry['bytesReceived'])
        if (entry['kind'] === 'audio') soundPackets += Number(entry['packetsReceived'])
      })
    }
    return { soundCodecs, mendsLosses, controlsEcho, soundPackets, pictureBytes, framesSent }
  })
}

/** Bytes of picture that come in within two seconds. */
async function pictureFlow(page: Page): Promise<number> {
  const before = await countOf(page)
  await page.waitForTimeout(2_000)
  return (await countOf(page)).pictureBytes - before.pictureBytes
}

/** New frames that go out within two seconds; what waits on a slow line from before may still arrive. */
async function framesOut(page: Page): Promise<number> {
  const before = await countOf(page)
  await page.waitForTimeout(2_000)
  return (await countOf(page)).framesSent - before.framesSent
}

describe.skipIf(chromiumPath === null)('a call', () => {
  test('leaves a record of each side, true and without an address', async () => {
    const { worker, physician, visite } = await journeys.openTalk()
    for (const { page } of [worker, physician]) {
      // Each packet carries the one before it too (RFC 2198), both ways.
      expect(await countOf(page)).toMatchObject({
        soundCodecs: ['red', 'red'],
        mendsLosses: true,
        controlsEcho: true,
      })
    }
    await expect.poll(() => physician.page.textContent('.quality-word')).toContain('Good')
    // Two seconds are counted by then.
    await physician.page.waitForTimeout(2_500)
    await physicianActs.endsCall(physician.page)
    await workerActs.seesTheTalkIsOver(worker.page)

    const store = await openStore(databaseFile(visite.dataDir), { alongside: true })
    journeys.later(() => store.close())
    await expect
      .poll(async () => (await store.read.callRecords.latest(10)).length, { timeout: 5_000 })
      .toBe(2)
    const reports = await store.read.callRecords.latest(10)
    expect(reports.map(({ side }) => side).toSorted()).toEqual(['physician', 'worker'])
    for (const { record } of reports) {
      expect(record).toMatchObject({ path: 'direct', attempts: 1, recoveries: [] })
      // Over the connection that stood by it may be there when this page hears that the call is open: 0.
      expect(record.timeToPictureMs).toBeGreaterThanOrEqual(0)
      expect(record.timeToPictureMs).toBeLessThan(10_000)
      expect(record.connectedMs).toBeGreaterThan(1_000)
      expect(record.connectedMs).toBeLessThan(60_000)
      expect(JSON.stringify(record)).not.toMatch(/\d+\.\d+\.\d+\.\d+|::|\.local/)
    }
    expect(worker.complaints).toEqual([])
    expect(physician.complaints).toEqual([])
  })

  test.skipIf(!canOpenLab)(
    'gives up its picture for the sound on a line of 80 kbit/s, says so on both sides, and brings it back',
    async () => {
      const lab = await openLab(journeys)
      await talk(lab.scene)
      const { worker, physician } = lab.scene
      lab.limit(80)
      const says = (words: RegExp) => ({
        worker: worker.page.locator('.quality-chip', { hasText: words }),
        physician: physician.page.locator('.quality-said', { hasText: words }),
      })
      const poor = says(/still|is off/)
      await poor.worker.waitFor({ timeout: 30_000 })
      await poor.physician.waitFor({ timeout: 30_000 })
      await says(/is off/).worker.waitFor({ timeout: 30_000 })
      for (const { page } of [worker, physician]) {
        await expect.poll(() => framesOut(page), { timeout: 20_000 }).toBe(0)
      }
      const before = await countOf(worker.page)
      await worker.page.waitForTimeout(2_000)
      const after = await countOf(worker.page)
      // 50 packets a second.
      expect(after.soundPackets - before.soundPackets).toBeGreaterThan(70)

      lab.heal()
      // It climbs a rung after ten calm seconds, more slowly than it fell.
      const flows = async () =>
        Math.min(await pictureFlow(worker.page), await pictureFlow(physician.page))
      await expect.poll(flows, { timeout: 90_000 }).toBeGreaterThan(10_000)
    },
    240_000,
  )
})
