/** Every time that a call lost its path and found it again, for the record of the call. No addresses, no names. */
import type { CallState } from './call-state.ts'
import type { RecoveryCause, RecoveryMeans } from './repair-state.ts'

export interface Recovery {
  readonly cause: RecoveryCause
  /** What was done about it until it was over. */
  readonly means: RecoveryMeans
  /** From when it was noticed until media flowed again, or until the call was over. */
  readonly ms: number
  /** False: the call ended before. */
  readonly healed: boolean
}

export interface Recoveries {
  readonly past: readonly Recovery[]
  /** When the present one began. */
  readonly since: number | null
}

export const noRecoveries: Recoveries = { past: [], since: null }

/** A call that loses its path more often than this is known to be bad. */
const maxKept = 200

/** To be given every change of state. A new call begins with none. */
export function noteRecovery(
  recoveries: Recoveries,
  before: CallState,
  after: CallState,
  now: number,
): Recoveries {
  if (after.phase === 'connecting' && before.phase !== 'connecting') return noRecoveries
  if (before.phase !== 'recovering') {
    return after.phase === 'recovering' ? { ...recoveries, since: now } : recoveries
  }
  if (after.phase === 'recovering' || recoveries.since === null) return recoveries
  const { cause, means } = before
  const healed = after.phase === 'connected'
  // The other side hung up: its end closes a moment before the server tells.
  if (!healed && cause === 'closed' && means === 'none') return { ...recoveries, since: null }
  const recovery = { cause, means, ms: now - recoveries.since, healed }
  return { past: [...recoveries.past, recovery].slice(-maxKept), since: null }
}
