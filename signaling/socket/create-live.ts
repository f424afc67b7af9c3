/** The live side: consultations on one hand, sockets on the other, and what HTTP tells both. */
import type { FastifyInstance } from 'fastify'
import { fromInstant, type Clock, type MakeId } from '../clock.ts'
import { createConsultations } from '../consultation/consultations.ts'
import type { Person } from '../consultation/person.ts'
import type { Access } from '../identity/access.ts'
import type { CallProofs } from '../identity/call-proof.ts'
import type { Identity } from '../identity/identity.ts'
import type { IcePolicy } from '../protocol/consultation.ts'
import { createAgenda, type AppointmentsReader } from './agenda.ts'
import { createConnection, type Connection, type Wire } from './connection.ts'
import { createConnections } from './connections.ts'
import { createConversations } from './conversations.ts'
import { receive } from './frames.ts'
import { createGreeter, type GuestsReader, type IdentificationsReader } from './greeting.ts'
import { createHeartbeat } from './heartbeat.ts'
import type { StandbyConfig } from '../settings/standby.ts'
import { createHouse, type IceServers, type RecordGuest } from './house.ts'
import { helloMs } from './limits.ts'
import type { Live } from './live.ts'
import { watchLogins, type LoginsReader, type NoteUse, type ProlongLogin } from './login-watch.ts'
import type { Log } from './log.ts'
import { createProver } from './proofs.ts'
import { createSteadyClock } from './steady-clock.ts'
import type { Timers } from './timers.ts'
import { registerUpgrades } from './upgrade.ts'

export interface LiveOptions {
  readonly store: {
    readonly read: {
      readonly appointments: AppointmentsReader
      readonly guests: GuestsReader
      readonly identifications: IdentificationsReader
      readonly logins: LoginsReader
    }
  }
  readonly clock: Clock
  readonly makeId: MakeId
  readonly iceServers: IceServers
  readonly icePolicy: IcePolicy
  readonly standby: StandbyConfig
  readonly recordGuest: RecordGuest
  readonly noteUse: NoteUse
  readonly prolongLogin: ProlongLogin
  readonly callProofs: CallProofs
  /** Midnight passed in the service's zone. */
  readonly newDay: () => void
  readonly timeZone: string
  readonly log: Log
  readonly timers: Timers
}

export interface LiveSide extends Live {
  /** Adds `/ws/worker`, `/ws/desk` and `/ws/guest`. The app has cookies, `request.identity` and an error handler already. */
  register(app: FastifyInstance, access: Pick<Access, 'requireOwnPage' | 'identifyUpgrade'>): void
  /** Tells every page to come back later; resolves when their sockets are closed. */
  close(): Promise<void>
}

/** A socket's events, as the upgrade passes them on. */
export interface Ear {
  heard(): void
  text(frame: Buffer): void
  binary(): void
  closed(): void
}
/** Who may have a socket. */
export type SocketKind = 'worker' | 'physician' | 'guest'
export type AcceptWire = (wire: Wire, identity: Extract<Identity, { kind: SocketKind }>) => Ear

