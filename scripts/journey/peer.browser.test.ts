/** The peer alone, in a real browser: two of them in one page, joined by a wire that the test may spoil. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Browser, Page } from 'playwright-core'
import { createServer, type ViteDevServer } from 'vite'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Harness } from '../../client/rtc/peer-harness.ts'
import type { Signal } from '../../signaling/protocol/signal.ts'
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

  test('put the voice before the picture, in both directions', async () => {
    const senders = await page.evaluate(async () => {
      const tracks = await harness.ownTracks()
      await harness.untilConnected(harness.openTwo({ caller: tracks, callee: tracks }))
      const all = () =>
        harness.connections.flatMap((connection) =>
          connection.getSenders().map((sender) => {
            const [encoding] = sender.getParameters().encodings
            const { kind = '', contentHint = '' } = sender.track ?? {}
            return [kind, contentHint, encoding?.priority, encoding?.networkPriority].join(' ')
          }),
        )
      await harness.until(() => all().filter((sender) => sender.includes('high')).length === 2)
      return all().toSorted()
    })
    const voice = 'audio speech high high'
    const picture = 'video motion low low'
    expect(senders).toEqual([voice, voice, picture, picture])
  })

  test('show a small first picture, and a whole one soon after', async () => {
    const widths = await page.evaluate(async () => {
      const tracks = await harness.ownTracks()
      const sides = harness.openTwo({ caller: harness.nothing, callee: harness.nothing })
      await harness.untilConnected(sides)
      const seen: number[] = []
      for (const side of ['caller', 'callee'] as const) {
        sides[side].peer.setTrack('audio', tracks.audio)
        sides[side].peer.setTrack('video', tracks.video)
      }
      await harness.until(() => (sides.callee.stream?.getVideoTracks().length ?? 0) > 0)
      harness.play(sides.callee.stream)
      const player = document.querySelector('video')
      await harness.until(() => {
        const width = player?.videoWidth ?? 0
        if (width > 0 && seen.at(-1) !== width) seen.push(width)
        return width >= 640
      })
      return seen
    })
    expect(widths.at(0)).toBeLessThan(640)
    expect(widths.at(-1)).toBe(640)
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

  test('hear nothing before they know of their channel, however soon the other side speaks', async () => {
    const events = await page.evaluate(async () => {
      const sides = harness.openTwo({ caller: harness.nothing, callee: harness.nothing })
      await harness.until(() => harness.connections.length === 2)
      const [, slow] = harness.connections
      if (slow === undefined) throw new Error('there is one connection only')
      const getStats = slow.getStats.bind(slow)
      slow.getStats = async () => {
        await harness.until(() => sides.caller.events.includes('channel-opened'))
        sides.caller.peer.sendText('I was quick')
        await harness.pause(300)
        return getStats()
      }
      await harness.until(() => sides.callee.texts.length > 0)
      return sides.callee.events.filter((type) => type === 'channel-opened' || type === 'text')
    })
    expect(events.slice(0, 2)).toEqual(['channel-opened', 'text'])
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

describe('a restart', () => {
  test('finds the path again while sound and picture go on, whichever side asks', async () => {
    const result = await page.evaluate(async () => {
      const sides = await harness.openTalking()
      const freeze = await harness.longestFreeze(async () => {
        sides.caller.peer.restart()
        await harness.until(() => harness.offersOf(sides.caller).length === 2)
        await harness.untilMoving()
        sides.callee.peer.restart()
        await harness.until(() => harness.offersOf(sides.caller).length === 3)
        await harness.untilMoving()
      })
      return {
        freeze,
        states: harness.connections.map((connection) => connection.connectionState),
        connections: harness.connections.length,
      }
    })
    expect(result).toMatchObject({ states: ['connected', 'connected'], connections: 2 })
    expect(result.freeze).toBeLessThan(1_000)
  })

  test('outlives two others that overlap it, and answers that come late, twice and in the wrong order', async () => {
    const states = await page.evaluate(async () => {
      let answers = 0
      const sides = await harness.openTalking((signal, deliver) => {
        const isAnswer = signal.kind === 'description' && signal.type === 'answer'
        if (!isAnswer) return deliver(signal)
        answers += 1
        // The later the answer, the sooner it comes.
        const lateMs = Math.max(0, 600 - answers * 150)
        setTimeout(() => deliver(signal), answers === 1 ? 0 : lateMs)
        setTimeout(() => deliver(signal), lateMs + 400)
      })
      sides.caller.peer.restart()
      sides.callee.peer.restart()
      sides.caller.peer.restart()
      await harness.until(() => harness.offersOf(sides.caller).length === 4)
      await harness.pause(1_200)
      await harness.untilMoving()
      return {
        connections: harness.connections.map((connection) => connection.connectionState),
        signaling: harness.connections.map((connection) => connection.signalingState),
        told: [...sides.caller.events, ...sides.callee.events].filter(
          (type) => type === 'failed' || type === 'closed',
        ),
      }
    })
    expect(states).toEqual({
      connections: ['connected', 'connected'],
      signaling: ['stable', 'stable'],
      told: [],
    })
  })

  test('mends what the last one broke off, when its answer was lost', async () => {
    const signaling = await page.evaluate(async () => {
      let isLosing = false
      const sides = await harness.openTalking((signal, deliver) => {
        const isAnswer = signal.kind === 'description' && signal.type === 'answer'
        if (!(isLosing && isAnswer)) deliver(signal)
      })
      isLosing = true
      sides.caller.peer.restart()
      await harness.until(() => harness.offersOf(sides.caller).length === 2)
      await harness.pause(300)
      isLosing = false
      sides.caller.peer.restart()
      await harness.untilMoving()
      return harness.connections.map((connection) => connection.signalingState)
    })
    expect(signaling).toEqual(['stable', 'stable'])
  })

  test('goes beside the media when there is no other way, with fresh servers', async () => {
    const result = await page.evaluate(async () => {
      let isAway = false
      const sides = await harness.openTalking((signal, deliver) => {
        if (!isAway) return deliver(signal)
        const { type = '' } = signal.kind === 'description' ? signal : {}
        const from = type === 'offer' || type === '' ? sides.caller : sides.callee
        from.peer.sendText(JSON.stringify(signal))
      })
      isAway = true
      sides.caller.peer.useIceServers([{ urls: ['stun:127.0.0.1:9'] }], 'all')
      sides.caller.peer.restart()
      await harness.until(() => sides.callee.texts.some((text) => text.includes('"offer"')))
      for (const text of sides.callee.texts) sides.callee.peer.deliver(JSON.parse(text) as Signal)
      await harness.until(() => sides.caller.texts.length > 0)
      for (const text of sides.caller.texts) sides.caller.peer.deliver(JSON.parse(text) as Signal)
      await harness.untilMoving()
      return {
        servers: harness.connections[0]?.getConfiguration().iceServers?.map(({ urls }) => urls),
        states: harness.connections.map((connection) => connection.connectionState),
        answers: sides.caller.texts.length,
      }
    })
    expect(result).toEqual({
      servers: [['stun:127.0.0.1:9']],
      states: ['connected', 'connected'],
      answers: 1,
    })
  })
})

describe('the picture', () => {
  test('stops when it is held while the sound goes on, and comes back', async () => {
    const result = await page.evaluate(async () => {
      const sides = await harness.openTalking()
      sides.caller.peer.holdPicture(true)
      await harness.pause(500)
      const [, held] = await harness.count()
      await harness.pause(1_500)
      const [, still] = await harness.count()
      const released = performance.now()
      sides.caller.peer.holdPicture(false)
      await harness.until(async () => {
        const [, now] = await harness.count()
        return Number(now?.framesDecoded) > Number(still?.framesDecoded)
      })
      return {
        backMs: performance.now() - released,
        frames: Number(still?.framesDecoded) - Number(held?.framesDecoded),
        sound: Number(still?.audioEnergy) > Number(held?.audioEnergy),
      }
    })
    expect(result).toMatchObject({ frames: 0, sound: true })
    expect(result.backMs).toBeLessThan(1_500)
  })

  test('is made decodable by itself when it is refreshed', async () => {
    await page.evaluate(async () => {
      const sides = await harness.openTalking()
      await harness.pause(1_000)
      const [, before] = await harness.count()
      sides.caller.peer.refreshPicture()
      await harness.until(async () => {
        const [, now] = await harness.count()
        return Number(now?.keyFramesDecoded) > Number(before?.keyFramesDecoded)
      })
    })
  })

  test('outlives being held, shaped and refreshed all at once', async () => {
    const freeze = await page.evaluate(async () => {
      const sides = await harness.openTalking()
      for (let round = 0; round < 20; round++) {
        sides.caller.peer.holdPicture(true)
        sides.caller.peer.refreshPicture()
        sides.caller.peer.shapePicture({ active: true, scaleDownBy: 1 + (round % 2) })
        sides.caller.peer.holdPicture(false)
        sides.caller.peer.refreshPicture()
      }
      await harness.untilMoving(20)
      return harness.longestFreeze(() => harness.untilMoving(20))
    })
    expect(freeze).toBeLessThan(1_000)
  })
})
