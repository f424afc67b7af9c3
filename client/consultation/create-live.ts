/** Joins the line, the call, the peer and the person's devices into the one `Live` of a page. It decides little itself. */
import type { Participant } from '../../signaling/protocol/consultation.ts'
import type { GuestView } from '../../signaling/protocol/guest.ts'
import { toCallLive } from '../call/call-live.ts'
import { createCallRunner, type CallMessage } from '../call/call-runner.ts'
import type { CallEvent } from '../call/call-state.ts'
import { noRecoveries, noteRecovery } from '../call/recoveries.ts'
import { hearBeside, sayBeside } from '../call/signal-note.ts'
import { createStageRecorder } from '../call/stages.ts'
import { openConnection } from '../connection/connection.ts'
import { addressFor } from '../connection/socket.ts'
import { reportCalls } from '../quality/report-calls.ts'
import { watchQuality } from '../quality/watch-quality.ts'
import { createIncoming } from '../rtc/incoming.ts'
import { createStandbys } from '../rtc/standby.ts'
import { createOutgoing } from '../rtc/outgoing.ts'
import { createSharingDoor } from '../sharing/sharing-door.ts'
import { createTrustDoor } from '../trust/trust-door.ts'
import { createGuestDoor } from './guest-door.ts'
import { createLiveCommands } from './live-commands.ts'
import { createLivePeer } from './live-peer.ts'
import { browserLivePorts, type LivePorts } from './live-ports.ts'
import { createLiveStore } from './live-store.ts'
import type { AgendaChanged, Live } from './live.ts'
import type { createPresenceMemory } from './presence-memory.ts'
import { createServerNews } from './server-news.ts'

export interface CreateLiveOptions {
  readonly participant: Participant
  /** Told when the list of today is to be read again. */
  readonly onAgendaChanged?: AgendaChanged
  /** For a page that shows where others are. */
  readonly rememberPresence?: typeof createPresenceMemory
  readonly url?: string
  readonly ports?: LivePorts
}

export function createLive(options: CreateLiveOptions): Live {
  const { participant, onAgendaChanged = () => {}, ports = browserLivePorts } = options
  let recoveries = noRecoveries

  const outgoing = createOutgoing(
    () => {
      incoming.setSilent(outgoing.devices.paused)
      peer.sendNote()
      guests.devicesChanged()
      store.set({ local: outgoing.devices })
    },
    (kind, track) => {
      peer.setTrack(kind, track)
      guests.setTrack(kind, track)
    },
  )
  const incoming = createIncoming(() => {
    store.set({ remote: { stream: incoming.stream, devices: incoming.devices } })
  })
  const store = createLiveStore(
    {
      line: { phase: 'connecting' },
      clockOffsetMs: 0,
      consultations: new Map(),
      call: { phase: 'none' },
      local: outgoing.devices,
      remote: { stream: incoming.stream, devices: incoming.devices },
      guest: null,
      quality: null,
      trust: null,
      refusal: null,
    },
    ports.after,
  )
  const recorder = createStageRecorder(store.pictured)
  const standbys = createStandbys({
    openPeer: ports.openPeer,
    send: (message) => connection.send(message),
    tracks: () => outgoing.tracks,
    preview,
    rings: (appointmentId, ringId) => commands.rings(appointmentId, ringId),
    after: ports.after,
  })
  const peer = createLivePeer(ports, () => outgoing, incoming, standbys, recorder)
  const guests = createGuestDoor({
    ports,
    outgoing: () => outgoing,
    send: (message) => connection.send(message),
    isLineOpen,
    doubt: () => connection.doubt(),
    role: () => guestNow()?.role,
    lineMs: () => connection.roundTripMs,
    quality: () => store.state.quality,
    met: (end, notes) => {
      const guest = guestNow()
      if (guest !== null) sharing.meet(end, guest, notes)
    },
    parted: (end) => sharing.part(end),
    changed: ([guest = null]) => store.set({ guest }),
  })
  const sharing = createSharingDoor({
    participant,
    notes: peer.notes,
    bulk: peer.bulk,
    after: ports.after,
    now: () => ports.now(),
    quality: () => store.state.quality,
    makeId: () => ports.makePageId(),
  })
  const followTrust = createTrustDoor({
    participant,
    notes: peer.notes,
    connection: peer.connection,
    after: ports.after,
    halt: (halted) => outgoing.setHalted(halted),
    changed: (trust) => store.set({ trust }),
  })
  const call = createCallRunner(
    participant,
    {
      signaling: { send, doubt: () => connection.doubt() },
      peers: peer,
      media: { attach() {}, detach },
      after: ports.after,
    },
    (before) => {
      if (before.phase === 'entering') standbys.withdraw(before.wish.appointmentId)
      recoveries = noteRecovery(recoveries, before, call.state, ports.now())
      const last = store.state.call
      const next = toCallLive(call.state, last, ports.now())
      store.set({ call: next })
      if (next.phase === 'none' && last.phase !== 'none') peer.left(last.callId)
      quality.follow(next)
      reports.follow(next)
      followTrust(next)
      keepGuest()
      sharing.follow(next.phase === 'none' ? null : next.callId)
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
    (seen) => store.set({ quality: seen }),
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
    ports.onPageHide(() => reports.tell()),
    hearBeside(peer.notes, call.dispatch),
  ]
  const news = createServerNews({
    participant,
    ports,
    store,
    call,
    standbys,
    guests,
    nudge,
    keepGuest,
    onAgendaChanged,
    rememberPresence: options.rememberPresence,
  })
  const commands = createLiveCommands({
    store,
    call,
    outgoing,
    recorder,
    participant,
    send: (message) => connection.send(message),
  })
  const connection = openConnection({
    url: options.url ?? addressFor(participant === 'worker' ? 'worker' : 'desk'),
    page: ports.makePageId(),
    held: news.held,
    heard: news.heard,
    startedAfresh: commands.startedAfresh,
    lineChanged: news.lineChanged,
    ports,
  })

  function isLineOpen(): boolean {
    return store.state.line.phase === 'open'
  }

  /** Behind the ring, where nothing is seen or heard of it. */
  function preview(stream: MediaStream | null): void {
    if (store.state.call.phase === 'none') incoming.useStream(stream)
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
    const { call: now, consultations } = store.state
    return now.phase === 'none' ? null : (consultations.get(now.appointmentId)?.guest ?? null)
  }

  function send(message: CallMessage): void {
    if (isLineOpen() || !sayBeside(peer.notes, message)) connection.send(message)
    if (message.type === 'answer') standbys.answer(message.appointmentId, message.ringId)
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

  return {
    get state() {
      return store.state
    },
    get recoveries() {
      return recoveries.past
    },
    get stages() {
      return recorder.stages
    },
    sharing,
    subscribe: (listener) => store.subscribe(listener),
    ...commands,
    useStream: (stream) => outgoing.useStream(stream),
    takeOver: () => connection.takeOver(),
    setMicrophone: (on) => outgoing.setMicrophone(on),
    setCamera: (on) => outgoing.setCamera(on),
    setPaused: (paused) => outgoing.setPaused(paused),
    tellTroubles: (troubles) => outgoing.setTroubles(troubles),
    setNeedsPicture: (needed) => quality.setNeedsPicture(needed),
    replaceTrack: (track) => outgoing.replaceTrack(track),
    close() {
      for (const stop of stopNudging) stop()
      standbys.clear()
      news.close()
      connection.close()
      // First of what follows the call: its end belongs into the report.
      call.dispatch({ type: 'line-closed', reason: 'page-closed' })
      quality.close()
      reports.close()
      guests.close()
      store.close()
    },
  }
}