export function createLive(options: LiveOptions): LiveSide {
  const { clock, makeId, timers, log, iceServers, icePolicy, standby, recordGuest } = options
  const steady = createSteadyClock(clock, timers)
  const connections = createConnections()
  const consultations = createConsultations({
    now: () => steady.now(),
    toInstant: (at) => steady.toInstant(at),
    makeId,
    standbys: standby.workers,
  })
  const conversations = createConversations(makeId, timers)
  const { callProofs } = options
  const prover = createProver({ consultations, connections, callProofs, timers })
  const house = createHouse({
    prover,
    consultations,
    connections,
    conversations,
    iceServers,
    icePolicy,
    standby,
    recordGuest,
    clock: steady,
    timers,
    log,
  })
  const agenda = createAgenda(options.store, options)
  const greeter = createGreeter(house, agenda, options.store.read, callProofs)
  const heartbeat = createHeartbeat({
    connections,
    conversations,
    timers,
    log,
    today: () => agenda.today(),
    newDay,
  })
  const { logins } = options.store.read
  const loginWatch = watchLogins({
    connections,
    consultations,
    logins,
    noteUse: options.noteUse,
    prolongLogin: options.prolongLogin,
    clock,
    timers,
    log,
  })
  const open = new Set<Connection>()
  let lastNumber = 0
  let closing = false
  let allClosed = () => {}

  function agendaChanged(physicianId: string): void {
    greeter
      .refresh(physicianId)
      .then(() => house.send({ side: 'physician', physicianId }, { type: 'agenda-changed' }))
      .catch((error: unknown) => log.error({ physicianId, err: error }, 'planning not read'))
  }

  function newDay(): void {
    options.newDay()
    greeter.forget()
    for (const { person, phase } of connections.all()) {
      if (person.side === 'physician' && phase.phase === 'leading')
        agendaChanged(person.physicianId)
    }
  }

  const accept: AcceptWire = (wire, identity) => {
    const cancelHello = timers.after(helloMs, () => {
      if (connection.phase.phase === 'upgraded') connection.close('hello-expected')
    })
    const connection = createConnection({
      number: ++lastNumber,
      person: toPerson(identity),
      loginKey: identity.loginKey,
      wire,
      timers,
      log,
      onGone(gone) {
        cancelHello()
        if (!connections.remove(gone)) return
        conversations.lose(gone.person)
        house.deliver(consultations.loseLine(gone.person))
      },
    })
    open.add(connection)
    const full = connections.isFull(identity.loginKey)
    connections.add(connection)
    if (closing) connection.close('going-away')
    else if (full) connection.close('too-many-messages')
    return {
      heard() {
        connection.heardAt = timers.monotonic()
      },
      text: (frame) => receive(house, greeter, connection, frame),
      binary: () => connection.close('bad-frame'),
      closed() {
        connection.closed()
        open.delete(connection)
        if (open.size === 0) allClosed()
      },
    }
  }

  return {
    agendaChanged,
    appointmentOver: (appointmentId, reason) =>
      house.deliver(consultations.over(appointmentId, reason)),
    appointmentBack: (appointmentId) => house.deliver(consultations.back(appointmentId)),
    guestEnded: (appointmentId, guestId, reason) =>
      house.deliver(consultations.endGuest(appointmentId, guestId, reason)),
    callOf: (appointmentId) => consultations.callOf(appointmentId),
    progress(appointmentId) {
      const { inCallSince, workerHere } = consultations.progress(appointmentId)
      const since = inCallSince === null ? null : fromInstant(steady.toInstant(inCallSince))
      return { inCallSince: since, workerHere }
    },
    freeSince(physicianId) {
      const since = consultations.freeSince(physicianId)
      return since === null ? null : fromInstant(steady.toInstant(since))
    },
    expect: (appointmentId, expectedAt) =>
      house.deliver(consultations.expect(appointmentId, expectedAt)),
    offered: (offers) => house.deliver(consultations.offer(offers)),
    workersOnline: () => consultations.waiting(),
    workerCame: (appointmentId) => consultations.workerCame(appointmentId),
    identified: (appointmentId, loginKey, identified) =>
      house.deliver(consultations.identified(appointmentId, loginKey, identified)),
    wrongPersonCame: (appointmentId) => house.deliver(consultations.wrongPerson(appointmentId)),
    workerLogin: (appointmentId) => consultations.workerLogin(appointmentId),
    loginEnded(loginKey) {
      for (const connection of connections.ofLogin(loginKey)) connection.close('signed-out')
    },
    register(app, access) {
      registerUpgrades(app, { access, accept, log, close: () => this.close() })
    },
    async close() {
      closing = true
      heartbeat.close()
      prover.close()
      loginWatch.close()
      const closed = new Promise<void>((resolve) => {
        allClosed = resolve
      })
      for (const connection of connections.all()) connection.close('going-away')
      house.close()
      if (open.size > 0) await closed
    },
  }
}

function toPerson(identity: Extract<Identity, { kind: SocketKind }>): Person {
  switch (identity.kind) {
    case 'worker':
      return { side: 'worker', appointmentId: identity.appointmentId }
    case 'physician':
      return { side: 'physician', physicianId: identity.physicianId }
    case 'guest': {
      const { appointmentId, guestId } = identity
      return { side: 'guest', appointmentId, guestId }
    }
    default:
      return identity satisfies never
  }
}
