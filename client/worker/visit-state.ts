/** All that the worker's page knows; every screen is a function of it. */
import type { ConsultationView, Readiness } from '../../signaling/protocol/consultation.ts'
import type { MyAppointment, ServiceContact } from '../../signaling/protocol/my-appointment.ts'
import type { Id } from '../../signaling/protocol/primitives.ts'
import type { LiveState } from '../consultation/live.ts'
import type { CareState } from '../rtc/care-state.ts'
import type { OpenedMedia } from '../rtc/media.ts'
import type { MediaFailure } from '../rtc/media-failure.ts'
import { isLasting } from '../rtc/trouble.ts'
import type { VoiceState } from '../rtc/voice-state.ts'

export type Arrival =
  | { readonly phase: 'loading' }
  /** The link is unknown, damaged, expired or revoked: never said which. */
  | { readonly phase: 'not-valid'; readonly service: ServiceContact | null }
  | { readonly phase: 'unreachable'; readonly service: ServiceContact | null }
  /** The link was looked at; nothing has changed yet. */
  | { readonly phase: 'seen'; readonly token: string; readonly appointment: MyAppointment }
  | { readonly phase: 'entered'; readonly appointment: MyAppointment }

export type Media =
  | { readonly phase: 'untouched' }
  /** The browser's question is on the screen. */
  | { readonly phase: 'asking' }
  | { readonly phase: 'failed'; readonly reason: MediaFailure }
  | {
      readonly phase: 'open'
      readonly stream: MediaStream
      readonly camera: boolean
      readonly microphone: boolean
      readonly missing: (OpenedMedia & { ok: true })['missing']
      /** How the devices stand since they were opened. */
      readonly care: CareState
    }

/** What to do as soon as camera and sound are open. */
export type Wish =
  { readonly type: 'answer'; readonly camera: boolean } | { readonly type: 'rejoin' }

export interface VisitState {
  readonly arrival: Arrival
  readonly media: Media
  /** What this person's microphone gives in a call. */
  readonly voice: VoiceState['found']
  /** Null until the line to the server was asked for. */
  readonly live: LiveState | null
  /** The person tests camera and sound before the waiting room is open. */
  readonly testing: boolean
  readonly wish: Wish | null
  readonly request: 'none' | 'running' | 'failed' | 'offline'
  /** The ring that this person has dealt with: it is silent, whatever the server still says. */
  readonly silencedRing: Id | null
  /** When the page came back to the front, local milliseconds. */
  readonly returnedAt: number | null
  /** The browser does not keep the screen on. */
  readonly screenMaySleep: boolean
}

export const initialVisit: VisitState = {
  arrival: { phase: 'loading' },
  media: { phase: 'untouched' },
  voice: 'hearing',
  live: null,
  testing: false,
  wish: null,
  request: 'none',
  silencedRing: null,
  returnedAt: null,
  screenMaySleep: false,
}

export function appointmentOf({ arrival }: VisitState): MyAppointment | null {
  return 'appointment' in arrival ? arrival.appointment : null
}

/** How to reach the service, as far as that is known. */
export function serviceOf(state: VisitState): ServiceContact | null {
  const { arrival } = state
  return 'service' in arrival ? arrival.service : (appointmentOf(state)?.service ?? null)
}

/** A worker has one appointment, so one consultation. */
export function consultationOf({ live }: VisitState): ConsultationView | null {
  return live?.consultations.values().next().value ?? null
}

export function streamOf(media: Media): MediaStream | null {
  return media.phase === 'open' ? media.stream : null
}

export function readinessOf(media: Media): Readiness {
  if (media.phase === 'failed') return 'blocked'
  if (media.phase !== 'open') return 'unchecked'
  const { camera, microphone } = media.care.troubles
  if (!media.microphone || isLasting(microphone)) return 'blocked'
  return media.camera && !isLasting(camera) ? 'ready' : 'sound-only'
}
