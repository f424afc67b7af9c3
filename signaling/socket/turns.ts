/**
 * Lets a few work at once, the others in turn: when everyone comes in one moment, after a restart, who is urgent goes
 * before all who still wait. Between two turns the event loop hears what has come meanwhile.
 */
export interface Turns {
  /** Resolves when it is this one's turn; `done` lets the next go. */
  take(isUrgent: boolean): Promise<{ done(): void }>
}

export function createTurns(atOnce: number): Turns {
  const urgent: (() => void)[] = []
  const others: (() => void)[] = []
  let free = atOnce

  function next(): void {
    const go = urgent.shift() ?? others.shift()
    if (go === undefined) free += 1
    else go()
  }

  const turn = { done: () => void setImmediate(next) }

  return {
    async take(isUrgent) {
      if (free === 0) await new Promise<void>((go) => void (isUrgent ? urgent : others).push(go))
      else free -= 1
      return turn
    },
  }
}
