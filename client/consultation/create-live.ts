/** Joins the line, the call, the peer and the person's devices into the one `Live` of a page. It decides little itself. */
import type { ConsultationView, Participant } from '../../signaling/protocol/consultation.ts'
import type {
  ClientMessageOf,
  ServerMessage,
  ServerMessageOf,
} from '../../signaling/protocol/messages.ts'
import type { GuestView } from '../../signaling/protocol/guest.ts'
import type { Id, Instant } from '../../signaling/protocol/primitives.ts'
import { toCallLive } from '../call/call-live.ts'
import { createCallRunner, type CallMessage } from '../call/call-runner.ts'
import type { CallEvent, CallState } from '../call/call-state.ts'
import { noRecoveries, noteRecovery } from '../call/recoveries.ts'
import { readSignalNote, signalNote } from '../call/signal-note.ts'
import { createStageRecorder } from '../call/stages.ts'
import { toCallEvent } from '../call/view-events.ts'
import { openConnection, type Command } from '../connection/connection.ts'
import { reportCalls } from '../quality/report-calls.ts'
import { watchQuality } from '../quality/watch-quality.ts'
import { createIncoming } from '../rtc/incoming.ts'
import { createStandbys } from '../rtc/standby.ts'
import { createOutgoing } from '../rtc/outgoing.ts'
import { createSharingDoor } from '../sharing/sharing-door.ts'
import { createGuestLinks } from './guest-links.ts'
import { createHush } from './hush.ts'
import { createLivePeer } from './live-peer.ts'
import { browserLivePorts, type LivePorts } from './live-ports.ts'
import type { AgendaChanged, Line, Live, LiveState } from './live.ts'
import { createPresenceMemory } from './presence-memory.ts'

const guestMessages = {
  object: 'object-to-guest',
  admit: 'admit-guest',
  remove: 'remove-guest',
} as const

export interface CreateLiveOptions {
  readonly participant: Participant
  /** Told when the list of today is to be read again. */
  readonly onAgendaChanged?: AgendaChanged
  readonly url?: string
  readonly ports?: LivePorts
}

