/** Knows when everything that was set off has been carried out: by the server, by the scripts, and on the lines between. */
import type { Server } from 'node:http'
import type { Socket } from 'node:net'

/** A line of which the other end can be asked whether it has read and said all. */
export interface Line {
  echo(): Promise<void>
}

export interface Stillness {
  /** Time stands still until this is answered. */
  during<T>(work: Promise<T>): Promise<T>
  /** Something came or went, so that more may follow. */
  stir(): void
  readonly lines: Set<Line>
  /** Resolves when nothing is under way. */
  settle(): Promise<void>
}

export function createStillness(server: Server): Stillness {
  const sockets = new Set<Socket>()
  const lines = new Set<Line>()
  let underWay = 0
  let stirred = 0
  /** Bytes on the server's sockets when all was still: as long as there are no more, nothing can have happened. */
  let stillAt = -1

  server.on('connection', (socket) => {
    sockets.add(socket)
    socket.once('close', () => {
      sockets.delete(socket)
      stirred += 1
    })
  })

  function traffic(): number {
    let bytes = stirred
    for (const socket of sockets) bytes += socket.bytesRead + socket.bytesWritten
    return bytes
  }

  async function settle(): Promise<void> {
    await turn()
    if (traffic() === stillAt) return
    // Twice without news: an answer to the last news may have been on its way.
    for (let quiet = 0; quiet < 2;) {
      const before = stirred
      await Promise.all([...lines].map((line) => line.echo()))
      await turn()
      quiet = underWay === 0 && stirred === before ? quiet + 1 : 0
    }
    stillAt = traffic()
  }

  return {
    async during(work) {
      underWay += 1
      stirred += 1
      try {
        return await work
      } finally {
        underWay -= 1
        stirred += 1
      }
    },
    stir: () => void (stirred += 1),
    lines,
    settle,
  }
}

/** Until what the last turn of the event loop brought has been dealt with. */
function turn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve))
}
