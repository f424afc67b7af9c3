/**
 * By which way two people reach each other when networks allow less and less. One call; for each network the worker leaves
 * and comes back, which makes a connection from nothing.
 */
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { workerActs } from '../journey/acts.ts'
import { waitForMedia } from '../journey/browser.ts'
import { createClosing, talk } from '../journey/scene.ts'
import { texts } from '../../client/i18n/consultation/en.ts'
import { clinic } from '../demo/clinic.ts'
import { canOpenLab, clients, look, openLab, pause, type Lab } from './lab.ts'
import type { Client } from './networks.ts'
import { readSeen } from './observed.ts'

const closing = createClosing()
let lab: Lab

describe.skipIf(!canOpenLab)('two people find their way', () => {
  beforeAll(async () => {
    lab = await openLab(closing)
    await talk(lab.scene)
  })
  afterEach(() => lab.heal())
  afterAll(() => closing.now())

  test('directly, in 1.5 s', async () => {
    const { tookMs, ends } = await comeBack()
    expect(ends).not.toContain('relay')
    expect(tookMs).toBeLessThanOrEqual(1_500)
  })

  test.each(clients)('again, in 5 s, when the %s loads the page anew', async (side) => {
    const { worker, physician } = lab.scene
    const loadedAt = Date.now()
    await lab.scene[side].page.reload()
    await Promise.all([waitForMedia(worker.page), waitForMedia(physician.page)])
    expect(Date.now() - loadedAt).toBeLessThanOrEqual(5_000)
  })

  test('directly while the relay is down', async () => {
    await lab.relay.kill()
    try {
      const { ends } = await comeBack()
      expect(ends).not.toContain('relay')
    } finally {
      await lab.relay.start()
    }
  })

  test('over UDP through the relay where they cannot reach each other, in 2 s', async () => {
    lab.blockPair()
    const { tookMs, ends, protocols } = await comeBack()
    expect(ends).toContain('relay')
    expect(protocols).toContain('udp')
    expect(tookMs).toBeLessThanOrEqual(2_000)
  })

  test('over TCP through the relay where UDP is blocked, in 3 s', async () => {
    for (const side of clients) lab.blockUdp(side)
    const { tookMs, protocols } = await comeBack()
    expect(protocols).toContain('tcp')
    expect(tookMs).toBeLessThanOrEqual(3_000)
  })

  test('over TLS on port 443 where nothing else is let out, in 4 s', async () => {
    for (const side of clients) lab.onlyTls(side)
    const { tookMs, protocols } = await comeBack()
    expect(protocols).toEqual(['tls', 'tls'])
    expect(tookMs).toBeLessThanOrEqual(4_000)
  })

  test('are told within 20 s when there is no way, with a telephone number, and meet once there is one', async () => {
    const { worker, physician } = lab.scene
    await workerActs.leaves(worker.page)
    await lab.relay.kill()
    lab.blockPair()
    const returnedAt = Date.now()
    await workerActs.returnsToTheCall(worker.page)
    await untilSaid('worker', clinic.service.phone, returnedAt)
    await untilSaid('physician', texts['call.recovering-long'], returnedAt)
    await lab.relay.start()
    await Promise.all([waitForMedia(worker.page), waitForMedia(physician.page)])
  })
})

/** People who see nothing happen for longer press everything there is. */
const toldWithinMs = 20_000

/** Waits for words on the call's screen; throws when they come too late. */
async function untilSaid(side: Client, words: string, since: number) {
  const { page } = lab.scene[side]
  const isSaid = async () =>
    (await page.evaluate(readSeen, since)).said.some(({ text }) => text?.includes(words) === true)
  while (!(await isSaid())) {
    if (Date.now() > since + toldWithinMs) throw new Error(`the ${side} was not told: ${words}`)
    await pause(100)
  }
}

/** Leaves and returns; how long until both saw a picture and heard packets, and which way they took. */
async function comeBack() {
  const { worker, physician } = lab.scene
  await workerActs.leaves(worker.page)
  const returnedAt = Date.now()
  await workerActs.returnsToTheCall(worker.page)
  const [seenByWorker, seenByPhysician] = await Promise.all([
    waitForMedia(worker.page),
    waitForMedia(physician.page),
  ])
  const paths = [seenByWorker.path, seenByPhysician.path]
  const seen = await look(lab, returnedAt)
  const firsts = clients.flatMap((side) => [
    seen[side].frames[0] ?? Number.POSITIVE_INFINITY,
    seen[side].sound[0] ?? Number.POSITIVE_INFINITY,
  ])
  return {
    tookMs: Math.max(...firsts) - returnedAt,
    ends: paths.map((path) => path?.local),
    protocols: paths.map((path) => path?.relayProtocol ?? null),
  }
}
