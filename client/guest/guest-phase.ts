/**
 * Where a guest's page stands:
 *
 *   loading ──▶ asked ──tap──▶ entering ──▶ devices ──tap──▶ opening ──▶ inside: waiting ◀──▶ in the call ──▶ over
 *      └──────the browser has entered already────▲  ▲───refused───┘
 *
 * Where something is under way no button stands: a second tap would use the link, or open the line, twice. `invalid`,
 * `failed` and `over` lead nowhere but to another load of the page.
 */
import type { MySeat } from '../../signaling/protocol/guest.ts'
import type { GuestLive, GuestLiveState } from './guest-live.ts'

export type GuestPhase =
  | { readonly phase: 'loading' | 'invalid' | 'failed' }
  | { readonly phase: 'asked'; readonly seat: MySeat; readonly token: string }
  | { readonly phase: 'devices'; readonly seat: MySeat; readonly failed: boolean }
  /** Under way: the server marks the link as used; the browser asks for camera and microphone. */
  | { readonly phase: 'entering' | 'opening'; readonly seat: MySeat }
  | {
      readonly phase: 'inside'
      readonly seat: MySeat
      readonly live: GuestLive
      readonly state: GuestLiveState
      readonly stream: MediaStream
      readonly wasAdmitted: boolean
    }
  | { readonly phase: 'over'; readonly why: 'call-ended' | 'removed' | 'left' | 'appointment' }

export type GuestAsked = Extract<GuestPhase, { phase: 'asked' }>
export type GuestDevices = Extract<GuestPhase, { phase: 'devices' }>
export type GuestInside = Extract<GuestPhase, { phase: 'inside' }>

/** Looked up by a link, or entered with it. */
export function afterLook(seat: MySeat, token: string): GuestPhase {
  return seat.state === 'over'
    ? { phase: 'over', why: 'appointment' }
    : { phase: 'asked', seat, token }
}

/** Entered: the link is needed no more once the door is open. */
export function afterEntering(seat: MySeat, token: string): GuestPhase {
  return seat.state === 'open' ? { phase: 'devices', seat, failed: false } : afterLook(seat, token)
}

/** A browser that comes back by its cookie. */
export function afterReturn(seat: MySeat): GuestPhase {
  return seat.state === 'over'
    ? { phase: 'over', why: 'appointment' }
    : { phase: 'devices', seat, failed: false }
}

/** What the live side told. */
export function afterNews(now: GuestInside, state: GuestLiveState): GuestPhase {
  const { stand, line } = state
  if (stand?.phase === 'over') return { phase: 'over', why: stand.reason }
  if (line.phase === 'signed-out') return { phase: 'over', why: 'removed' }
  // A page that is too old is never let in; a call that goes on does without the server.
  if (line.phase === 'outdated' && stand?.phase !== 'admitted') return { phase: 'failed' }
  return { ...now, state, wasAdmitted: now.wasAdmitted || stand?.phase === 'admitted' }
}
