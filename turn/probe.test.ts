import { createSocket } from 'node:dgram'
import { expect, onTestFinished, test } from 'vitest'
import { probeRelay, problemOf } from './probe.ts'

const user = { username: '1:watch', credential: 'any' }

test.each([
  [0, null],
  [401, 'refused'],
  [486, 'full'],
  [508, 'full'],
  [500, 'failed'],
])('a relay that answers %i is told as %s', (code, problem) => {
  expect(problemOf(code)).toBe(problem)
})

test.each([
  ['no name', '', 3478, 'unknown-name'],
  ['a port that there is not', '127.0.0.1', 99_999, 'nobody-listens'],
])('an address with %s breaks nothing', async (_what, host, port, problem) => {
  for (const transport of ['udp', 'tcp', 'tls'] as const) {
    expect(await probeRelay({ host, port, transport }, user)).toBe(problem)
  }
})

test('an answer that came once is enough: what was asked again meanwhile is forgotten', async () => {
  const server = createSocket('udp4')
  onTestFinished(() => void server.close())
  await new Promise<void>((resolve) => server.bind(0, '127.0.0.1', resolve))
  // 486 (RFC 8656, 19), with the question's transaction, twice.
  server.on('message', (question, { port, address }) => {
    const reply = Buffer.from(
      '0113000c2112a442000000000000000000000000000900080000045651756f74',
      'hex',
    )
    question.copy(reply, 8, 8, 20)
    for (let copy = 0; copy < 2; copy++) server.send(reply, port, address)
  })
  const { port } = server.address()
  expect(await probeRelay({ host: '127.0.0.1', port, transport: 'udp' }, user)).toBe('full')
})
