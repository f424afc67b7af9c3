import { describe, expect, test } from 'vitest'
import { closeCodes } from '../../signaling/protocol/close-codes.ts'
import type { ClientMessageOf, ServerMessage } from '../../signaling/protocol/messages.ts'
import { connectLimitMs, pauseMs, retryEveryMs } from './back-off.ts'
import { openConnection, type Command } from './connection.ts'
import { createFakeNetwork, serverTime } from './fake-socket.ts'
import type { Line } from './line.ts'

const welcome: ServerMessage = {
  type: 'welcome',
  participant: 'worker',
  serverTime,
  conversation: 'conversation-0001',
  resumed: false,
  consultations: [],
}
const pong: ServerMessage = { type: 'pong', serverTime }
const resumed: ServerMessage = { ...welcome, resumed: true }
const agendaChanged: ServerMessage = { type: 'agenda-changed' }
const refused: ServerMessage = {
  type: 'refused',
  code: 'not-found',
  about: 'ring',
  appointmentId: null,
}
const ready = { type: 'readiness', readiness: 'ready', visible: true } as const
const hidden = { ...ready, visible: false }

function createLine(held: ClientMessageOf<'hello'>['held'] = null) {
  const network = createFakeNetwork()
  const heard: ServerMessage['type'][] = []
  const lines: Line['phase'][] = []
  const unheard: Command[] = []
  const connection = openConnection({
    url: 'ws://visite/ws/worker',
    page: 'page-0000000000001',
    held: () => held,
    heard: (message) => heard.push(message.type),
    startedAfresh: (messages) => unheard.push(...messages),
    lineChanged: (line) => lines.push(line.phase),
    ports: network.ports,
  })
  return { network, connection, heard, lines, unheard }
}

function createLeading(held: ClientMessageOf<'hello'>['held'] = null) {
  const line = createLine(held)
  line.network.last.open()
  line.network.last.hear(welcome)
  return line
}

describe('a line', () => {
  test('says hello first and is open after the welcome', () => {
    const { network, lines, heard } = createLeading()
    expect(network.last.said).toEqual([
      { type: 'hello', version: 1, page: 'page-0000000000001', takeOver: false, held: null },
    ])
    expect(lines).toEqual(['open'])
    expect(heard).toEqual(['welcome'])
  })

  test.each(['not JSON', '{}', '{"type":"constructor"}', '{"type":"news-of-a-later-version"}'])(
    'skips a frame that it does not understand: %s',
    (frame) => {
      const { network, heard, lines } = createLeading()
      network.last.hearText(frame)
      expect(heard).toEqual(['welcome'])
      expect(lines).toEqual(['open'])
    },
  )

  test('ends with the page: no timer, no socket and no listener stays', () => {
    const { network, connection } = createLeading()
    connection.close()
    network.wake()
    expect(network.timers.pending()).toBe(0)
    expect(network.last.isOpen).toBe(false)
    expect(network.sockets).toHaveLength(1)
  })
})

describe('what is said', () => {
  test('before the welcome of a server that starts afresh is handed back', () => {
    const { network, connection, unheard } = createLine()
    network.last.open()
    connection.send(ready)
    network.last.hear(welcome)
    expect(unheard).toEqual([ready])
    expect(network.last.said.map(({ type }) => type)).toEqual(['hello'])
    connection.send(ready)
    expect(network.last.said.at(-1)).toEqual({ ...ready, n: 1, heard: 0 })
  })

  test('into a half-open socket is said again on the next one, with its number and in order', () => {
    const { network, connection } = createLeading()
    connection.send(ready)
    connection.send(hidden)
    network.last.close(1006)
    connection.send(ready)
    network.timers.advance(500)
    network.last.open()
    expect(network.last.said).toMatchObject([
      { type: 'hello', resume: { conversation: 'conversation-0001', heard: 0 } },
    ])
    network.last.hear({ ...resumed, heard: 1 })
    expect(network.last.said.slice(1)).toEqual([
      { ...hidden, n: 2, heard: 0 },
      { ...ready, n: 3, heard: 0 },
    ])
  })

  test('is not said again once the server has heard it', () => {
    const { network, connection } = createLeading()
    connection.send(ready)
    network.last.hear({ ...pong, heard: 1 })
    network.last.close(1006)
    network.timers.advance(500)
    network.last.open()
    network.last.hear({ ...resumed, heard: 1 })
    expect(network.last.said.map(({ type }) => type)).toEqual(['hello'])
  })

  test('and not heard within a minute makes the page start afresh', () => {
    const { network, connection } = createLeading()
    connection.send(ready)
    network.last.close(1006)
    network.timers.advance(60_001)
    network.wake()
    network.last.open()
    expect(network.last.said[0]).not.toHaveProperty('resume')
  })
})

