/** Which one button of the desk is solid: it moves with the state, and there is never a second. Pure. */
import type { Stage } from './stage.ts'

export type Primary = 'start' | 'call-next' | 'stop' | 'ring-again' | 'rejoin' | 'save'

export function primaryOf(stage: Stage, someoneIsReady: boolean): Primary | null {
  const callNext = someoneIsReady ? 'call-next' : null
  switch (stage.kind) {
    case 'before-start':
      return 'start'
    case 'ringing':
      return 'stop'
    case 'call-elsewhere':
      return 'rejoin'
    case 'in-call':
    case 'after-call':
      return 'save'
    case 'unanswered':
      return stage.why === 'timed-out' ? 'ring-again' : callNext
    case 'idle':
      return callNext
    case 'no-session':
    case 'all-done':
      return null
  }
}
