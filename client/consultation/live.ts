/**
 * What a page knows of the live side, and what it may ask for: the seam between the screens and the machinery below
 * (`connection/`, `call/`, `rtc/`). Screens are functions of `LiveState`; they hold no call logic.
 */
import type { ErrorCode } from '../../signaling/protocol/codes.ts'
import type { ConsultationView, Readiness } from '../../signaling/protocol/consultation.ts'
import type { Id } from '../../signaling/protocol/primitives.ts'
import type { CallLive } from '../call/call-live.ts'
import type { Recovery } from '../call/recoveries.ts'
import type { Stages } from '../call/stages.ts'
import type { Line } from '../connection/line.ts'
import type { Quality } from '../quality/quality.ts'
import type { Devices } from '../rtc/devices.ts'
import type { Trouble } from '../rtc/trouble.ts'
import type { Trust } from '../trust/trust.ts'
import type { GuestLink } from './guest-links.ts'
import type { ThirdAct } from './third.ts'
import type { SharingDoor } from '../sharing/sharing-door.ts'

export type { Devices, Line, Quality }

export interface LiveState {
  readonly line: Line
  /** Server's clock minus this device's, milliseconds: countdowns follow the server. */
  readonly clockOffsetMs: number
  readonly consultations: ReadonlyMap<Id, ConsultationView>
  readonly call: CallLive
  readonly local: Devices
  readonly remote: { readonly stream: MediaStream | null; readonly devices: Devices }
  /** The connection to the guest in the third seat of the call; null while there is none. */
  readonly guest: GuestLink | null
  /** Null outside a call. */
  readonly quality: Quality | null
  /** The safety words; null outside a call, and in its first moments. */
  readonly trust: Trust | null
  /** The last refusal by the server, until the next command. */
  readonly refusal: { readonly code: ErrorCode; readonly about: string } | null
}

/** One per page. Every command may be given at any time: what makes no sense now is ignored. */
export interface Live {
  readonly state: LiveState
  /** How often the path of the present call, or of the last one, was lost, and what mended it. */
  readonly recoveries: readonly Recovery[]
  /** How the present or last call began on this page; null before the first. */
  readonly stages: Stages | null
  /** Text, photos and files of the call. */
  readonly sharing: SharingDoor
  /** Calls the listener after every change; returns the function that stops it. */
  subscribe(listener: () => void): () => void
  /** The stream that will be sent once a call is answered; null: nothing. Until then no track leaves the browser. */
  useStream(stream: MediaStream | null): void
  reportReadiness(readiness: Readiness, visible: boolean): void
  takeOver(): void
  ring(appointmentId: Id): void
  stopRing(appointmentId: Id): void
  ringShown(appointmentId: Id): void
  answer(appointmentId: Id, devices: { readonly camera: boolean }): void
  defer(appointmentId: Id): void
  rejoin(appointmentId: Id): void
  hangUp(): void
  /** About whoever sits or waits at the third seat of this appointment. */
  aboutGuest(appointmentId: Id, act: ThirdAct): void
  setMicrophone(on: boolean): void
  setCamera(on: boolean): void
  setPaused(paused: boolean): void
  /** Tells the other side what keeps this person's devices from working; none: all is well. */
  tellTroubles(troubles: readonly Trouble[]): void
  /** "I sign or read lips": both pages then keep the frames of the picture before its size. */
  setNeedsPicture(needed: boolean): void
  /** Changes the camera or microphone in a running call without a new negotiation. */
  replaceTrack(track: MediaStreamTrack): void
  /** Closes the socket and the call; for the end of the page. */
  close(): void
}

/** Told to pages whose list of today changed. */
export type AgendaChanged = () => void
