/**
 * The pages of a worker and a physician, joined by the server's own consultations. Nothing moves by itself: what is said
 * stays on its way until the test delivers it, so that events meet in every order.
 */
import { createSendingPage, type SendingPage } from '../../client/consultation/fake-page.ts'
import { appointmentId } from '../../client/call/specimens.ts'
import { toInstant } from '../../signaling/clock.ts'
import {
  createConsultations,
  type Consultations,
} from '../../signaling/consultation/consultations.ts'
import type { Principal } from '../../signaling/consultation/person.ts'
import type { Result } from '../../signaling/consultation/steps.ts'
import type { CallEnd, Participant } from '../../signaling/protocol/consultation.ts'
import type { ClientMessage, Numbers, ServerMessage } from '../../signaling/protocol/messages.ts'
import { createFixedClock, createSequentialIds } from '../../signaling/testing/clock.ts'

const physicianId = 'physician-00000001'
const people: Readonly<Record<Participant, Principal>> = {
  worker: { side: 'worker', appointmentId },
  physician: { side: 'physician', physicianId },
}
export const sides = ['worker', 'physician'] as const

interface Seat {
  page: SendingPage
  /** Of what the page said on this line, how much was taken to the server. */
  taken: number
  /** The highest number that the server heard of this page. */
  heard: number
  /** On its way to the page, or waiting for its line. */
  toPage: ServerMessage[]
  line: 'open' | 'lost'
}

export type TwoPages = ReturnType<typeof createTwoPages>

export function createTwoPages() {
  const clock = createFixedClock()
  const makeId = createSequentialIds()
  const consultations: Consultations = createConsultations({
    now: () => clock.now(),
    toInstant,
    makeId,
    standbys: 1,
  })
  const times = { startsAt: clock.now(), endsAt: clock.now() + 900_000 }
  const planned = { appointmentId, physicianId, sessionId: 'session-000000001', over: false }
  consultations.admit([{ ...planned, ...times }])
  consultations.list(physicianId, [appointmentId], null)
  const seats = { worker: load('worker'), physician: load('physician') }

  function load(side: Participant): Seat {
    const page = createSendingPage(side, makeId())
    return { page, taken: 0, heard: 0, toPage: [], line: 'lost' }
  }

  function spread({ sends }: Result): void {
    for (const { to, message } of sends) {
      if (to.side === 'guest') continue
      const ice = { iceServers: [], iceTransportPolicy: 'all' } as const
      const whole = 'initiator' in message ? { ...message, ...ice, ...quietOf(message) } : message
      seats[to.side].toPage.push(whole as ServerMessage)
    }
  }

  /** One frame, if there is one. */
  function hearOf(side: Participant): boolean {
    const seat = seats[side]
    if (seat.line === 'lost') return false
    const frame = seat.page.network.last.said[seat.taken]
    if (frame === undefined) return false
    seat.taken += 1
    obey(side, frame)
    return true
  }

  function obey(side: Participant, frame: ClientMessage & Numbers): void {
    const seat = seats[side]
    const { n, heard: _heard, ...message } = frame
    // A page that goes on with its conversation says again what was not acknowledged.
    if (n !== undefined && n <= seat.heard) return
    if (n !== undefined) seat.heard = n
    if (message.type === 'hello') return greet(side, message)
    if (message.type === 'ping' || message.type === 'ice-servers') return
    // No page here has a guest.
    spread(consultations.command(people[side], message))
  }

  function greet(side: Participant, { held, resume }: ClientMessage & { type: 'hello' }): void {
    const seat = seats[side]
    const resumed = resume !== undefined
    if (!resumed) {
      seat.heard = 0
      seat.toPage = []
    }
    const { views, ...result } = consultations.arrive(people[side], seat.page.id, held, { resumed })
    seat.toPage.push({
      type: 'welcome',
      participant: side,
      serverTime: toInstant(clock.now()),
      conversation: 'conversation-0001',
      resumed,
      consultations: views,
    })
    spread(result)
  }

  function tellPage(side: Participant): boolean {
    const { page, toPage, line } = seats[side]
    const message = line === 'open' ? toPage.shift() : undefined
    if (message === undefined) return false
    page.network.last.hear(message)
    return true
  }

  /** The connections of the same attempt, if both are open. */
  function pairs() {
    const mine = seats.worker.page.open()
    const theirs = seats.physician.page.open()
    return mine.flatMap((one) => {
      const end = theirs.find(({ options }) => options.callId === one.options.callId)
      return end === undefined ? [] : [[one, end] as const]
    })
  }

  const openLine = (side: Participant) => {
    const seat = seats[side]
    if (seat.line === 'open') return
    seat.page.network.wake()
    seat.line = 'open'
    seat.taken = 0
    seat.page.network.last.open()
  }

  const loseLine = (side: Participant) => {
    const seat = seats[side]
    if (seat.line === 'lost') return
    seat.line = 'lost'
    seat.page.network.last.close(1006)
    spread(consultations.loseLine(people[side]))
  }

  return {
    page: (side: Participant) => seats[side].page,
    openLine,
    loseLine,
    /** The browser forgets the page, and loads it anew. */
    reload(side: Participant): void {
      loseLine(side)
      seats[side].page.live.close()
      seats[side] = load(side)
      openLine(side)
    },
    deliverOne(side: Participant): void {
      if (!hearOf(side)) tellPage(side)
    },
    deliverAll(): void {
      while (sides.some((side) => hearOf(side) || tellPage(side)));
    },
    connectPeers(): void {
      for (const pair of pairs()) {
        for (const peer of pair) {
          if (peer.isConnected) continue
          peer.isConnected = true
          peer.options.tell({ type: 'connected' })
          peer.options.tell({ type: 'channel-opened' })
        }
      }
    },
    failPeers(side: Participant): void {
      for (const peer of seats[side].page.open()) {
        peer.isConnected = false
        peer.options.tell({ type: 'failed' })
      }
    },
    /** What was said beside the server arrives. */
    passTexts(): void {
      for (const [one, end] of pairs()) {
        for (const text of one.texts.splice(0)) end.options.tell({ type: 'text', text })
        for (const text of end.texts.splice(0)) one.options.tell({ type: 'text', text })
      }
    },
    /** By HTTP: in person instead, or an outcome. */
    finish: (reason: CallEnd) => spread(consultations.over(appointmentId, reason)),
    pass(ms: number): void {
      clock.advance(ms)
      for (const side of sides) seats[side].page.network.timers.advance(ms)
      spread(consultations.passTime())
    },
    isOnLine: (side: Participant) => seats[side].line === 'open',
    close(): void {
      for (const side of sides) seats[side].page.live.close()
    },
  }
}

function quietOf({ type }: { readonly type: string }): { quiet?: boolean } {
  return type === 'standby-opened' ? { quiet: false } : {}
}