describe('what is missed', () => {
  test('comes before the welcome, and what came already is not heard twice', () => {
    const { network, heard } = createLeading()
    network.last.hear({ ...agendaChanged, n: 1, heard: 0 })
    network.last.close(1006)
    network.timers.advance(500)
    network.last.open()
    expect(network.last.said).toMatchObject([{ type: 'hello', resume: { heard: 1 } }])
    network.last.hear({ ...agendaChanged, n: 1, heard: 0 })
    network.last.hear({ ...refused, n: 2, heard: 0 })
    network.last.hear(resumed)
    expect(heard).toEqual(['welcome', 'agenda-changed', 'refused', 'welcome'])
  })

  test('is acknowledged with the heartbeat, and after 32 messages without a word', () => {
    const { network } = createLeading()
    for (let n = 1; n <= 32; n++) network.last.hear({ ...agendaChanged, n, heard: 0 })
    expect(network.last.said.slice(1)).toEqual([{ type: 'ping', heard: 32 }])
    network.last.hear({ ...agendaChanged, n: 33, heard: 0 })
    network.timers.advance(5_000)
    expect(network.last.said.at(-1)).toEqual({ type: 'ping', heard: 33 })
  })
})

describe('a lost line', () => {
  test('is opened again after half a second, and hello tells the held call', () => {
    const { network, lines } = createLeading()
    network.last.close(1006)
    expect(lines).toEqual(['open', 'lost'])
    network.timers.advance(499)
    expect(network.sockets).toHaveLength(1)
    network.timers.advance(1)
    network.last.open()
    network.last.hear(welcome)
    expect(lines).toEqual(['open', 'lost', 'open'])
  })

  test('waits longer after each failure, up to five seconds, and starts afresh once it was open', () => {
    const { network, lines } = createLeading()
    const delays = [500, 1_000, 2_000, 4_000, 5_000, 5_000]
    for (const [index, delay] of delays.entries()) {
      network.last.close(1006)
      network.timers.advance(delay - 1)
      expect(network.sockets).toHaveLength(index + 1)
      network.timers.advance(1)
      expect(network.sockets).toHaveLength(index + 2)
    }
    network.last.open()
    network.last.hear(welcome)
    network.last.close(1006)
    network.timers.advance(500)
    expect(network.sockets).toHaveLength(delays.length + 2)
    expect(lines).toEqual(['open', 'lost', 'open', 'lost'])
  })

  test('is opened at once when the network is back or the page in front', () => {
    const { network } = createLeading()
    network.last.close(1006)
    network.wake()
    expect(network.sockets).toHaveLength(2)
    network.timers.advance(1_000)
    expect(network.sockets).toHaveLength(2)
  })

  test('gives a try three seconds, and closes it', () => {
    const { network, lines } = createLine()
    network.timers.advance(3_000)
    expect(network.last.isOpen).toBe(false)
    expect(lines).toEqual(['lost'])
    network.timers.advance(500)
    expect(network.sockets).toHaveLength(2)
  })

  test('hears nothing more from a socket that was given up', () => {
    const { network, heard } = createLine()
    const [first] = network.sockets
    network.timers.advance(3_500)
    first?.open()
    first?.hear(welcome)
    first?.close(closeCodes['signed-out'])
    expect(heard).toEqual([])
    expect(first?.said).toEqual([])
  })
})

