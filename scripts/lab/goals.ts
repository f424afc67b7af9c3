/** What a call has to survive, and how soon it must be whole again on both sides. Measured in one run by the tests, in many by the bench. */
import type { Fault, Lab } from './lab.ts'
import type { Client } from './networks.ts'

export interface Goal {
  readonly name: string
  /** As a row of a table says it. */
  readonly title: string
  /** Whether the two can reach each other, or need the relay. */
  readonly path: 'direct' | 'relayed'
  readonly fault: (side: Client) => Fault
  /** Milliseconds from the network's return, or from the change where it stays changed. */
  readonly soundMs: number
  readonly steadyMs: number
  /** Brings the call back to the path that it began on, where healing the network does not. */
  readonly again?: (lab: Lab, side: Client) => Promise<void>
}

export const goals: readonly Goal[] = [
  outage(5, 1_500),
  outage(20, 1_500),
  outage(60, 3_000),
  {
    name: 'address',
    title: 'another IP address',
    path: 'direct',
    fault: (side) => ({ break: (lab) => lab.changeAddress(side) }),
    soundMs: 3_000,
    steadyMs: 4_000,
  },
  {
    name: 'udp',
    title: 'UDP blocked in the call',
    path: 'direct',
    fault: (side) => ({ break: (lab) => lab.blockUdp(side) }),
    soundMs: 5_000,
    steadyMs: 5_000,
    async again(lab, side) {
      lab.heal(side)
      await lab.scene[side].page.reload()
    },
  },
  {
    name: 'relay',
    title: 'coturn killed, started 2 s later',
    path: 'relayed',
    fault: () => ({
      break: (lab) => lab.relay.kill(),
      lastsMs: 2_000,
      mend: (lab) => lab.relay.start(),
    }),
    soundMs: 3_000,
    steadyMs: 3_000,
  },
]

function outage(seconds: number, withinMs: number): Goal {
  return {
    name: `outage-${seconds}`,
    title: `no network for ${seconds} s`,
    path: 'direct',
    fault: (side) => ({
      break: (lab) => lab.cut(side),
      lastsMs: seconds * 1_000,
      mend: (lab) => lab.heal(side),
    }),
    soundMs: withinMs,
    steadyMs: withinMs,
  }
}
