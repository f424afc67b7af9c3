/**
 * The connections of the third seat on this page: one on the worker's and on the physician's, two on the guest's own. Each
 * runs the same machine as the call itself, with the same tracks; which of them may be is for `keep` to say.
 */
import type { Side } from '../../signaling/protocol/consultation.ts'
import type { GuestRole } from '../../signaling/protocol/guest.ts'
import type { ServerMessageOf } from '../../signaling/protocol/messages.ts'
import type { Id } from '../../signaling/protocol/primitives.ts'
import { toCallLive, type CallLive } from '../call/call-live.ts'
import { createCallRunner, type CallMessage, type CallRunner } from '../call/call-runner.ts'
import type { CallEvent } from '../call/call-state.ts'
import type { Notes } from '../call/notes.ts'
import { hearBeside, sayBeside } from '../call/signal-note.ts'
import { createStageRecorder } from '../call/stages.ts'
import type { Quality } from '../quality/quality.ts'
import { watchQuality, type QualityWatch } from '../quality/watch-quality.ts'
import { createIncoming, type Incoming } from '../rtc/incoming.ts'
import type { Outgoing } from '../rtc/outgoing.ts'
import { createLivePeer, type LivePeer } from './live-peer.ts'
import type { LivePorts } from './live-ports.ts'
import type { LiveState } from './live.ts'
import { toGuestMessage, type GuestMessage } from './guest-messages.ts'
import { fitFor } from './guest-shape.ts'

/** How one of these connections stands. */
export interface GuestLink {
  /** Who is at its other end. */
  readonly with: Side
  readonly call: CallLive
  readonly remote: LiveState['remote']
  readonly quality: Quality | null
}

export interface GuestLinksOptions {
  readonly ports: Pick<LivePorts, 'openPeer' | 'after' | 'now'>
  readonly outgoing: () => Outgoing
  /** As what the guest comes. */
  readonly role: () => GuestRole | undefined
  readonly send: (message: GuestMessage) => void
  /** To the server and back; null where it is not known. */
  readonly lineMs: () => number | null
  /**
   * How the call of the two fares: no picture to or from a guest is better, unless somebody needs it. Looked at every
   * second.
   */
  readonly quality: () => Pick<Quality, 'own' | 'needsPicture'> | null
  /** Signals go beside the media while it is not. */
  readonly isLineOpen: () => boolean
  readonly doubt: () => void
  /** A way for notes to and from this end is there; gone with `parted`. */
  readonly met: (end: Side, notes: Notes) => void
  readonly parted: (end: Side) => void
  readonly changed: (links: readonly GuestLink[]) => void
}

export type GuestLinks = ReturnType<typeof createGuestLinks>

interface Open {
  readonly admissionId: Id
  readonly runner: CallRunner
  readonly peer: LivePeer
  readonly incoming: Incoming
  readonly quality: QualityWatch
  link: GuestLink
}

/** Nothing stands by for a guest: no packet goes to them before they are let in. */
const noStandbys = { take: () => null }

