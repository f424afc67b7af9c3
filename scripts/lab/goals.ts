/** What a call has to survive, and how soon it must be whole again on both sides. Measured in one run by the tests, in many by the bench. */
import type { Fault, Lab } from './lab.ts'
import type { Client } from './networks.ts'

export interface Goal {
  /** As a row of a table says it. */
  readonly title: string
  /** Whether the two can reach each other, or need the relay. */
  readonly path: 'direct' | 'relayed'
  readonly fault: (side: Client) => Fault
  /** Milliseconds from the network's return, or from the change where it stays changed. */
  readonly soundMs: number
  readonly steadyMs: number
  /** Whether it lasts for more than `toldWithinS`: then both must have been told by then. */
  readonly isTold: boolean
  /** Brings the call back to the path that it began on, where healing the network does not. */
  readonly again?: (lab: Lab, side: Client) => Promise<unknown>
}

/** People who are not told by then press everything there is. */
export const toldWithinS = 4

const named = {
  'outage-5': outage(5, 1_500),
  'outage-20': outage(20, 1_500),
  'outage-60': outage(60, 3_000),
  'address': {
    title: 'another IP address',
    path: 'direct',
    fault: (side) => ({ break: (lab) => lab.changeAddress(side) }),
    soundMs: 3_000,
    steadyMs: 4_000,
    isTold: false,
  },
  'udp': {
    title: 'UDP blocked in the call',
    path: 'direct',
    fault: (side) => ({ break: (lab) => lab.blockUdp(side) }),
    soundMs: 5_000,
    steadyMs: 5_000,
    isTold: false,
    again(lab, side) {
      lab.heal(side)
      return lab.scene[side].page.reload()
    },
  },
  'relay-2': withoutRelay(2),
  'relay-8': withoutRelay(8),
} satisfies Record<string, Goal>

export type GoalName = keyof typeof named
export const goals: Readonly<Record<GoalName, Goal>> = named
export const goalNames = Object.keys(named) as GoalName[]

function outage(seconds: number, withinMs: number): Goal {
  return {
    title: `no network for ${seconds} s`,
    path: 'direct',
    fault: (side) => ({
      break: (lab) => lab.cut(side),
      lastsMs: seconds * 1_000,
      mend: (lab) => lab.heal(side),
    }),
    soundMs: withinMs,
    steadyMs: withinMs,
    isTold: seconds > toldWithinS,
  }
}

function withoutRelay(seconds: number): Goal {
  return {
    title: `coturn killed, started ${seconds} s later`,
    path: 'relayed',
    fault: () => ({
      break: (lab) => lab.relay.kill(),
      lastsMs: seconds * 1_000,
      mend: (lab) => lab.relay.start(),
    }),
    soundMs: 3_000,
    steadyMs: 3_000,
    isTold: seconds > toldWithinS,
  }
}
