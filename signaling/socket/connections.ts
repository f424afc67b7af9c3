/** All connections: who leads, how many a login holds, which of them are dead. */
import { claimLead, type Claim, type Lead } from '../consultation/lead.ts'
import { keyOf, type Person } from '../consultation/person.ts'
import type { Id } from '../protocol/primitives.ts'
import type { Connection } from './connection.ts'
import { connectionsPerLogin, deadAfterMs, pingEveryMs } from './limits.ts'

export type Connections = ReturnType<typeof createConnections>

export function createConnections() {
  const all = new Set<Connection>()
  const byLogin = new Map<string, Set<Connection>>()
  const leads = new Map<string, Lead<Connection>>()

  const leadOf = (person: Person): Lead<Connection> => leads.get(keyOf(person)) ?? { kind: 'free' }

  return {
    all: (): readonly Connection[] => [...all],
    ofLogin: (loginKey: string): readonly Connection[] => [...(byLogin.get(loginKey) ?? [])],
    isFull: (loginKey: string) => (byLogin.get(loginKey)?.size ?? 0) >= connectionsPerLogin,

    add(connection: Connection): void {
      const { loginKey } = connection
      all.add(connection)
      byLogin.set(loginKey, (byLogin.get(loginKey) ?? new Set()).add(connection))
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
      const { loginKey } = connection
      all.delete(connection)
      byLogin.get(loginKey)?.delete(connection)
      if (byLogin.get(loginKey)?.size === 0) byLogin.delete(loginKey)
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