export function createGuestLinks(options: GuestLinksOptions) {
  const { ports, outgoing, changed } = options
  const open = new Map<Side, Open>()
  let admissionId: Id | null = null
  let ends: readonly Side[] = []
  let silent = false
  let needsPicture = false

  const tell = () => changed([...open.values()].map(({ link }) => link))

  function set(end: Side, part: Partial<GuestLink>): void {
    const at = open.get(end)
    if (at === undefined) return
    at.link = { ...at.link, ...part }
    tell()
  }

  function start(end: Side, admission: Id): Open {
    const incoming = createIncoming(() =>
      set(end, { remote: { stream: incoming.stream, devices: incoming.devices } }),
    )
    incoming.setSilent(silent)
    followNeed()
    const recorder = createStageRecorder()
    const peer = createLivePeer(ports, outgoing, incoming, noStandbys, recorder)
    const runner = createCallRunner(
      // Whoever is at this end has been let in already: like a physician's page, it opens what the server says.
      'physician',
      {
        signaling: { send: (message) => say(end, peer, message), doubt: options.doubt },
        peers: peer,
        media: { attach() {}, detach: () => incoming.clear() },
        after: ports.after,
      },
      () => {
        const at = open.get(end)
        if (at === undefined) return
        const call = toCallLive(runner.state, at.link.call, ports.now())
        set(end, { call })
        at.quality.follow(call)
      },
    )
    hearBeside(peer.notes, runner.dispatch)
    const remote = { stream: incoming.stream, devices: incoming.devices }
    const link: GuestLink = { with: end, call: { phase: 'none' }, remote, quality: null }
    const quality = watch(end, peer, incoming)
    const opened: Open = { admissionId: admission, runner, peer, incoming, quality, link }
    open.set(end, opened)
    options.met(end, peer.notes)
    return opened
  }

  /** Who signs or reads lips to one of them does so to all. */
  function followNeed(): void {
    const { own = false, other = false } = options.quality()?.needsPicture ?? {}
    if ((own || other) === needsPicture) return
    needsPicture = own || other
    for (const { quality } of open.values()) quality.setNeedsPicture(needsPicture)
  }

  /** By the same rules as between the two: each direction for itself, and the voice first. */
  function watch(end: Side, peer: LivePeer, incoming: Incoming): QualityWatch {
    const fit = fitFor(options.role())
    const quality = watchQuality(
      {
        peer: {
          statistics: () => peer.statistics(),
          shapePicture: (shape) => peer.shapePicture(fit(shape)),
        },
        notes: peer.notes,
        after: ports.after,
        now: () => ports.now(),
        lineMs: options.lineMs,
        otherShowsPicture: () => incoming.devices.camera === 'on' && !incoming.devices.paused,
        notAbove: () => options.quality()?.own ?? 'full',
      },
      (seen) => {
        set(end, { quality: seen })
        followNeed()
      },
    )
    quality.setNeedsPicture(needsPicture)
    return quality
  }

  function say(end: Side, peer: LivePeer, message: CallMessage): void {
    if (!options.isLineOpen() && sayBeside(peer.notes, message)) return
    const said = toGuestMessage(message, end)
    if (said !== null) options.send(said)
  }

  function stop(end: Side): void {
    const at = open.get(end)
    open.delete(end)
    if (at === undefined) return
    options.parted(end)
    at.quality.close()
    at.runner.dispatch({ type: 'line-closed', reason: 'page-closed' })
  }

  function begin(opened: ServerMessageOf<'guest-connection-opened'>): void {
    const { with: end, ...rest } = opened
    if (opened.admissionId !== admissionId || !ends.includes(end)) return
    const present = open.get(end)
    if (present !== undefined && present.admissionId !== admissionId) stop(end)
    const { runner } = open.get(end) ?? start(end, admissionId)
    const { appointmentId, attempt, initiator, iceServers, iceTransportPolicy } = rest
    runner.dispatch({
      type: 'call-opened',
      appointmentId,
      callId: admissionId,
      attempt,
      initiator,
      iceServers,
      iceTransportPolicy,
    })
  }

  return {
    /** Which admission there is, and to whom: every other connection is closed at once. */
    keep(admission: Id | null, belonging: readonly Side[]): void {
      admissionId = admission
      ends = admission === null ? [] : belonging
      const before = open.size
      for (const [end, at] of open) {
        if (at.admissionId !== admission || !ends.includes(end)) stop(end)
      }
      if (open.size !== before) tell()
    },

    hear(
      message: ServerMessageOf<'guest-connection-opened' | 'guest-signal' | 'ice-servers'>,
    ): void {
      switch (message.type) {
        case 'guest-connection-opened':
          begin(message)
          break
        case 'guest-signal': {
          const { appointmentId, admissionId: callId, attempt, signal } = message
          const at = open.get(message.with)
          at?.runner.dispatch({ type: 'signal', appointmentId, callId, attempt, signal })
          break
        }
        case 'ice-servers':
          for (const { runner } of open.values()) runner.dispatch(message)
          break
        default:
          message satisfies never
      }
    },

    /** The line is back, the network is another, the page is shown again. */
    nudge(event: CallEvent): void {
      for (const { runner } of open.values()) runner.dispatch(event)
    },

    setTrack(kind: 'audio' | 'video', track: MediaStreamTrack | null): void {
      for (const { peer } of open.values()) peer.setTrack(kind, track)
    },

    /** This person's devices changed: the others are told, and a pause covers them too. */
    devicesChanged(): void {
      silent = outgoing().devices.paused
      for (const { peer, incoming } of open.values()) {
        incoming.setSilent(silent)
        peer.sendNote()
      }
    },

    close(): void {
      for (const end of open.keys()) stop(end)
    },
  }
}
