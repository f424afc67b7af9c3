/** A way to the server on which everything can go wrong: it goes silent, breaks in the middle of a frame, or drips. */
import { once } from 'node:events'
import { connect, createServer, type AddressInfo, type Socket } from 'node:net'

export interface TcpProxy {
  readonly port: number
  /**
   * From here on nothing arrives in either direction, and nobody is told. What was connected stays dead after `restore`,
   * as when a router forgets its connections.
   */
  blackHole(): void
  /** What connects from here on gets through. */
  restore(): void
  /** Breaks every connection (RST) half-way through the next thing that the server says on it. */
  breakNextFrame(): void
  /** What is said from here on, in either direction, arrives in pieces of so many bytes, one in each turn of the loop. */
  slice(bytes: number): void
  close(): Promise<void>
}

type Way = 'open' | 'dead' | 'breaking'

interface Pair {
  readonly near: Socket
  readonly far: Socket
  way: Way
}

export async function openTcpProxy(serverPort: number): Promise<TcpProxy> {
  const pairs = new Set<Pair>()
  let isDark = false
  let sliceBytes = Infinity

  const server = createServer((near) => {
    const far = connect(serverPort, '127.0.0.1')
    const pair: Pair = { near, far, way: isDark ? 'dead' : 'open' }
    pairs.add(pair)
    for (const socket of [near, far]) {
      socket.setNoDelay(true)
      socket.on('error', () => {})
      socket.on('close', () => end(pair))
    }
    near.on('data', (chunk) => void pass(pair, far, chunk))
    far.on('data', (chunk) => {
      if (pair.way === 'breaking') snap(pair, chunk)
      else void pass(pair, near, chunk)
    })
  })

  /** A half-open connection: its other end is not told of the close either. */
  function end(pair: Pair): void {
    if (pair.way === 'dead') return
    pairs.delete(pair)
    pair.near.destroy()
    pair.far.destroy()
  }

  function snap({ near, far }: Pair, chunk: Buffer): void {
    near.write(chunk.subarray(0, Math.ceil(chunk.length / 2)), () => {
      near.resetAndDestroy()
      far.resetAndDestroy()
    })
  }

  async function pass(pair: Pair, to: Socket, chunk: Buffer): Promise<void> {
    if (pair.way === 'dead') return
    if (sliceBytes === Infinity) return void to.write(chunk)
    const from = to === pair.far ? pair.near : pair.far
    from.pause()
    for (let at = 0; at < chunk.length; at += sliceBytes) {
      to.write(chunk.subarray(at, at + sliceBytes))
      await new Promise((resolve) => setImmediate(resolve))
    }
    from.resume()
  }

  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    // A listening TCP server has an address of this kind.
    port: (server.address() as AddressInfo).port,
    blackHole() {
      isDark = true
      for (const pair of pairs) pair.way = 'dead'
    },
    restore() {
      isDark = false
    },
    breakNextFrame() {
      for (const pair of pairs) pair.way = 'breaking'
    },
    slice(bytes) {
      sliceBytes = bytes
    },
    async close() {
      for (const { near, far } of pairs) {
        near.destroy()
        far.destroy()
      }
      server.close()
      await once(server, 'close')
    },
  }
}
