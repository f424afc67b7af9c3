/** The answer to a hello: what the planning says is read, the lead is claimed, and the page is told how things stand. */
import { keyOf, type Person } from '../consultation/person.ts'
import type { CallProofs } from '../identity/call-proof.ts'
import type { Identified } from '../protocol/identification.ts'
import type { Seated } from '../store/guests.ts'
import type { ConsultationView } from '../protocol/consultation.ts'
import type { ClientMessage, ClientMessageOf } from '../protocol/messages.ts'
import type { Id } from '../protocol/primitives.ts'
import type { Agenda } from './agenda.ts'
import type { Connection, Phase } from './connection.ts'
import type { Entered } from './conversations.ts'
import type { House } from './house.ts'
import { createTurns } from './turns.ts'

export type Greeter = ReturnType<typeof createGreeter>

/** More would not be quicker, since one processor reads for all; fewer would wait for each other while the database is busy. */
const greetedAtOnce = 8
const dayMs = 24 * 60 * 60 * 1000

/** What is read before a page takes the lead. */
interface Read {
  readonly guest: Seated | null
  readonly identified: Identified | null
  /** It has shown a proof of the call that it holds. */
  readonly proven: boolean
}

/** What is written down of a guest. */
export interface GuestsReader {
  seated(guestId: Id): Promise<Seated | null>
}

/** What a worker proved. */
export interface IdentificationsReader {
  ofLogin(loginKey: string): Promise<Identified>
}

export function createGreeter(
  house: House,
  agenda: Agenda,
  read: { readonly guests: GuestsReader; readonly identifications: IdentificationsReader },
  callProofs: CallProofs,
) {
  const { consultations, connections, conversations, clock, log } = house
  const turns = createTurns(greetedAtOnce)

  /** Reads the physician's list of today anew. */
  async function refresh(physicianId: Id): Promise<void> {
    const planned = await agenda.ofToday(physicianId)
    house.deliver(consultations.admit(planned))
    forget()
    const ids = planned.map(({ appointmentId }) => appointmentId)
    const page = connections.pageOf({ side: 'physician', physicianId })
    house.deliver(consultations.list(physicianId, ids, page))
  }

  /** Lets go of what ended a day ago. */
  function forget(): void {
    consultations.forget(clock.now() - dayMs)
  }

  async function readPlanning(person: Person): Promise<void> {
    if (person.side === 'physician') return refresh(person.physicianId)
    const planned = await agenda.appointment(person.appointmentId)
    if (planned !== null) house.deliver(consultations.admit([planned]))
  }

  function lead(
    connection: Connection,
    hello: ClientMessageOf<'hello'>,
    { guest, identified, proven }: Read,
  ): void {
    // A page that only came first, while the line of the call was lost, has no call to lose.
    const returnsToCall = proven && !consultations.isTalking(connection.person)
    const claim = connections.claim(connection, hello.page, hello.takeOver || returnsToCall)
    if (claim.kind === 'elsewhere') {
      connection.phase = { phase: 'elsewhere' }
      connection.send({ type: 'elsewhere', inCall: consultations.isTalking(connection.person) })
      return
    }
    if (claim.evicted?.as === 'replaced') claim.evicted.line.close('replaced')
    else claim.evicted?.line.drop('superseded')
    const { person } = connection
    const { page, held } = hello
    const entered = conversations.enter(person, page, hello.resume)
    connection.phase = { phase: 'leading', page, conversation: entered.conversation }
    // First what was missed, in order, then how things stand.
    if (entered.resumed) connection.repeat()
    if (person.side === 'guest') return seatGuest(connection, page, guest, entered)
    const claimed = held && { ...held, proven }
    const { views, ...result } = consultations.arrive(person, page, claimed, {
      resumed: entered.resumed,
      login: connection.loginKey,
      identified,
    })
    welcome(connection, entered, views)
    house.deliver(result)
    house.prove(person)
  }

  function welcome(
    connection: Connection,
    { id, resumed }: Entered,
    views: readonly ConsultationView[],
  ): void {
    connection.send({
      type: 'welcome',
      participant: connection.person.side,
      serverTime: clock.toInstant(clock.now()),
      conversation: id,
      resumed,
      consultations: [...views],
    })
  }

  /** A guest is told how they stand and nothing else. */
  function seatGuest(
    connection: Connection,
    page: Id,
    guest: Seated | null,
    entered: Entered,
  ): void {
    if (guest === null) return connection.close('signed-out')
    const { appointmentId } = guest
    const { stand, ...result } = consultations.arriveGuest({ ...guest, page })
    welcome(connection, entered, [])
    connection.send({ type: 'guest-stand', appointmentId, stand })
    house.deliver(result)
    if (stand.phase === 'over') connection.close('signed-out')
  }

  async function isProven(person: Person, { page, held }: ClientMessageOf<'hello'>) {
    if (held?.proof === undefined) return false
    return callProofs.proves(held.proof, { ...held, person: keyOf(person), page })
  }

  /** Running calls need no database: what is known already goes on without it. */
  async function readIfPossible(connection: Connection): Promise<Omit<Read, 'proven'>> {
    const { person, loginKey } = connection
    try {
      await readPlanning(person)
      const [guest, identified] = await Promise.all([
        person.side === 'guest' ? read.guests.seated(person.guestId) : null,
        person.side === 'worker' ? read.identifications.ofLogin(loginKey) : null,
      ])
      return { guest, identified }
    } catch (error) {
      log.error({ connection: connection.number, err: error }, 'planning not read')
      // A guest is always read: that they were shown out stands nowhere else.
      if (person.side === 'guest' || !consultations.knows(person)) connection.close('going-away')
      return { guest: null, identified: null }
    }
  }

  return {
    refresh,
    forget,

    /** Answers in its own time; `then` gets what the page says meanwhile, in order. */
    async greet(
      connection: Connection,
      hello: ClientMessageOf<'hello'>,
      then: (message: ClientMessage) => void,
    ): Promise<void> {
      const waiting: ClientMessage[] = []
      connection.phase = { phase: 'greeting', waiting }
      const turn = await turns.take(hello.held !== null)
      try {
        // It may be closed by now: the compiler cannot see that someone else sets the phase.
        if ((connection.phase as Phase).phase !== 'greeting') return
        const known = await readIfPossible(connection)
        const proven = await isProven(connection.person, hello)
        if ((connection.phase as Phase).phase !== 'greeting') return
        lead(connection, hello, { ...known, proven })
      } finally {
        turn.done()
      }
      for (const message of waiting) then(message)
    },
  }
}
