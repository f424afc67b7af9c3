/** A real coturn ends, and comes back, while the server runs; time between the questions passes by hand. */
import { expect, onTestFinished, test } from 'vitest'
import { writeSecret } from '../../scripts/journey/secret-file.ts'
import { freePort } from '../../scripts/free-port.ts'
import { startCoturn } from '../../turn/coturn.ts'
import { systemClock } from '../clock.ts'
import type { Health } from '../protocol/health.ts'
import type { Notices } from '../protocol/notices.ts'
import { createFakeTime } from '../socket/fake-timers.ts'
import { buildTestApp, testConfig } from '../testing/app.ts'
import { openRelay } from './relay.ts'

async function open() {
  const { file, secret, remove } = writeSecret()
  onTestFinished(remove)
  const port = await freePort()
  const address = `turn:127.0.0.1:${port}`
  const start = async () => {
    const options = { realm: 'localhost', address: '127.0.0.1', publicAddress: null, tls: null }
    const relayPorts = { min: 52_300, max: 52_400 }
    const coturn = await startCoturn({ ...options, port, relayPorts, secret, totalQuota: 100 })
    onTestFinished(() => coturn.close())
    return coturn
  }
  const { turn } = testConfig({ VISITE_TURN_URLS: address, VISITE_TURN_SECRET_FILE: file })
  const { probes } = openRelay(turn, systemClock)
  const time = createFakeTime()
  const asked: Promise<unknown>[] = []
  const relayProbes = probes.map((probe) => ({
    ...probe,
    ask: () => {
      const answer = probe.ask()
      asked.push(answer)
      return answer
    },
  }))
  const coturn = await start()
  const server = await buildTestApp({ relayProbes, timers: time })
  /** The answer, and what the watch makes of it. */
  const answered = async () => {
    await asked.at(-1)
    await new Promise((resolve) => setTimeout(resolve))
  }
  await answered()
  const headers = { authorization: await server.addApiKey() }
  return {
    ...server,
    address,
    secret,
    coturn,
    start,
    /** Lets the pause pass until the relay is asked once more, and waits for what comes of it. */
    nextAnswer: async () => {
      const before = asked.length
      for (let second = 0; asked.length === before && second < 20; second++) time.advance(1000)
      await answered()
    },
    health: async () => (await server.app.inject('/healthz')).json<Health>().relay,
    notice: async () =>
      (await server.app.inject({ url: '/api/notices', headers })).json<Notices>().relay,
  }
}

test('a coturn that ends is noticed by the second question, and one that is back by the next', async () => {
  const { health, notice, nextAnswer, coturn, start, log, address, secret } = await open()
  expect([await health(), await notice()]).toEqual(['working', null])

  await coturn.close()
  await nextAnswer()
  expect([await health(), await notice()]).toEqual(['working', null])
  await nextAnswer()
  expect(await health()).toBe('failing')
  expect(await notice()).toMatchObject({
    calls: 'direct-only',
    failing: [{ address, problem: 'silent' }],
  })

  await start()
  await nextAnswer()
  expect([await health(), await notice()]).toEqual(['working', null])
  const lines = log.filter((line) => line.includes('the relay'))
  expect(lines).toHaveLength(2)
  expect(lines.join(' ')).not.toContain(secret)
})