export function createLive(options: CreateLiveOptions): Live {
  const { participant, ports = browserLivePorts } = options
  const listeners = new Set<() => void>()
  let readiness: ClientMessageOf<'readiness'> | null = null
  let recoveries = noRecoveries
  let proof: ServerMessageOf<'call-proof'> | null = null

  const outgoing = createOutgoing(
    () => {
      incoming.setSilent(outgoing.devices.paused)
      peer.sendNote()
      guests.devicesChanged()
      set({ local: outgoing.devices })
    },
    (kind, track) => {
      peer.setTrack(kind, track)
      guests.setTrack(kind, track)
    },
  )
  const incoming = createIncoming(() => {
    set({ remote: { stream: incoming.stream, devices: incoming.devices } })
  })
  const recorder = createStageRecorder()
  const hush = createHush(ports.after, () => {
    for (const listener of listeners) listener()
  })
  const standbys = createStandbys({
    openPeer: ports.openPeer,
    send: (message) => connection.send(message),
    after: ports.after,
  })
  const peer = createLivePeer(ports, () => outgoing, incoming, standbys, recorder)
  const guests = createGuestLinks({
    ports,
    outgoing: () => outgoing,
    send: (message) => connection.send(message),
    isLineLost: () => state.line.phase === 'lost',
    doubt: () => connection.doubt(),
    role: () => guestNow()?.role,
    met: (end, notes) => {
      const guest = guestNow()
      if (guest !== null) sharing.meet(end, guest, notes)
    },
    parted: (end) => sharing.part(end),
    changed: ([guest = null]) => set({ guest }),
  })
  const sharing = createSharingDoor({
    participant,
    notes: peer.notes,
    bulk: peer.bulk,
    after: ports.after,
    makeId: () => ports.makePageId(),
  })
  let state: LiveState = {
    line: { phase: 'connecting' },
    clockOffsetMs: 0,
    consultations: new Map(),
    call: { phase: 'none' },
    local: outgoing.devices,
    remote: { stream: incoming.stream, devices: incoming.devices },
    guest: null,
    quality: null,
    refusal: null,
  }
  const call = createCallRunner(
    participant,
    {
      signaling: { send, doubt: () => connection.doubt() },
      peers: peer,
      media: { attach() {}, detach },
      after: ports.after,
    },
    (before) => {
      recoveries = noteRecovery(recoveries, before, call.state, ports.now())
      const next = toCallLive(call.state, state.call, ports.now())
      hush.follow(next)
      set({ call: next })
      quality.follow(state.call)
      reports.follow(state.call)
      keepGuest()
      sharing.follow(state.call.phase === 'none' ? null : state.call.callId)
    },
  )
  const quality = watchQuality(
    {
      peer,
      notes: peer.notes,
      after: ports.after,
      now: () => ports.now(),
      lineMs: () => connection.roundTripMs,
      otherShowsPicture: () => incoming.devices.camera === 'on' && !incoming.devices.paused,
    },
    (seen) => set({ quality: seen }),
    (sample, rung, passedMs) => reports.sampled(sample, rung, passedMs),
  )
  const reports = reportCalls({
    after: ports.after,
    stages: () => recorder.stages,
    recoveries: () => recoveries.past,
    send: (appointmentId, record) => ports.reportCall(participant, appointmentId, record),
  })
  const stopNudging = [
    ports.onNetworkChange(() => nudge({ type: 'network-changed' })),
    ports.onWake(() => nudge({ type: 'page-shown' })),
    peer.notes.hear(signalNote, (body) => {
      const message = readSignalNote(body)
      if (message !== null) call.dispatch(message)
    }),
  ]
  const memory = createPresenceMemory(ports.after, view)
  const connection = openConnection({
    url: options.url ?? urlFor(participant),
    page: ports.makePageId(),
    held() {
      const held = heldCall(call.state)
      return held !== null && held.callId === proof?.callId ? { ...held, proof: proof.proof } : held
    },
    heard,
    startedAfresh,
    lineChanged,
    ports,
  })

  function set(part: Partial<LiveState>): void {
    state = { ...state, ...part }
    hush.tell()
  }

  function nudge(event: CallEvent): void {
    call.dispatch(event)
    guests.nudge(event)
  }

  /** A guest is connected to this page while it is in the call that they were let into. */
  function keepGuest(): void {
    guests.keep(guestNow()?.admissionId ?? null, ['guest'])
  }

  function guestNow(): GuestView | null {
    const { call: now, consultations } = state
    return now.phase === 'none' ? null : (consultations.get(now.appointmentId)?.guest ?? null)
  }

  function send(message: CallMessage): void {
    // Renegotiation and restarts go beside the media while the server is away.
    const goesBeside = message.type === 'signal' && state.line.phase === 'lost'
    if (!goesBeside || !peer.notes.send(signalNote, message)) connection.send(message)
  }

  function detach(): void {
    incoming.clear()
    outgoing.setPaused(false)
    if (participant === 'worker') return
    // The next worker is another person: nobody expects to be muted for them.
    outgoing.setMicrophone(true)
    outgoing.setCamera(true)
    quality.setNeedsPicture(false)
  }

  function lineChanged(line: Line): void {
    set({ line })
    if (line.phase === 'lost') {
      memory.lineLost(state.consultations.values(), serverNow())
      call.dispatch({ type: 'line-lost' })
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

  function serverNow(): Instant {
    // toISOString always ends in Z.
    return new Date(ports.now() + state.clockOffsetMs).toISOString() as Instant
  }

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
        options.onAgendaChanged?.()
        break
      case 'pong':
      case 'elsewhere': // the line says so
      case 'guest-stand': // for a guest's page
        break
      default:
        message satisfies never
    }
  }

  /** Of what was said to a server that is no more, the next must hear how things stand here, and that a person hung up. */
  function startedAfresh(unheard: readonly Command[]): void {
    for (const message of unheard) if (message.type === 'hang-up') connection.send(message)
    if (readiness !== null) connection.send(readiness)
  }

  function beginLine({ serverTime, resumed, consultations }: ServerMessageOf<'welcome'>): void {
    // A server that does not remember this page names them anew.
    if (!resumed) standbys.clear()
    set({
      clockOffsetMs: Date.parse(serverTime) - ports.now(),
      consultations: new Map(
        consultations.map((each) => [each.appointmentId, memory.recall(each)]),
      ),
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
    const { appointmentId } = consultation
    const believed = memory.recall(consultation)
    set({ consultations: new Map(state.consultations).set(appointmentId, believed) })
    meet(consultation)
    keepGuest()
  }

  function meet(consultation: ConsultationView): void {
    const event = toCallEvent(consultation, participant)
    if (event !== null) call.dispatch(event)
  }

  function refuse({ code, about, appointmentId }: ServerMessageOf<'refused'>): void {
    // A standby that went while it was being renewed: nobody asked for it, nobody misses it.
    const isOfCall = state.call.phase !== 'none' && state.call.appointmentId === appointmentId
    if (about === 'renew' && !isOfCall) return
    set({ refusal: { code, about } })
    if (about === 'answer' || about === 'rejoin') call.dispatch({ type: 'refused', appointmentId })
    if (about === 'renew' && code === 'call-over' && appointmentId !== null) {
      call.dispatch({ type: 'call-over', appointmentId, callId: null, reason: 'expired' })
    }
  }

  /** Where a ring or a call is asked for, the last refusal is history. */
  function begin(): void {
    if (state.refusal !== null) set({ refusal: null })
  }

  function command(message: Command): void {
    begin()
    connection.send(message)
  }

  function ringOf(appointmentId: Id): Id | null {
    const ring = state.consultations.get(appointmentId)?.ring
    return ring?.phase === 'ringing' ? ring.id : null
  }

  function aboutRing(type: 'stop-ring' | 'ring-shown' | 'defer', appointmentId: Id): void {
    const ringId = ringOf(appointmentId)
    if (ringId !== null) command({ type, appointmentId, ringId })
  }

  return {
    get state() {
      return state
    },
    get recoveries() {
      return recoveries.past
    },
    get stages() {
      return recorder.stages
    },
    sharing,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    useStream: (stream) => outgoing.useStream(stream),
    reportReadiness(level, visible) {
      readiness = { type: 'readiness', readiness: level, visible }
      connection.send(readiness)
    },
    takeOver: () => connection.takeOver(),
    ring: (appointmentId) => command({ type: 'ring', appointmentId }),
    stopRing: (appointmentId) => aboutRing('stop-ring', appointmentId),
    ringShown(appointmentId) {
      recorder.note('ring-shown')
      aboutRing('ring-shown', appointmentId)
    },
    defer: (appointmentId) => aboutRing('defer', appointmentId),
    answer(appointmentId, { camera }) {
      const ringId = ringOf(appointmentId)
      if (ringId === null) return
      begin()
      recorder.note('answered')
      outgoing.setCamera(camera)
      call.dispatch({ type: 'answer', appointmentId, ringId })
    },
    rejoin(appointmentId) {
      const open = state.consultations.get(appointmentId)?.call
      if (open?.phase !== 'open') return
      begin()
      call.dispatch({ type: 'rejoin', appointmentId, callId: open.id })
    },
    hangUp() {
      begin()
      call.dispatch({ type: 'hang-up' })
    },
    aboutGuest(appointmentId, act) {
      const guestId = state.consultations.get(appointmentId)?.guest?.id
      if (guestId !== undefined) command({ type: guestMessages[act], appointmentId, guestId })
    },
    setMicrophone: (on) => outgoing.setMicrophone(on),
    setCamera: (on) => outgoing.setCamera(on),
    setPaused: (paused) => outgoing.setPaused(paused),
    tellTroubles: (troubles) => outgoing.setTroubles(troubles),
    setNeedsPicture: (needed) => quality.setNeedsPicture(needed),
    replaceTrack: (track) => outgoing.replaceTrack(track),
    close() {
      for (const stop of stopNudging) stop()
      standbys.clear()
      memory.close()
      connection.close()
      quality.close()
      reports.close()
      guests.close()
      call.dispatch({ type: 'line-closed', reason: 'page-closed' })
      listeners.clear()
    },
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

/** Two addresses, since one browser may hold a worker's and a physician's login at once. */
function urlFor(participant: Participant): string {
  const origin = location.origin.replace(/^http/, 'ws')
  return `${origin}/ws/${participant === 'worker' ? 'worker' : 'desk'}`
}
