/**
 * Tables of state and event, as the tests of the machines read them: a state stands at the margin, an outcome two columns
 * in, and the events that have it four. What stands before the first empty line tells how to read the rest.
 */
export type StateTable = ReadonlyMap<string, readonly [event: string, outcome: string][]>

/** Returns the cells of each state, in the table's order. */
export function readStateTable(text: string): StateTable {
  const cellsByState = new Map<string, [string, string][]>()
  let cells: [string, string][] = []
  let outcome = ''
  const [, ...states] = text.trim().split('\n\n')
  for (const line of states.join('\n').split('\n')) {
    const words = line.trim()
    if (line.startsWith('    ')) {
      for (const event of words.replace(/;$/, '').split('; ')) cells.push([event, outcome])
    } else if (line.startsWith('  ')) {
      outcome = words
    } else {
      cells = []
      cellsByState.set(words, cells)
    }
  }
  return cellsByState
}
