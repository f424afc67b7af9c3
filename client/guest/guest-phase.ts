/** Where a guest's page stands; its diagram stands above the page itself. */
import type { MySeat } from '../../signaling/protocol/guest.ts'
import type { GuestLive, GuestLiveState } from './guest-live.ts'

export type GuestPhase =
  | { readonly phase: 'loading' | 'invalid' | 'failed' }
  | { readonly phase: 'asked'; readonly seat: MySeat; readonly token: string }
  | { readonly phase: 'devices'; readonly seat: MySeat; readonly failed: boolean }
  | {
      readonly phase: 'inside'
      readonly seat: MySeat
      readonly live: GuestLive
      readonly state: GuestLiveState
      readonly stream: MediaStream
      readonly wasAdmitted: boolean
    }
  | { readonly phase: 'over'; readonly why: 'call-ended' | 'removed' | 'left' | 'appointment' }

export type GuestInside = Extract<GuestPhase, { phase: 'inside' }>
