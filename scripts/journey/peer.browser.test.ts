/** The peer alone, in a real browser: two of them in one page, joined by a wire that the test may spoil. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Browser, Page } from 'playwright-core'
import { createServer, type ViteDevServer } from 'vite'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Harness } from '../../client/rtc/peer-harness.ts'
import { openBrowser } from './browser.ts'

declare const harness: Harness

let cacheDir: string
let vite: ViteDevServer
let browser: Browser
let page: Page

beforeAll(async () => {
  cacheDir = mkdtempSync(join(tmpdir(), 'visite-peer-'))
  vite = await createServer({
    configFile: fileURLToPath(new URL('../../vite.config.ts', import.meta.url)),
    cacheDir,
    logLevel: 'error',
    server: { host: 'localhost', port: 0, hmr: false },
    // Found at start, so that no page is reloaded when a dependency turns up later.
    optimizeDeps: { entries: ['rtc/peer-harness.ts'] },
  })
  await vite.listen()
  browser = await openBrowser()
})

afterAll(async () => {
  await browser.close()
  await vite.close()
  rmSync(cacheDir, { recursive: true })
})

beforeEach(async () => {
  const address = `${vite.resolvedUrls?.local[0] ?? ''}two-peers`
  const script = '<script type="module" src="/rtc/peer-harness.ts"></script>'
  page = await browser.newPage()
  await page.route(address, (route) =>
    route.fulfill({ contentType: 'text/html', body: `<!doctype html>${script}` }),
  )
  await page.goto(address)
  await page.waitForFunction(() => 'harness' in globalThis)
})

afterEach(() => page.close())

describe('two peers', () => {
  test('see and hear each other, and pass text', async () => {
    const result = await page.evaluate(async () => {
      const tracks = await harness.ownTracks()
      const sides = harness.openTwo({ caller: tracks, callee: tracks })
      await harness.until(() => sides.caller.stream !== null && sides.callee.stream !== null)
      harness.play(sides.caller.stream)
      harness.play(sides.callee.stream)
      await harness.until(() => sides.caller.events.includes('channel-opened'))
      await harness.until(() => sides.callee.peer.sendText('hello'))
      await harness.until(() => sides.caller.texts.length > 0)
      await harness.until(async () => {
        const counts = await harness.count()
        return counts.every((side) => side.framesDecoded > 20 && side.audioEnergy > 0)
      })
      return {
        texts: sides.caller.texts,
        codecs: harness.firstAudioCodecs(),
        connected: Object.values(sides).map((side) => side.events.includes('connected')),
      }
    })
    expect(result.connected).toEqual([true, true])
    expect(result.texts).toEqual(['hello'])
    expect(result.codecs).toEqual(['red/48000/2', 'red/48000/2'])
  })

  test('send not one packet of sound or picture without a track, and start when it comes', async () => {
    const sent = await page.evaluate(async () => {
      const sides = harness.openTwo({ caller: harness.nothing, callee: harness.nothing })
      await harness.untilConnected(sides)
      await harness.pause(1_000)
      const before = await harness.count()
      const tracks = await harness.ownTracks()
      sides.callee.peer.setTrack('video', tracks.video)
      sides.caller.peer.setTrack('audio', tracks.audio)
      harness.play(sides.caller.stream)
      harness.play(sides.callee.stream)
      await harness.until(async () => {
        const [caller, callee] = await harness.count()
        return Number(caller?.framesDecoded) > 10 && Number(callee?.audioEnergy) > 0
      })
      sides.callee.peer.setTrack('video', null)
      const offers = sides.caller.signals.filter((signal) => signal.kind === 'description')
      return { before: before.map((side) => side.packetsSent), offers: offers.length }
    })
    expect(sent).toEqual({ before: [0, 0], offers: 1 })
  })

  test('connect although every signal comes twice and candidates come before the offer', async () => {
    const events = await page.evaluate(async () => {
      const sides = harness.openTwo(
        { caller: harness.nothing, callee: harness.nothing },
        (signal, deliver) => {
          const late = signal.kind === 'description' && signal.type === 'offer' ? 300 : 0
          setTimeout(() => deliver(signal), late)
          setTimeout(() => deliver(signal), late + 50)
        },
      )
      await harness.untilConnected(sides)
      await harness.pause(500)
      return [...sides.caller.events, ...sides.callee.events]
    })
    expect(events).not.toContain('closed')
    expect(events).not.toContain('failed')
  })

  test('outlive forged answers, foreign offers and candidates that mean nothing', async () => {
    const result = await page.evaluate(async () => {
      const sides = harness.openTwo({ caller: harness.nothing, callee: harness.nothing })
      await harness.untilConnected(sides)
      const [offer] = sides.caller.signals.filter((signal) => signal.kind === 'description')
      const [answer] = sides.callee.signals.filter((signal) => signal.kind === 'description')
      if (offer === undefined || answer === undefined) throw new Error('no descriptions')
      sides.caller.peer.deliver(answer)
      sides.caller.peer.deliver({ ...offer, number: 9 })
      sides.callee.peer.deliver(offer)
      for (const side of [sides.caller, sides.callee]) {
        side.peer.deliver({
          kind: 'candidate',
          candidate: 'nonsense',
          sdpMid: '9',
          sdpMLineIndex: 9,
        })
        side.peer.deliver({ kind: 'transceiver-request', media: 'video' })
      }
      await harness.pause(500)
      return {
        states: harness.connections.map((connection) => connection.connectionState),
        answers: sides.callee.signals.filter((signal) => signal.kind === 'description').length,
      }
    })
    expect(result).toEqual({ states: ['connected', 'connected'], answers: 1 })
  })

  test('say that a description is unusable instead of breaking the page', async () => {
    const events = await page.evaluate(async () => {
      const sides = harness.openTwo({ caller: harness.nothing, callee: harness.nothing }, () => {})
      sides.callee.peer.deliver({ kind: 'description', type: 'offer', sdp: 'v=0', number: 1 })
      await harness.until(() => sides.callee.events.includes('failed'))
      return sides.callee.events
    })
    expect(events).toEqual(['failed'])
  })

  test('ask no server that was not named, and say nothing after they were closed', async () => {
    const result = await page.evaluate(async () => {
      const sides = harness.openTwo({ caller: harness.nothing, callee: harness.nothing })
      await harness.untilConnected(sides)
      const servers = harness.connections.map((one) => one.getConfiguration().iceServers)
      sides.caller.peer.close()
      sides.caller.peer.close()
      await harness.until(() => sides.callee.events.includes('closed'))
      sides.callee.peer.deliver({ kind: 'renegotiate' })
      return { servers, last: sides.caller.events.includes('closed') }
    })
    expect(result).toEqual({ servers: [[], []], last: false })
  })
})
