/** Many runs of one outage. A call that came through whole serves for the next run; after any other, a new one is made. */
import { waitForMedia } from '../journey/browser.ts'
import { createClosing, talk, type Closing } from '../journey/scene.ts'
import { goals, type Goal, type GoalName } from '../lab/goals.ts'
import { clients, isRecovered, openLab, suffer, type Fault, type Lab } from '../lab/lab.ts'
import type { Faults } from '../lab/faults.ts'
import type { Client } from '../lab/networks.ts'
import type { Outcome } from './recovery-table.ts'
import { createTurns, type Turns } from './turns.ts'

/** @param calls how many there are at a time @param told hears of each run as it ends */
export async function measureRuns(
  name: GoalName,
  { runs, calls }: { readonly runs: number; readonly calls: number },
  told: (run: number, side: Client, outcome: Outcome) => void,
): Promise<Outcome[]> {
  const goal = goals[name]
  const turns = createTurns()
  const left = Array.from({ length: runs }, (_, run) => run)
  const outcomes: Outcome[] = []

  async function measureInOneCall(): Promise<void> {
    const kept = keepCall(goal)
    try {
      for (let run = left.shift(); run !== undefined; run = left.shift()) {
        const side = clients[run % clients.length] ?? 'worker'
        const outcome = await measureOnce(goal, side, kept, turns)
        outcomes.push(outcome)
        told(run, side, outcome)
      }
    } finally {
      await kept.close()
    }
  }

  await Promise.all(Array.from({ length: calls }, measureInOneCall))
  return outcomes
}

async function measureOnce(
  goal: Goal,
  side: Client,
  kept: KeptCall,
  turns: Turns,
): Promise<Outcome> {
  const turn = { end: await turns.take() }
  try {
    const lab = await kept.call()
    const both = await suffer(lab, inTurns(goal.fault(side), turns, turn))
    const isWhole = clients.every((each) => isRecovered(both[each]))
    if (!isWhole) await kept.close()
    else await beginAgain(lab, goal, side).catch(() => kept.close())
    return { kind: 'watched', both }
  } catch (error) {
    await kept.close()
    return { kind: 'failed', why: String(error).replaceAll(/\s+/g, ' ').slice(0, 300) }
  } finally {
    turn.end()
  }
}

/** While the network of one call is away, another may have its turn: what breaks and mends has the machine for itself. */
function inTurns(fault: Fault, turns: Turns, turn: { end: () => void }): Fault {
  const { mend } = fault
  if (mend === undefined) return fault
  return {
    ...fault,
    async break(lab) {
      await fault.break(lab)
      turn.end()
    },
    async mend(lab) {
      turn.end = await turns.take()
      await mend(lab)
    },
  }
}

interface KeptCall {
  /** The one that stands, or a new one. */
  call(): Promise<Lab>
  close(): Promise<void>
}

function keepCall({ path }: Goal): KeptCall {
  let closing: Closing = createClosing()
  let lab: Lab | null = null
  return {
    async call() {
      if (lab !== null) return lab
      const relayed = { before: (faults: Faults) => faults.blockPair() }
      const opened = await openLab(closing, path === 'relayed' ? relayed : {})
      await talk(opened.scene)
      lab = opened
      return opened
    },
    async close() {
      lab = null
      const last = closing
      closing = createClosing()
      // What is left of it is swept by the next run; the measuring goes on.
      await last.now().catch((error: unknown) => console.error(String(error)))
    },
  }
}

/** Back on the path on which the call began, where healing the network does not bring it there. */
async function beginAgain(lab: Lab, { again }: Goal, side: Client): Promise<void> {
  if (again === undefined) return
  await again(lab, side)
  await waitForMedia(lab.scene[side].page)
}
