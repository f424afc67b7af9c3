/** What the screens are told of the call. */
import type { CallState, InCall, Link } from './call-state.ts'

export type CallLive =
  | { readonly phase: 'none' }
  | (Link & {
      /** `recovering`: it was connected, the path broke, and it is being mended. */
      readonly phase: InCall['phase']
      /** When this phase began, local milliseconds. */
      readonly since: number
    })

/** `before` is what they were told last: while the phase stays, so does its beginning. */
export function toCallLive(state: CallState, before: CallLive, now: number): CallLive {
  switch (state.phase) {
    case 'idle':
    case 'entering':
    case 'ended':
      return { phase: 'none' }
    case 'connecting':
    case 'connected':
    case 'recovering': {
      const goesOn =
        before.phase === state.phase &&
        before.callId === state.link.callId &&
        before.appointmentId === state.link.appointmentId
      return { phase: state.phase, ...state.link, since: goesOn ? before.since : now }
    }
    default:
      return state satisfies never
  }
}
