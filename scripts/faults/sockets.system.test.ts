/** Lines that go silent, break and drip, and people who press twice: what was said comes once and in order all the same. */
import { expect, onTestFinished, test } from 'vitest'
import { answerRing, bothWait, connectedIn, openCall, openClinic } from './clinic.ts'
import type { ScriptedPage } from './scripted-page.ts'
import { openTcpProxy, type TcpProxy } from './tcp-proxy.ts'

/**
 * A try that began in the dark may wait for its own end before the next one: two at once to one host are not allowed
 * (RFC 6455, 4.1), and shorter ones would make Chromium hold sockets back, see `back-off.ts`. Where the browser tells of
 * the network's return, a new one is begun at once (`connection.test.ts`).
 */
const lastTryInTheDarkMs = 5_500

test('a line that went silent is known to the page within 12 s and to the server within 30, and loses nothing', async () => {
  const { proxy, desk, worker, appointmentId, said } = await openProxiedCall()
  const began = performance.now()
  proxy.blackHole()
  said.both('into the void')
  expect(
    await worker.until('the page knows', () => worker.live.state.line.phase === 'lost', 12_000),
  ).toBeGreaterThan(1_000)
  said.both('while it is known')
  await desk.until(
    'the server knows',
    () => desk.consultation(appointmentId)?.presence.kind === 'away',
    30_000 - (performance.now() - began),
  )
  said.both('while both know')
  proxy.restore()
  await worker.until(
    'the line is back',
    () => worker.live.state.line.phase === 'open',
    lastTryInTheDarkMs,
  )
  said.both('after it')
  await said.areHeard()
  expect(worker.resumed).toEqual([false, true])
  expect(desk.closes).toEqual([null])
})

test('a line that breaks in the middle of a frame is resumed within 3 s, and loses nothing', async () => {
  const { proxy, worker, said } = await openProxiedCall()
  for (let round = 1; round <= 3; round++) {
    proxy.breakNextFrame()
    said.both(`broken ${round}`)
    await worker.until('resumed', () => worker.resumed.length === 1 + round, 3_000)
  }
  await said.areHeard()
  expect(worker.resumed).toEqual([false, true, true, true])
})

test('a line that passes three bytes at a time carries a call all the same', async () => {
  const { proxy, worker, said } = await openProxiedCall()
  proxy.slice(3)
  for (let round = 1; round <= 20; round++) said.both(`slowly ${round}`)
  await said.areHeard()
  expect(worker.closes).toEqual([null])
})

test('a ring that is clicked twice at once, and on a second page too, is one ring and one call', async () => {
  const clinic = await openClinic()
  const appointmentId = clinic.appointmentIds[0] ?? ''
  const desk = clinic.openDesk()
  const worker = clinic.openWorker()
  await bothWait(desk, worker, appointmentId)
  const second = clinic.openDesk()
  await second.until('asked', () => second.live.state.line.phase === 'elsewhere')
  const rings = new Set<string>()
  onTestFinished(
    worker.live.subscribe(() => {
      const ring = worker.consultation(appointmentId)?.ring
      if (ring) rings.add(ring.id)
    }),
  )
  desk.live.ring(appointmentId)
  second.live.ring(appointmentId)
  desk.live.ring(appointmentId)
  await answerRing(worker, appointmentId)
  await connectedIn([worker, desk])
  expect(rings.size).toBe(1)
  expect(worker.peers).toHaveLength(1)
  expect(desk.peers).toHaveLength(1)
  expect(second.peers).toEqual([])
  expect(count(clinic.visite.output(), 'ring-started')).toBe(1)
  expect(count(clinic.visite.output(), 'call-opened')).toBe(1)
})

test('two who hang up in the same moment end one call, once, without an error', async () => {
  const { clinic, pages, appointmentId } = await openCall()
  for (const { live } of pages) live.hangUp()
  for (const page of pages) {
    await page.until(
      'the end is known',
      () => page.consultation(appointmentId)?.call?.phase === 'ended',
    )
    expect(page.live.state.call.phase).toBe('none')
    expect(page.live.state.refusal).toBeNull()
    expect(page.peers.filter(({ isOpen }) => isOpen)).toEqual([])
  }
  expect(count(clinic.visite.output(), 'call-ended')).toBe(1)
})

/** A call whose worker reaches the server through a proxy; `said` keeps what each side says, and what must be heard. */
async function openProxiedCall() {
  const proxies: TcpProxy[] = []
  const call = await openCall({
    worker: async (port) => {
      const opened = await openTcpProxy(port)
      onTestFinished(() => opened.close())
      proxies.push(opened)
      return opened.port
    },
  })
  const [proxy] = proxies
  if (proxy === undefined) throw new Error('no proxy was opened')
  const all: string[] = []
  const heardBy = ({ peers }: ScriptedPage) =>
    peers[0]?.heard.filter((each) => all.includes(each)) ?? []
  const said = {
    both(words: string) {
      all.push(words)
      for (const { peers } of call.pages) peers[0]?.say(words)
    },
    async areHeard() {
      for (const page of call.pages) {
        await page.until('all is heard', () => heardBy(page).length >= all.length)
      }
      // What came twice would be here.
      for (const page of call.pages) expect(heardBy(page)).toEqual(all)
    },
  }
  return { ...call, proxy, said }
}

function count(text: string, words: string): number {
  return text.split(`"${words}"`).length - 1
}
