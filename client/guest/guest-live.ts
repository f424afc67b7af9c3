/** The guest's live side: how they stand, a connection to each of the two while they are let in, and what they send on them. */
import type { Participant, Side } from '../../signaling/protocol/consultation.ts'
import type { GuestRole, GuestStand } from '../../signaling/protocol/guest.ts'
import type { ServerMessage } from '../../signaling/protocol/messages.ts'
import { openConnection } from '../connection/connection.ts'
import type { Line } from '../connection/line.ts'
import { addressFor } from '../connection/socket.ts'
import { createGuestLinks, type GuestLink } from '../consultation/guest-links.ts'
import { nothingYet } from '../consultation/third.ts'
import { voiceFactsOf } from '../consultation/voice-facts.ts'
import { createBulk } from '../call/bulk.ts'
import type { Notes } from '../call/notes.ts'
import { troublesIn, untroubled, type CareState, type DeviceChoice } from '../rtc/care-state.ts'
import { createDeviceCare } from '../rtc/device-care.ts'
import type { Devices } from '../rtc/devices.ts'
import { createOutgoing } from '../rtc/outgoing.ts'
import type { VoiceState } from '../rtc/voice-state.ts'
import { createVoiceWatch } from '../rtc/voice-watch.ts'
import { createSharingDoor } from '../sharing/sharing-door.ts'
import { browserGuestPorts, type GuestPorts } from './guest-ports.ts'

export interface GuestLiveState {
  readonly line: Line
  /** Null until the server has said it. */
  readonly stand: GuestStand | null
  readonly links: readonly GuestLink[]
  readonly local: Devices
  readonly care: CareState
  /** What the guest's microphone gives in the call. */
  readonly voice: VoiceState['found']
  /** "I sign or read lips." */
  readonly needsPicture: boolean
}

export interface GuestLiveOptions {
  readonly role: GuestRole
  /** Stopped when this is closed. */
  readonly stream: MediaStream
  /** How the two are named to the guest. */
  readonly names: Readonly<Record<Participant, string>>
  readonly changed: (state: GuestLiveState) => void
}

const noLink: Pick<GuestLink, 'call' | 'remote'> = { call: { phase: 'none' }, remote: nothingYet }

/** Whoever speaks with the guest has a connection of their own: nothing goes over that of the two. */
const noNotes: Notes = { send: () => false, hear: () => () => {}, whenOpen: () => () => {} }

export type GuestLive = ReturnType<typeof openGuestLive>