describe('the heartbeat', () => {
  test('finds a silent line dead within twelve seconds', () => {
    const { network, lines } = createLeading()
    network.timers.advance(10_000)
    expect(network.sockets[0]?.said.filter((message) => message.type === 'ping')).toHaveLength(1)
    expect(lines).toEqual(['open', 'lost'])
  })

  test('tells how long the way to the server and back takes', () => {
    const { network, connection } = createLeading()
    expect(connection.roundTripMs).toBeNull()
    network.timers.advance(5_000)
    network.timers.advance(700)
    network.last.hear(pong)
    expect(connection.roundTripMs).toBe(700)
  })

  test('lets a line live that answers', () => {
    const { network, lines } = createLeading()
    for (let minute = 0; minute < 12; minute++) {
      network.timers.advance(5_000)
      expect(network.last.said.at(-1)).toMatchObject({ type: 'ping' })
      network.timers.advance(4_000)
      network.last.hear(pong)
    }
    expect(lines).toEqual(['open'])
  })

  test('asks at once after a change of network, and believes the line for two seconds only', () => {
    const { network, lines } = createLeading()
    network.wake()
    expect(network.last.said.at(-1)).toMatchObject({ type: 'ping' })
    network.timers.advance(2_000)
    expect(lines).toEqual(['open', 'lost'])
  })
})

describe('a closed door', () => {
  test.each([
    ['replaced', 'replaced'],
    ['signed-out', 'signed-out'],
    ['not-allowed', 'signed-out'],
    ['wrong-version', 'outdated'],
  ] as const)('after %s the page stays away: %s', (reason, phase) => {
    const { network, lines } = createLeading()
    network.last.close(closeCodes[reason])
    network.wake()
    network.timers.advance(600_000)
    expect(lines).toEqual(['open', phase])
    expect(network.sockets).toHaveLength(1)
  })

  test('after a restart of the server the page comes back', () => {
    const { network } = createLeading()
    network.last.close(closeCodes['going-away'])
    network.timers.advance(500)
    expect(network.sockets).toHaveLength(2)
  })

  test('a page that is not understood comes back slowly', () => {
    const { network } = createLeading()
    network.last.close(closeCodes['bad-frame'])
    network.timers.advance(4_999)
    expect(network.sockets).toHaveLength(1)
  })
})

describe('use here', () => {
  test('claims the lead on the line that was told of another page', () => {
    const { network, connection, lines } = createLine()
    network.last.open()
    network.last.hear({ type: 'elsewhere', inCall: true })
    expect(lines).toEqual(['elsewhere'])
    connection.takeOver()
    expect(network.last.said.at(-1)).toMatchObject({ type: 'hello', takeOver: true })
    network.last.hear(welcome)
    expect(lines).toEqual(['elsewhere', 'open'])
  })

  test('is left to a tap when the line is lost: the other page may be in a call', () => {
    const { network, connection, lines } = createLine()
    network.last.open()
    network.last.hear({ type: 'elsewhere', inCall: true })
    network.timers.advance(2_001)
    connection.doubt()
    network.last.close(1006)
    network.wake()
    network.timers.advance(600_000)
    expect(network.sockets).toHaveLength(1)
    expect(lines).toEqual(['elsewhere'])
    connection.takeOver()
    network.last.open()
    expect(network.last.said).toMatchObject([{ type: 'hello', takeOver: true }])
  })

  test('brings a page back that was replaced, and claims only once', () => {
    const { network, connection } = createLeading()
    network.last.close(closeCodes.replaced)
    connection.takeOver()
    network.last.open()
    expect(network.last.said).toMatchObject([{ type: 'hello', takeOver: true }])
    network.last.hear(welcome)
    network.last.close(1006)
    network.timers.advance(500)
    network.last.open()
    expect(network.last.said).toMatchObject([{ type: 'hello', takeOver: false }])
  })

  test('does nothing on an open line', () => {
    const { network, connection } = createLeading()
    connection.takeOver()
    expect(network.last.said).toHaveLength(1)
    network.last.close(1006)
    network.timers.advance(500)
    network.last.open()
    expect(network.last.said).toMatchObject([{ type: 'hello', takeOver: false }])
  })
})

