import type { Clock, MakeId } from '../clock.ts'
import type { LegalConfig } from '../settings/legal.ts'
import type { Live } from '../socket/live.ts'
import type { Store } from '../store/store.ts'

/** What planning needs beside the store's transaction. */
export interface PlanningOptions {
  readonly store: Store
  readonly clock: Clock
  readonly makeId: MakeId
  readonly live: Live
  /** Of every clock time that people read or type. */
  readonly timeZone: string
  /** For so long a move on the board can be taken back, and the mail about it waits. */
  readonly undoMs: number
  readonly legal: LegalConfig
}
