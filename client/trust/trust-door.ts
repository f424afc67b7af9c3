/**
 * The way to the safety words of a call. What lies behind it is fetched when the first pictures have long been drawn: the
 * words cost a beginning call nothing.
 */
import type { CallLive } from '../call/call-live.ts'
import type { Id } from '../../signaling/protocol/primitives.ts'
import type { OpenTrust, TrustPorts } from './trust.ts'

const calmMs = 2_500

/*
 *  shut ──connected──▶ coming ──calm, fetched──▶ open ─┐ the call is left, and connected again
 *   ▲                    │ left · not fetched     │ ▲──┘
 *   └────────────────────┴────── another call ────┘
 */
type Door =
  | { readonly phase: 'shut' }
  | { readonly phase: 'coming'; readonly callId: Id; readonly cancel: () => void }
  | { readonly phase: 'open'; readonly callId: Id; readonly trust: OpenTrust }

/**
 * Told of the call after each of its changes. Who leaves a call and returns to it finds its words: the other page keeps them
 * too, and would take others for a broken promise.
 */
export function createTrustDoor(
  ports: TrustPorts,
  load = () => import('./inside.ts'),
): (call: CallLive) => void {
  let door: Door = { phase: 'shut' }

  function shut(): void {
    if (door.phase === 'coming') door.cancel()
    if (door.phase === 'open') door.trust.close()
    door = { phase: 'shut' }
  }

  return (call) => {
    if (call.phase === 'none') return door.phase === 'open' ? door.trust.rest() : shut()
    const { appointmentId, callId } = call
    if (door.phase !== 'shut' && door.callId !== callId) shut()
    if (call.phase !== 'connected' || door.phase === 'coming') return
    if (door.phase === 'open') return door.trust.follow()
    const enter = async () => {
      const openTrust = await (await load()).loadTrust()
      if (door !== coming) return
      door = { phase: 'open', callId, trust: openTrust({ ...ports, appointmentId, callId }) }
    }
    const cancel = ports.after(calmMs, () => {
      enter().catch(() => {
        // Fetched again with the next change.
        if (door === coming) door = { phase: 'shut' }
      })
    })
    const coming: Door = { phase: 'coming', callId, cancel }
    door = coming
  }
}
