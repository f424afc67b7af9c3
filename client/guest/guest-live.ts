/** The guest's live side: how they stand, a connection to each of the two while they are let in, and what they send on them. */
import type { Participant, Side } from '../../signaling/protocol/consultation.ts'
import type { GuestRole, GuestStand } from '../../signaling/protocol/guest.ts'
import type { ServerMessage } from '../../signaling/protocol/messages.ts'
import type { Id } from '../../signaling/protocol/primitives.ts'
import { openConnection } from '../connection/connection.ts'
import type { Line } from '../connection/line.ts'
import { createGuestLinks, type GuestLink } from '../consultation/guest-links.ts'
import { browserLivePorts, type LivePorts } from '../consultation/live-ports.ts'
import { createBulk } from '../call/bulk.ts'
import type { Notes } from '../call/notes.ts'
import { createWakeLock, type WakeLock } from '../consultation/wake-lock.ts'
import { browserCare, createTabMemory } from '../rtc/browser-care.ts'
import { troublesIn, untroubled, type CareState, type DeviceChoice } from '../rtc/care-state.ts'
import type { CarePorts } from '../rtc/care-ports.ts'
import { createDeviceCare } from '../rtc/device-care.ts'
import type { Devices } from '../rtc/devices.ts'
import { createOutgoing } from '../rtc/outgoing.ts'
import { createSharingDoor } from '../sharing/sharing-door.ts'

export interface GuestLiveState {
  readonly line: Line
  /** Null until the server has said it. */
  readonly stand: GuestStand | null
  readonly links: readonly GuestLink[]
  readonly local: Devices
  readonly care: CareState
}

export interface GuestLiveOptions {
  readonly appointmentId: Id
  readonly role: GuestRole
  /** Stopped when this is closed. */
  readonly stream: MediaStream
  /** How the two are named to the guest. */
  readonly names: Readonly<Record<Participant, string>>
  readonly changed: (state: GuestLiveState) => void
}

/** Whoever speaks with the guest has a connection of their own: nothing goes over that of the two. */
const noNotes: Notes = { send: () => false, hear: () => () => {}, whenOpen: () => () => {} }

export const browserGuestPorts = {
  ...browserLivePorts,
  care: browserCare(createTabMemory()),
  wakeLock: createWakeLock(() => {}),
}

export type GuestLive = ReturnType<typeof openGuestLive>

export function openGuestLive(
  { appointmentId, role, stream, names, changed }: GuestLiveOptions,
  ports: LivePorts & { care: CarePorts; wakeLock: WakeLock } = browserGuestPorts,
) {
  const outgoing = createOutgoing(
    () => {
      links.devicesChanged()
      set({ local: outgoing.devices })
    },
    (kind, track) => links.setTrack(kind, track),
  )
  const sharing = createSharingDoor({
    participant: 'guest',
    notes: noNotes,
    bulk: createBulk(),
    after: ports.after,
    makeId: () => ports.makePageId(),
  })
  const links = createGuestLinks({
    ports,
    outgoing: () => outgoing,
    send: (message) => connection.send(message),
    isLineLost: () => state.line.phase === 'lost',
    doubt: () => connection.doubt(),
    role: () => role,
    met(end, notes) {
      if (end !== 'guest') sharing.meet(end, { name: names[end], role: null }, notes)
    },
    parted: (end) => sharing.part(end),
    changed: (all) => set({ links: all }),
  })
  let state: GuestLiveState = {
    line: { phase: 'connecting' },
    stand: null,
    links: [],
    local: outgoing.devices,
    care: untroubled,
  }
  const care = createDeviceCare(stream, ports.care, {
    changed(next) {
      set({ care: next })
      outgoing.setTroubles(troublesIn(next))
    },
    replaced: (track) => outgoing.replaceTrack(track),
  })
  const stopNudging = [
    ports.onNetworkChange(() => links.nudge({ type: 'network-changed' })),
    ports.onWake(() => links.nudge({ type: 'page-shown' })),
  ]
  const connection = openConnection({
    url: `${location.origin.replace(/^http/, 'ws')}/ws/guest`,
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

  function lineChanged(line: Line): void {
    set({ line })
    const isLost = line.phase === 'replaced' || line.phase === 'elsewhere'
    if (isLost || line.phase === 'signed-out') links.keep(null, [])
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
    chooseDevice: ({ device, id }: DeviceChoice) => void care.choose(device, id),
    restoreDevices: () => void care.restore(),
    takeOver: () => connection.takeOver(),
    /** Out for good; the server closes the line. */
    leave: () => connection.send({ type: 'leave-seat', appointmentId }),
    close,
  }
}

function endsOf({ workerIn, physicianIn }: Extract<GuestStand, { phase: 'admitted' }>): Side[] {
  return [...(workerIn ? ['worker' as const] : []), ...(physicianIn ? ['physician' as const] : [])]
}
