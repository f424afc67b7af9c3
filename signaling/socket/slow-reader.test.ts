/** A page that stops reading, on real sockets: the kernel takes some megabytes before the server's own share fills. */
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { WebSocket, WebSocketServer } from 'ws'
import type { ServerMessage } from '../protocol/messages.ts'
import { createConnection } from './connection.ts'
import { createFakeTime } from './fake-timers.ts'
import { maxBufferedBytes } from './limits.ts'

const large: ServerMessage = {
  type: 'signal',
  appointmentId: 'appointment-00001',
  callId: 'call-000000000001',
  attempt: 1,
  signal: { kind: 'description', type: 'offer', sdp: 'v'.repeat(30_000), number: 1 },
}

test('a reader that stops reading costs its share of memory and its line, and the others nothing', async () => {
  const house = await openSockets()
  const slow = await house.connect()
  const other = await house.connect()
  slow.client.pause()
  let most = 0
  let sent = 0
  while (slow.connection.phase.phase !== 'closed') {
    slow.connection.send(large)
    other.connection.send(large)
    sent += 1
    most = Math.max(most, slow.wire.bufferedAmount)
    expect(sent, 'it is dropped').toBeLessThan(2_000)
    await new Promise((resolve) => setImmediate(resolve))
  }
  expect(most).toBeLessThan(maxBufferedBytes + 2 * JSON.stringify(large).length)
  await expect.poll(() => other.heard()).toBe(sent)
  expect(other.connection.phase.phase).not.toBe('closed')
})

async function openSockets() {
  const http = createServer()
  const server = new WebSocketServer({ server: http, perMessageDeflate: false })
  http.listen(0, '127.0.0.1')
  await once(http, 'listening')
  const { port } = http.address() as AddressInfo
  onTestFinished(() => void http.close())
  let number = 0

  async function connect() {
    const accepted = once(server, 'connection')
    const client = new WebSocket(`ws://127.0.0.1:${port}`)
    onTestFinished(() => client.terminate())
    let heard = 0
    client.on('message', () => heard++)
    await once(client, 'open')
    const [wire] = (await accepted) as [WebSocket]
    const connection = createConnection({
      number: ++number,
      person: { side: 'worker', appointmentId: 'appointment-00001' },
      loginKey: 'login',
      wire,
      timers: createFakeTime(),
      log: { debug() {}, info() {}, warn() {}, error() {} },
      onGone() {},
    })
    return { client, wire, connection, heard: () => heard }
  }

  return { connect }
}
