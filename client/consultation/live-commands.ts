/** What a person may ask of the server: each wish becomes a message, or an event of the call. */
import type { Participant } from '../../signaling/protocol/consultation.ts'
import type { ClientMessageOf } from '../../signaling/protocol/messages.ts'
import type { Id } from '../../signaling/protocol/primitives.ts'
import type { CallRunner } from '../call/call-runner.ts'
import type { StageRecorder } from '../call/stages.ts'
import type { Command, ConnectionOptions } from '../connection/connection.ts'
import type { Outgoing } from '../rtc/outgoing.ts'
import type { LiveStore } from './live-store.ts'
import type { Live } from './live.ts'

const guestMessages = {
  object: 'object-to-guest',
  admit: 'admit-guest',
  remove: 'remove-guest',
} as const

export type LiveCommands = Pick<
  Live,
  | 'reportReadiness'
  | 'ring'
  | 'stopRing'
  | 'ringShown'
  | 'answer'
  | 'defer'
  | 'rejoin'
  | 'hangUp'
  | 'aboutGuest'
> &
  Required<Pick<ConnectionOptions, 'startedAfresh'>> & {
    /** Whether this page's person rings with this ring, and did not stop it. */
    rings(appointmentId: Id, ringId: string): boolean
  }

export interface LiveCommandsOptions {
  readonly participant: Participant
  readonly store: LiveStore
  readonly call: CallRunner
  readonly outgoing: Pick<Outgoing, 'setCamera'>
  readonly recorder: Pick<StageRecorder, 'note'>
  readonly send: (message: Command) => void
}

export function createLiveCommands(options: LiveCommandsOptions): LiveCommands {
  const { participant, store, call, outgoing, recorder, send } = options
  let stoppedRing: Id | null = null
  let readiness: ClientMessageOf<'readiness'> | null = null

  /** Where a ring or a call is asked for, the last refusal is history. */
  function begin(): void {
    if (store.state.refusal !== null) store.set({ refusal: null })
  }

  function command(message: Command): void {
    begin()
    send(message)
  }

  function ringOf(appointmentId: Id): Id | null {
    const ring = store.state.consultations.get(appointmentId)?.ring
    return ring?.phase === 'ringing' ? ring.id : null
  }

  function aboutRing(type: 'stop-ring' | 'ring-shown' | 'defer', appointmentId: Id): void {
    const ringId = ringOf(appointmentId)
    if (ringId !== null) command({ type, appointmentId, ringId })
  }

  return {
    reportReadiness(level, visible) {
      readiness = { type: 'readiness', readiness: level, visible }
      send(readiness)
    },
    ring: (appointmentId) => command({ type: 'ring', appointmentId }),
    stopRing(appointmentId) {
      stoppedRing = ringOf(appointmentId)
      aboutRing('stop-ring', appointmentId)
    },
    ringShown(appointmentId) {
      recorder.note('ring-shown')
      aboutRing('ring-shown', appointmentId)
    },
    rings: (appointmentId, ringId) =>
      participant === 'physician' && ringId === ringOf(appointmentId) && ringId !== stoppedRing,
    answer(appointmentId, { camera }) {
      const ringId = ringOf(appointmentId)
      if (ringId === null) return
      begin()
      recorder.note('answered')
      outgoing.setCamera(camera)
      call.dispatch({ type: 'answer', appointmentId, ringId })
    },
    defer: (appointmentId) => aboutRing('defer', appointmentId),
    rejoin(appointmentId) {
      const open = store.state.consultations.get(appointmentId)?.call
      if (open?.phase !== 'open') return
      begin()
      call.dispatch({ type: 'rejoin', appointmentId, callId: open.id })
    },
    hangUp() {
      begin()
      call.dispatch({ type: 'hang-up' })
    },
    aboutGuest(appointmentId, act) {
      const guestId = store.state.consultations.get(appointmentId)?.guest?.id
      if (guestId !== undefined) command({ type: guestMessages[act], appointmentId, guestId })
    },
    /** Of what was said to a server that is no more, the next must hear how things stand here, and that a person hung up. */
    startedAfresh(unheard) {
      for (const message of unheard) if (message.type === 'hang-up') send(message)
      if (readiness !== null) send(readiness)
    },
  }
}
