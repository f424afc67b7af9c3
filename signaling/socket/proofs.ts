/** Sees to it that each page in a call holds a fresh proof of that, for the day on which the server is started anew. */
import { keyOf, type Person } from '../consultation/person.ts'
import type { Consultations } from '../consultation/consultations.ts'
import { proofEveryMs, type CallProofs } from '../identity/call-proof.ts'
import type { Connections } from './connections.ts'
import type { Timers } from './timers.ts'

export interface ProverOptions {
  readonly consultations: Consultations
  readonly connections: Connections
  readonly callProofs: CallProofs
  readonly timers: Timers
}

export interface Prover {
  /** Gives this person's page a proof of each call that it is in. */
  prove(person: Person): void
  close(): void
}

export function createProver(options: ProverOptions): Prover {
  const { consultations, connections, callProofs, timers } = options
  let cancel = timers.after(proofEveryMs, renewAll)

  function renewAll(): void {
    for (const { person, phase } of connections.all()) if (phase.phase === 'leading') prove(person)
    cancel = timers.after(proofEveryMs, renewAll)
  }

  function prove(person: Person): void {
    const line = connections.leader(person)
    if (line?.phase.phase !== 'leading' || person.side === 'guest') return
    for (const held of consultations.heldBy(person)) {
      const proof = callProofs.issue({ ...held, person: keyOf(person), page: line.phase.page })
      line.send({ type: 'call-proof', ...held, proof })
    }
  }

  return { prove, close: () => cancel() }
}
