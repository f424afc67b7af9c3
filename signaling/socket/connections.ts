/** All connections: who leads, how many a login holds, which of them are dead. */
import { claimLead, type Claim, type Lead } from '../consultation/lead.ts'
import { keyOf, type Person } from '../consultation/person.ts'
import type { Id } from '../protocol/primitives.ts'
import type { Connection } from './connection.ts'
import { connectionsPerLogin, deadAfterMs, pingEveryMs } from './limits.ts'

export type Connections = ReturnType<typeof createConnections>

export function createConnections() {
  const all = new Set<Connection>()
  const leads = new Map<string, Lead<Connection>>()

  const leadOf = (person: Person): Lead<Connection> => leads.get(keyOf(person)) ?? { kind: 'free' }

  return {
    all: (): readonly Connection[] => [...all],
    add: (connection: Connection) => void all.add(connection),
    ofLogin: (loginKey: string) => [...all].filter((each) => each.loginKey === loginKey),

    isFull(loginKey: string): boolean {
      return this.ofLogin(loginKey).length >= connectionsPerLogin
    },

    leader(person: Person): Connection | null {
      const lead = leadOf(person)
      return lead.kind === 'taken' ? lead.line : null
    },

    pageOf(person: Person): Id | null {
      const lead = leadOf(person)
      return lead.kind === 'taken' ? lead.page : null
    },

    /** Takes the lead if it can be had; whoever had it is still to be sent away. */
    claim(connection: Connection, page: Id, takeOver: boolean): Claim<Connection> {
      const claim = claimLead(leadOf(connection.person), { page, line: connection, takeOver })
      if (claim.kind === 'leads') leads.set(keyOf(connection.person), claim.lead)
      return claim
    },

    /** Forgets a connection; returns whether it led. */
    remove(connection: Connection): boolean {
      all.delete(connection)
      if (this.leader(connection.person) !== connection) return false
      return leads.delete(keyOf(connection.person))
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
