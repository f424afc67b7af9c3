/** When the server was first heard on each socket that a page opened, seen from outside the page. */
import type { Scene } from '../journey/scene.ts'
import { clients, pause, type Both } from './lab.ts'

export function watchSockets(scene: Scene): Both<number[]> {
  const heard: Both<number[]> = { worker: [], physician: [] }
  for (const side of clients) {
    scene[side].page.on('websocket', (socket) => {
      socket.once('framereceived', () => heard[side].push(Date.now()))
    })
  }
  return heard
}

/** Until both pages heard the server on a socket opened since then. Throws when they do not. */
export async function heardAgain(sockets: Both<number[]>, since: number, withinMs: number) {
  const missing = () => clients.filter((side) => (sockets[side].at(-1) ?? 0) < since)
  while (missing().length > 0) {
    if (Date.now() > since + withinMs) throw new Error(`not back: ${missing().join(', ')}`)
    await pause(50)
  }
}
