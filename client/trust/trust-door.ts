/**
 * The way to the safety words of a call. What lies behind it is fetched when the first pictures have long been drawn: the
 * words cost a beginning call nothing.
 */
import type { CallLive } from '../call/call-live.ts'
import type { TrustPorts } from './trust.ts'

const calmMs = 2_500

/** Told of the call after each of its changes. With the call its words go. */
export function createTrustDoor(
  ports: TrustPorts,
  load = () => import('./inside.ts'),
): (call: CallLive) => void {
  let present = ''
  let leave: (() => void) | undefined
  return (call) => {
    const callId = call.phase === 'none' ? '' : call.callId
    if (callId !== present) {
      leave?.()
      leave = undefined
      present = callId
    }
    if (call.phase !== 'connected' || leave !== undefined) return
    const { appointmentId } = call
    const enter = async () => {
      const openTrust = await (await load()).loadTrust()
      if (present === callId) leave = openTrust({ ...ports, appointmentId, callId })
    }
    leave = ports.after(calmMs, () => {
      enter().catch(() => {
        // Fetched again with the next change.
        if (present === callId) leave = undefined
      })
    })
  }
}
