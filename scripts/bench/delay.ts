/** Distance for a benchmark: what passes here arrives later by the same time in each direction, in order. */
import { createSocket, type RemoteInfo, type Socket as UdpSocket } from 'node:dgram'
import { once } from 'node:events'
import { connect, createServer, type AddressInfo, type Socket } from 'node:net'

export interface Delay {
  readonly port: number
  close(): Promise<void>
}

/** In front of a TCP server of this machine. */
export async function delayTcp(targetPort: number, delayMs: number): Promise<Delay> {
  const open = new Set<Socket>()
  const server = createServer({ noDelay: true }, (near) => {
    const far = connect({ port: targetPort, host: '127.0.0.1', noDelay: true })
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      open.add(from)
      // Timers of equal length run in the order in which they were set: what came first leaves first.
      from.on('data', (chunk) => setTimeout(() => to.writable && to.write(chunk), delayMs))
      from.on('close', () => {
        open.delete(from)
        setTimeout(() => to.destroy(), delayMs)
      })
      from.on('error', () => from.destroy())
    }
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    port: (server.address() as AddressInfo).port,
    async close() {
      for (const socket of open) socket.destroy()
      server.close()
      await once(server, 'close')
    },
  }
}

/** In front of a UDP server of this machine; each client gets a socket of its own towards it. */
export async function delayUdp(targetPort: number, delayMs: number): Promise<Delay> {
  const near = createSocket('udp4')
  const clients = new Map<string, UdpSocket>()
  let isOpen = true

  function farOf({ address, port }: RemoteInfo): UdpSocket {
    const key = `${address}:${port}`
    const known = clients.get(key)
    if (known !== undefined) return known
    const far = createSocket('udp4')
    far.on('message', (packet) =>
      setTimeout(() => isOpen && near.send(packet, port, address), delayMs),
    )
    clients.set(key, far)
    return far
  }

  near.on('message', (packet, from) => {
    const far = farOf(from)
    setTimeout(() => isOpen && far.send(packet, targetPort, '127.0.0.1'), delayMs)
  })
  near.bind(0, '127.0.0.1')
  await once(near, 'listening')
  return {
    port: near.address().port,
    async close() {
      isOpen = false
      for (const far of clients.values()) far.close()
      near.close()
      await once(near, 'close')
    },
  }
}
