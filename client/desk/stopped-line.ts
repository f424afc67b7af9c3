import type { Line } from '../consultation/live.ts'

/** In these the desk itself can not be used: another window has it, or the page is too old. */
export type StoppedLine = Extract<Line, { phase: 'elsewhere' | 'replaced' | 'outdated' }>

export function isStopped(line: Line): line is StoppedLine {
  const { phase } = line
  return phase === 'elsewhere' || phase === 'replaced' || phase === 'outdated'
}
