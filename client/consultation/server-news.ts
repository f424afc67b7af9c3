/** What the server says and how the line to it stands, as changes of the page's state and as events of its call. */
import type { ConsultationView, Participant } from '../../signaling/protocol/consultation.ts'
import type {
  ClientMessageOf,
  ServerMessage,
  ServerMessageOf,
} from '../../signaling/protocol/messages.ts'
import type { Instant } from '../../signaling/protocol/primitives.ts'
import type { CallRunner } from '../call/call-runner.ts'
import type { CallEvent, CallState } from '../call/call-state.ts'
import { toCallEvent } from '../call/view-events.ts'
import type { ConnectionOptions } from '../connection/connection.ts'
import type { Standbys } from '../rtc/standby.ts'
import type { GuestLinks } from './guest-links.ts'
import type { LivePorts } from './live-ports.ts'
import type { LiveStore } from './live-store.ts'
import type { AgendaChanged, Line } from './live.ts'
import type { createPresenceMemory } from './presence-memory.ts'

export interface ServerNewsOptions {
  readonly participant: Participant
  readonly ports: Pick<LivePorts, 'after' | 'now'>
  readonly store: LiveStore
  readonly call: CallRunner
  readonly standbys: Standbys
  readonly guests: Pick<GuestLinks, 'hear'>
  /** For the call, and for the connection to a guest. */
  readonly nudge: (event: CallEvent) => void
  /** The consultations changed, and with them perhaps who sits in the third seat. */
  readonly keepGuest: () => void
  readonly onAgendaChanged: AgendaChanged
  readonly rememberPresence: typeof createPresenceMemory | undefined
}

export interface ServerNews extends Pick<ConnectionOptions, 'held' | 'heard' | 'lineChanged'> {
  close(): void
}

export function createServerNews(options: ServerNewsOptions): ServerNews {
  const { participant, ports, store, call, standbys, guests, nudge, keepGuest } = options
  const memory = options.rememberPresence?.(ports.after, view)
  let proof: ServerMessageOf<'call-proof'> | null = null
  /** By this device's clock; null while there is a line, if only a doubted one. */
  let lostAt: number | null = null

  function heard(message: ServerMessage): void {
    switch (message.type) {
      case 'welcome':
        beginLine(message)
        break
      case 'consultation':
        view(message.consultation)
        break
      case 'call-opened':
        call.dispatch(message)
        break
      case 'ice-servers':
        call.dispatch(message)
        guests.hear(message)
        break
      case 'guest-connection-opened':
      case 'guest-signal':
        guests.hear(message)
        break
      case 'signal':
        if (!standbys.hear(message)) call.dispatch(message)
        break
      case 'standby-opened':
        standbys.open(message)
        break
      case 'standby-closed':
        standbys.close(message)
        break
      case 'refused':
        refuse(message)
        break
      case 'call-proof':
        proof = message
        break
      case 'agenda-changed':
        options.onAgendaChanged()
        break
      case 'pong':
      case 'elsewhere': // the line says so
      case 'guest-stand': // for a guest's page
        break
      default:
        message satisfies never
    }
  }

  function beginLine({ serverTime, resumed, consultations }: ServerMessageOf<'welcome'>): void {
    // A server that does not remember this page names them anew.
    if (!resumed) {
      standbys.clear()
      memory?.keep(store.state.consultations.values(), toServerTime(lostAt ?? ports.now()))
    }
    lostAt = null
    store.set({
      clockOffsetMs: Date.parse(serverTime) - ports.now(),
      consultations: new Map(consultations.map((each) => [each.appointmentId, recall(each)])),
    })
    for (const each of consultations) meet(each)
    keepGuest()
    nudge({ type: 'line-opened', resumed })
    if (participant === 'physician') returnToCall(consultations)
  }

  /**
   * A physician's page that was loaded again goes back by itself into the call that its person was in; one that only a
   * worker's page speaks of waits for a tap, and a call that this page left stays left.
   */
  function returnToCall(consultations: readonly ConsultationView[]): void {
    for (const { appointmentId, call: open } of consultations) {
      if (open?.phase !== 'open' || open.physicianIn || !open.physicianWas) continue
      const left = call.state.phase === 'ended' && call.state.link.callId === open.id
      if (!left || call.state.reason === 'replaced') {
        call.dispatch({ type: 'rejoin', appointmentId, callId: open.id })
      }
    }
  }

  function view(consultation: ConsultationView): void {
    const { appointmentId, ring } = consultation
    if (ring?.phase === 'ended' && ring.outcome !== 'answered') standbys.withdraw(appointmentId)
    const believed = recall(consultation)
    store.set({ consultations: new Map(store.state.consultations).set(appointmentId, believed) })
    meet(consultation)
    keepGuest()
    if (ring?.phase === 'ringing') standbys.prepare(appointmentId)
  }

  function recall(consultation: ConsultationView): ConsultationView {
    return memory?.recall(consultation) ?? consultation
  }

  function meet(consultation: ConsultationView): void {
    const event = toCallEvent(consultation, participant)
    if (event !== null) call.dispatch(event)
  }

  function refuse({ code, about, appointmentId }: ServerMessageOf<'refused'>): void {
    const { call: now } = store.state
    // A standby that went while it was being renewed: nobody asked for it, nobody misses it.
    const isOfCall = now.phase !== 'none' && now.appointmentId === appointmentId
    if (about === 'renew' && !isOfCall) return
    store.set({ refusal: { code, about } })
    if (about === 'answer' || about === 'rejoin') call.dispatch({ type: 'refused', appointmentId })
    if (about === 'renew' && code === 'call-over' && appointmentId !== null) {
      call.dispatch({ type: 'call-over', appointmentId, callId: null, reason: 'expired' })
    }
  }

  function lineChanged(line: Line): void {
    store.set({ line })
    if (line.phase === 'lost') {
      lostAt = line.since
      nudge({ type: 'line-lost' })
    }
    // Another page is in: this one leaves the call without ending it.
    if (line.phase === 'replaced' || line.phase === 'elsewhere') {
      standbys.clear()
      call.dispatch({ type: 'line-closed', reason: 'replaced' })
    }
    if (line.phase === 'signed-out') {
      standbys.clear()
      call.dispatch({ type: 'line-closed', reason: 'signed-out' })
    }
  }

  function toServerTime(at: number): Instant {
    // toISOString always ends in Z.
    return new Date(at + store.state.clockOffsetMs).toISOString() as Instant
  }

  return {
    heard,
    lineChanged,
    held() {
      const held = heldCall(call.state)
      return held !== null && held.callId === proof?.callId ? { ...held, proof: proof.proof } : held
    },
    close: () => memory?.close(),
  }
}

function heldCall(state: CallState): ClientMessageOf<'hello'>['held'] {
  switch (state.phase) {
    case 'connecting':
    case 'connected':
    case 'recovering':
      return state.link
    case 'idle':
    case 'entering':
    case 'ended':
      return null
    default:
      return state satisfies never
  }
}
