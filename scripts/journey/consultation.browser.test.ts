/**
 * A consultation from the worker's link to the stored outcome, through the pages as people use them, in two real browsers.
 * "Connected" is not enough: frames are counted and the sound's energy is measured on both sides.
 */
import { afterEach, describe, expect, test } from 'vitest'
import type { Browser } from 'playwright-core'
import { startCoturn } from '../../turn/coturn.ts'
import { freePort } from '../free-port.ts'
import { canMakeNetworks, findProgram } from '../setup/test-programs.mjs'
import { inEnglish, physicianActs, workerActs } from './acts.ts'
import {
  chromiumPath,
  mediaOf,
  openBrowser,
  openPerson,
  waitForMedia,
  type Person,
} from './browser.ts'
import { readLinks } from './links.ts'
import { openNetworks } from './networks.ts'
import { startVisite, type VisiteProcess } from './visite-process.ts'
import { writeSecret } from './secret-file.ts'

const closers: (() => Promise<void> | void)[] = []
/** What is opened first is closed last, also when the test failed half-way. */
function later(close: () => Promise<void> | void): void {
  closers.unshift(close)
}
afterEach(async () => {
  for (const close of closers.splice(0)) await close()
})

interface Scene {
  readonly worker: Person
  readonly physician: Person
}

async function openScene(
  visite: VisiteProcess,
  browsers: { worker: Browser; physician: Browser },
): Promise<Scene> {
  const links = readLinks(visite.output())
  const worker = await openPerson(browsers.worker, inEnglish(links.workers[0] ?? ''), {
    touch: true,
  })
  const physician = await openPerson(browsers.physician, links.physicians[0] ?? '', {
    viewport: { width: 1280, height: 800 },
  })
  return { worker, physician }
}

/** From the link to the outcome; returns how each side's media travelled. */
async function holdConsultation({ worker, physician }: Scene) {
  await workerActs.arrives(worker.page)
  await physicianActs.signsIn(physician.page)
  await physicianActs.startsSession(physician.page)
  await physicianActs.callsNext(physician.page)
  await workerActs.isRung(worker.page)
  expect((await mediaOf(worker.page)).packetsSent).toBe(0)
  expect((await mediaOf(physician.page)).packetsSent).toBe(0)

  await workerActs.answers(worker.page)
  const [seenByWorker, seenByPhysician] = await Promise.all([
    waitForMedia(worker.page),
    waitForMedia(physician.page),
  ])
  await physicianActs.endsCall(physician.page)
  await workerActs.seesTheTalkIsOver(worker.page)
  await physicianActs.records(physician.page, 'done-by-video')
  expect(worker.complaints).toEqual([])
  expect(physician.complaints).toEqual([])
  return { seenByWorker, seenByPhysician }
}

/** Whether the row of the first worker says so after the page has been read again from the server. */
async function outcomeIsStored(physician: Person): Promise<boolean> {
  const day = await physician.page.request.get(new URL('/api/desk/day', physician.page.url()).href)
  const { sessions } = (await day.json()) as { sessions: { rows: { outcome: string | null }[] }[] }
  return sessions[0]?.rows[0]?.outcome === 'done-by-video'
}

async function openBrowsers() {
  const [worker, physician] = await Promise.all([openBrowser(), openBrowser()])
  later(() => worker.close())
  later(() => physician.close())
  return { worker, physician }
}

describe.skipIf(chromiumPath === null)('a consultation', () => {
  test('goes from the link to the stored outcome, directly', async () => {
    const visite = await startVisite({ program: 'demo' })
    later(() => visite.close())
    const scene = await openScene(visite, await openBrowsers())
    const { seenByWorker, seenByPhysician } = await holdConsultation(scene)
    expect(seenByWorker.path?.local).not.toBe('relay')
    expect(seenByPhysician.path?.local).not.toBe('relay')
    expect(await outcomeIsStored(scene.physician)).toBe(true)
  })

  test.skipIf(findProgram('turnserver') === null).each(['udp', 'tcp'] as const)(
    'goes through coturn over %s when nothing else is allowed',
    async (transport) => {
      const turn = await openRelay('127.0.0.1', { loopbackPeers: true })
      const visite = await startVisite({
        program: 'demo',
        environment: {
          VISITE_ICE_POLICY: 'relay',
          VISITE_TURN_URLS: `turn:127.0.0.1:${turn.port}?transport=${transport}`,
          VISITE_TURN_SECRET_FILE: turn.secretFile,
        },
      })
      later(() => visite.close())
      const scene = await openScene(visite, await openBrowsers())
      const { seenByWorker, seenByPhysician } = await holdConsultation(scene)
      for (const { path } of [seenByWorker, seenByPhysician]) {
        expect(path).toEqual({ local: 'relay', remote: 'relay', relayProtocol: transport })
      }
      expect(await outcomeIsStored(scene.physician)).toBe(true)
    },
  )

  test.skipIf(!canMakeNetworks() || findProgram('turnserver') === null)(
    'finds its way between two networks that cannot reach each other, by itself',
    async () => {
      const networks = openNetworks()
      later(() => networks.close())
      const turn = await openRelay(networks.serverAddress, { inside: networks.inside.server })
      const visite = await startVisite({
        program: 'demo',
        inside: networks.inside.server,
        environment: {
          VISITE_HOST: networks.serverAddress,
          VISITE_TURN_URLS: `turn:${networks.serverAddress}:${turn.port}?transport=udp,turn:${networks.serverAddress}:${turn.port}?transport=tcp`,
          VISITE_TURN_SECRET_FILE: turn.secretFile,
        },
      })
      later(() => visite.close())
      const localhostIs = networks.serverAddress
      const [worker, physician] = await Promise.all([
        openBrowser({ inside: networks.inside.worker, localhostIs }),
        openBrowser({ inside: networks.inside.physician, localhostIs }),
      ])
      later(() => worker.close())
      later(() => physician.close())
      const scene = await openScene(visite, { worker, physician })
      const { seenByWorker, seenByPhysician } = await holdConsultation(scene)
      const ends = [seenByWorker.path, seenByPhysician.path].flatMap((path) => [
        path?.local,
        path?.remote,
      ])
      expect(ends).toContain('relay')
    },
  )
})

async function openRelay(
  address: string,
  options: { loopbackPeers?: boolean; inside?: readonly string[] },
) {
  const { file, secret, remove } = writeSecret()
  later(remove)
  const port = await freePort()
  const coturn = await startCoturn(
    {
      realm: 'localhost',
      address,
      publicAddress: null,
      port,
      tls: null,
      relayPorts: { min: 51_000, max: 51_400 },
      secret,
      totalQuota: 100,
      loopbackPeers: options.loopbackPeers ?? false,
    },
    { wrap: options.inside ?? [] },
  )
  later(() => coturn.close())
  return { port, secretFile: file }
}
