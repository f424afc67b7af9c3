/**
 * The way to the safety words of a call. What lies behind it is fetched when the first pictures have long been drawn: the
 * words cost a beginning call nothing.
 */
import type { CallLive } from '../call/call-live.ts'
import type { OpenTrust, TrustPorts } from './trust.ts'

const calmMs = 2_500
/** Who comes back to a call owes the other page new words, and has the code. */
const backMs = 500

/** Told of the call after each of its changes. With the call its words go. */
export function createTrustDoor(
  ports: TrustPorts,
  load = () => import('./inside.ts'),
): (call: CallLive) => void {
  let present = ''
  /** The call whose words this page had last. */
  let last = ''
  /** Until it is fetched, what waits for that. */
  let inside: OpenTrust | undefined
  return (call) => {
    const callId = call.phase === 'none' ? '' : call.callId
    if (callId !== present) {
      inside?.close()
      inside = undefined
      present = callId
    }
    if (call.phase !== 'connected') return
    if (inside !== undefined) return inside.follow()
    const { appointmentId } = call
    const enter = async () => {
      const openTrust = await (await load()).loadTrust()
      last = callId
      if (present === callId) inside = openTrust({ ...ports, appointmentId, callId })
    }
    const close = ports.after(callId === last ? backMs : calmMs, () => {
      enter().catch(() => {
        // Fetched again with the next change.
        if (present === callId) inside = undefined
      })
    })
    inside = { follow() {}, close }
  }
}