describe('a doubted line', () => {
  test('is replaced at once, in silence if the new one stands', () => {
    const { network, connection, lines } = createLeading()
    network.timers.advance(2_001)
    connection.doubt()
    expect(network.sockets.map(({ isOpen }) => isOpen)).toEqual([false, true])
    network.last.open()
    network.last.hear(welcome)
    expect(lines).not.toContain('lost')
  })

  test('is lost once the new one fails too', () => {
    const { network, connection, lines } = createLeading()
    network.timers.advance(2_001)
    connection.doubt()
    network.timers.advance(3_000)
    expect(lines).toEqual(['open', 'lost'])
  })

  test('is replaced every two seconds at most, and not while it is tried anyway', () => {
    const { network, connection } = createLeading()
    connection.doubt()
    expect(network.sockets).toHaveLength(1)
    network.timers.advance(2_001)
    connection.doubt()
    network.timers.advance(2_001)
    connection.doubt()
    expect(network.sockets).toHaveLength(2)
  })
})

describe('a line that is lost in a call', () => {
  const inCall = { appointmentId: 'a'.repeat(16), callId: 'c'.repeat(16), attempt: 1 }

  test('is opened again within 300 ms', () => {
    const { network } = createLeading(inCall)
    network.last.close(1006)
    network.timers.advance(200)
    expect(network.sockets).toHaveLength(2)
  })

  test('is tried every two seconds or more often while a server that restarts refuses', () => {
    const { network } = createLeading(inCall)
    network.last.close(1006)
    for (let second = 0; second < 20; second++) {
      network.timers.advance(1_000)
      if (network.last.isOpen) network.last.close(1006)
    }
    expect(network.sockets.length).toBeGreaterThan(10)
    expect(network.sockets.length).toBeLessThan(14)
  })

  test('sends a SYN every 2.1 s or more often during a minute of silence, in sixteen tries at most', () => {
    const { network } = createLeading(inCall)
    network.last.close(1006)
    const syns: number[] = []
    let [tries, openedAt] = [1, 0]
    for (let ms = 0; ms < 60_000; ms += 100) {
      if (network.sockets.length > tries) [tries, openedAt] = [network.sockets.length, ms]
      if (tries > 1 && [0, 1_000, 3_000, 7_000].includes(ms - openedAt)) syns.push(ms)
      network.timers.advance(100)
    }
    expect(tries - 1).toBeLessThanOrEqual(16)
    const gaps = syns.slice(1).map((at, index) => at - (syns[index] ?? 0))
    expect(Math.max(...gaps)).toBeLessThanOrEqual(2_200)
  })

  test('waits longer for a server that has answered: it may be greeting everybody', () => {
    const { network } = createLeading(inCall)
    network.last.close(1006)
    network.timers.advance(300)
    network.last.open()
    network.timers.advance(7_900)
    expect(network.sockets).toHaveLength(2)
    network.timers.advance(500)
    expect(network.sockets).toHaveLength(3)
  })

  test('does not wait for the next SYN of a try once the network is back', () => {
    const { network } = createLeading(inCall)
    network.last.close(1006)
    network.timers.advance(1_300)
    network.wake()
    expect(network.sockets).toHaveLength(3)
    network.wake()
    expect(network.sockets).toHaveLength(3)
  })
})

describe('the delays', () => {
  test('spread by a quarter to both sides', () => {
    expect(retryEveryMs(1, false, () => 0)).toBe(375)
    expect(retryEveryMs(1, false, () => 1)).toBe(625)
    expect([pauseMs(() => 0), pauseMs(() => 1)]).toEqual([100, 300])
  })

  test('leave a try time enough once the browser holds sockets back', () => {
    for (const inCall of [true, false]) {
      expect(connectLimitMs(0, inCall)).toBe(3_000)
      expect(connectLimitMs(16, inCall)).toBe(8_000)
    }
  })
})
