/** The people of one session: who waits behind how many. */
import { isAble, type Consultation } from './consultation.ts'
import type { Known } from './registry.ts'

export type Queue = ReturnType<typeof createQueue>

export function createQueue() {
  const members = new Set<Known>()
  /** When the appointments of the ready begin, in order; gathered when somebody first asks. */
  let ready: readonly number[] | null = null

  return {
    members: members as ReadonlySet<Known>,
    add: (at: Known) => void members.add(at),
    remove: (at: Known) => void members.delete(at),

    /** Somebody became ready or is no longer, came, or went: it is counted anew. */
    stir(): void {
      ready = null
    },

    /** How many ready people come earlier than this. */
    readyBefore(startsAt: number): number {
      ready ??= gather(members)
      const index = ready.findIndex((other) => other >= startsAt)
      return index < 0 ? ready.length : index
    },
  }
}

/** Whether the physician could see this worker now. */
export function isReady({ over, whereabouts, readiness }: Consultation): boolean {
  return !over && isAble(readiness) && whereabouts.worker.kind === 'here'
}

function gather(members: ReadonlySet<Known>): number[] {
  return [...members]
    .filter(({ consultation }) => isReady(consultation))
    .map(({ planned }) => planned.startsAt)
    .toSorted((a, b) => a - b)
}