export function openGuestLive(
  { role, stream, names, changed }: GuestLiveOptions,
  ports: GuestPorts = browserGuestPorts,
) {
  const outgoing = createOutgoing(
    () => {
      links.devicesChanged()
      set({ local: outgoing.devices })
      listen()
    },
    (kind, track) => links.setTrack(kind, track),
  )
  const sharing = createSharingDoor({
    participant: 'guest',
    notes: noNotes,
    bulk: createBulk(),
    after: ports.after,
    now: () => ports.now(),
    quality: () => null,
    makeId: () => ports.makePageId(),
  })
  const links = createGuestLinks({
    ports,
    outgoing: () => outgoing,
    send: (message) => connection.send(message),
    isLineOpen: () => state.line.phase === 'open',
    doubt: () => connection.doubt(),
    role: () => role,
    lineMs: () => connection.roundTripMs,
    quality: () => ({ own: 'full', needsPicture: { own: state.needsPicture, other: false } }),
    met(end, notes) {
      if (end !== 'guest') sharing.meet(end, { name: names[end], role: null }, notes)
    },
    parted: (end) => sharing.part(end),
    changed(all) {
      set({ links: all })
      listen()
    },
  })
  let state: GuestLiveState = {
    line: { phase: 'connecting' },
    stand: null,
    links: [],
    local: outgoing.devices,
    care: untroubled,
    voice: 'hearing',
    needsPicture: false,
  }
  const care = createDeviceCare(stream, ports.care, {
    changed(next) {
      set({ care: next })
      tellTroubles()
    },
    replaced: (track) => outgoing.replaceTrack(track),
  })
  const voice = createVoiceWatch(
    () => ports.soundContext(),
    () => {
      set({ voice: voice.found })
      tellTroubles()
    },
    () => ports.now(),
    ports.after,
  )
  const stopNudging = [
    ports.onNetworkChange(() => links.nudge({ type: 'network-changed' })),
    ports.onWake(() => links.nudge({ type: 'page-shown' })),
  ]
  const connection = openConnection({
    url: addressFor('guest'),
    page: ports.makePageId(),
    held: () => null,
    heard,
    lineChanged,
    ports,
  })

  outgoing.useStream(stream)
  ports.wakeLock.hold()

  function set(part: Partial<GuestLiveState>): void {
    state = { ...state, ...part }
    changed(state)
  }

  function tellTroubles(): void {
    outgoing.setTroubles(troublesIn(state.care, state.voice === 'silent'))
  }

  /** To the guest's own voice, and against whoever of the two is connected. */
  function listen(): void {
    const link = state.links.find(({ call }) => call.phase === 'connected') ?? state.links[0]
    voice.follow(voiceFactsOf({ ...(link ?? noLink), local: outgoing.devices }, stream))
  }

  function lineChanged(line: Line): void {
    set({ line })
    if (line.phase === 'lost') links.nudge({ type: 'line-lost' })
    const isTaken = line.phase === 'replaced' || line.phase === 'elsewhere'
    if (!isTaken && line.phase !== 'signed-out') return
    links.keep(null, [])
    sharing.follow(null)
    // How they stand is said to the page that leads; this one hears it again when it takes over.
    set({ stand: null })
  }

  function heard(message: ServerMessage): void {
    switch (message.type) {
      case 'welcome':
        links.nudge({ type: 'line-opened', resumed: message.resumed })
        break
      case 'guest-stand':
        follow(message.stand)
        break
      case 'guest-connection-opened':
      case 'guest-signal':
      case 'ice-servers':
        links.hear(message)
        break
      case 'pong':
      case 'elsewhere': // the line says so
      case 'refused': // a guest asks for nothing that could be
      case 'agenda-changed': // the rest is never said to a guest
      case 'call-opened':
      case 'call-proof':
      case 'consultation':
      case 'signal':
      case 'standby-opened':
      case 'standby-closed':
        break
      default:
        message satisfies never
    }
  }

  function follow(stand: GuestStand): void {
    set({ stand })
    sharing.follow(stand.phase === 'admitted' ? stand.admissionId : null)
    if (stand.phase === 'admitted') links.keep(stand.admissionId, endsOf(stand))
    else links.keep(null, [])
    if (stand.phase === 'over') close()
  }

  function close(): void {
    for (const stop of stopNudging) stop()
    connection.close()
    links.close()
    sharing.follow(null)
    care.close()
    voice.close()
    ports.wakeLock.release()
  }

  return {
    get state() {
      return state
    },
    sharing,
    setMicrophone: (on: boolean) => outgoing.setMicrophone(on),
    setCamera: (on: boolean) => outgoing.setCamera(on),
    setPaused: (paused: boolean) => outgoing.setPaused(paused),
    setNeedsPicture: (needed: boolean) => set({ needsPicture: needed }),
    soundContext: () => ports.soundContext(),
    chooseDevice: ({ device, id }: DeviceChoice) => void care.choose(device, id),
    restoreDevices: () => void care.restore(),
    takeOver: () => connection.takeOver(),
    close,
  }
}

function endsOf({ workerIn, physicianIn }: Extract<GuestStand, { phase: 'admitted' }>): Side[] {
  return [...(workerIn ? ['worker' as const] : []), ...(physicianIn ? ['physician' as const] : [])]
}
