/** All connections: who has a seat, how many a login holds, which of them are dead. */
import { claimSeat, type Claim, type Seat } from '../consultation/seat.ts'
import { keyOf, type Person } from '../consultation/person.ts'
import type { Id } from '../protocol/primitives.ts'
import type { Connection } from './connection.ts'
import { connectionsPerLogin, deadAfterMs, pingEveryMs } from './limits.ts'

export type Connections = ReturnType<typeof createConnections>

export function createConnections() {
  const all = new Set<Connection>()
  const seats = new Map<string, Seat<Connection>>()

  const seatOf = (person: Person): Seat<Connection> => seats.get(keyOf(person)) ?? { kind: 'free' }

  return {
    all: (): readonly Connection[] => [...all],
    add: (connection: Connection) => void all.add(connection),
    ofLogin: (loginKey: string) => [...all].filter((each) => each.loginKey === loginKey),

    isFull(loginKey: string): boolean {
      return this.ofLogin(loginKey).length >= connectionsPerLogin
    },

    seated(person: Person): Connection | null {
      const seat = seatOf(person)
      return seat.kind === 'taken' ? seat.line : null
    },

    pageOf(person: Person): Id | null {
      const seat = seatOf(person)
      return seat.kind === 'taken' ? seat.page : null
    },

    /** Takes the seat if it can be had; whoever sat there is still to be sent away. */
    claim(connection: Connection, page: Id, takeOver: boolean): Claim<Connection> {
      const claim = claimSeat(seatOf(connection.person), { page, line: connection, takeOver })
      if (claim.kind === 'seated') seats.set(keyOf(connection.person), claim.seat)
      return claim
    },

    /** Forgets a connection; returns whether it had the seat. */
    remove(connection: Connection): boolean {
      all.delete(connection)
      if (this.seated(connection.person) !== connection) return false
      return seats.delete(keyOf(connection.person))
    },

    /** Pings the silent and drops the dead. `forgiveMs`: for so long the process itself did not listen. */
    sweep(now: number, forgiveMs: number): void {
      for (const connection of all) {
        connection.heardAt += forgiveMs
        if (now - connection.heardAt > deadAfterMs) connection.drop('dead')
        else if (now - connection.pingedAt >= pingEveryMs) connection.ping()
      }
    },
  }
}
