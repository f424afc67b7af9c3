/** What the handlers work with: the consultations, the connections, and the way from one to the other. */
import type { Consultations } from '../consultation/consultations.ts'
import type { Result } from '../consultation/steps.ts'
import type { Outgoing } from '../consultation/outgoing.ts'
import type { Person } from '../consultation/person.ts'
import type { GuestHappening } from '../consultation/events.ts'
import type { IcePolicy, IceServer, Side } from '../protocol/consultation.ts'
import type { ServerMessage } from '../protocol/messages.ts'
import type { Id } from '../protocol/primitives.ts'
import type { StandbyConfig } from '../settings/standby.ts'
import type { Connections } from './connections.ts'
import type { Conversations } from './conversations.ts'
import type { Log } from './log.ts'
import type { Prover } from './proofs.ts'
import type { SteadyClock } from './steady-clock.ts'
import type { Timers } from './timers.ts'

/** Fresh, time-limited credentials for one side of one appointment. */
export type IceServers = (side: Side, appointmentId: Id) => IceServer[]

/** Writes down what the third seat saw: who was let in, who was shown out. */
export type RecordGuest = (happening: GuestHappening & { readonly appointmentId: Id }) => void

export interface HouseOptions {
  readonly consultations: Consultations
  readonly connections: Connections
  readonly conversations: Conversations
  readonly prover: Prover
  readonly iceServers: IceServers
  readonly icePolicy: IcePolicy
  /** Of a connection that stands by. */
  readonly standby: StandbyConfig
  readonly recordGuest: RecordGuest
  readonly clock: SteadyClock
  readonly timers: Timers
  readonly log: Log
}

export type House = ReturnType<typeof createHouse>

export function createHouse(options: HouseOptions) {
  const { consultations, connections, conversations, iceServers, clock, timers, log } = options
  let cancelDeadline = () => {}
  let closed = false

  function complete(to: Person, message: Outgoing): ServerMessage {
    if (!('initiator' in message)) return message
    const { icePolicy, standby } = options
    const servers = iceServers(to.side, message.appointmentId)
    if (message.type !== 'standby-opened') {
      return { ...message, iceServers: servers, iceTransportPolicy: icePolicy }
    }
    const quiet = standby.workers === 0
    return { ...message, iceServers: servers, iceTransportPolicy: standby.icePolicy, quiet }
  }

  /** One timer for whatever is due next in any consultation. */
  function arm(): void {
    cancelDeadline()
    const deadline = consultations.nextDeadline()
    if (deadline === null || closed) return
    cancelDeadline = timers.after(Math.max(0, deadline - clock.now()), () =>
      deliver(consultations.passTime()),
    )
  }

  /** A guest's time is over: no page of theirs keeps a line. */
  function showOut(guestId: Id): void {
    for (const connection of connections.all()) {
      const { person } = connection
      if (person.side === 'guest' && person.guestId === guestId) connection.close('signed-out')
    }
  }

  /** To the person's page: now, or when it is back. */
  function send(to: Person, message: ServerMessage): void {
    const line = connections.leader(to)
    if (line === null) conversations.keep(to, message)
    else line.send(message)
  }

  /** Sends what follows from something. */
  function deliver(result: Result): void {
    for (const happening of result.happenings) log.info(happening, 'consultation')
    for (const { to, message } of result.sends) {
      // First: the server may be killed between the two.
      if (message.type === 'call-opened') options.prover.prove(to)
      send(to, complete(to, message))
    }
    for (const happening of result.happenings) {
      if (isOfGuest(happening)) options.recordGuest(happening)
      if (happening.what === 'guest-ended') showOut(happening.guestId)
    }
    arm()
  }

  return {
    consultations,
    connections,
    conversations,
    clock,
    log,
    iceServers,
    send,
    prove: (person: Person) => options.prover.prove(person),
    deliver,
    close(): void {
      closed = true
      cancelDeadline()
    },
  }
}

type Heard = Result['happenings'][number]

function isOfGuest(happening: Heard): happening is Heard & GuestHappening {
  return happening.what.startsWith('guest-')
}
