/** The guest's live side: a line that says how they stand, and a connection to each of the two while they are let in. */
import type { Side } from '../../signaling/protocol/consultation.ts'
import type { GuestStand } from '../../signaling/protocol/guest.ts'
import type { ServerMessage } from '../../signaling/protocol/messages.ts'
import type { Id } from '../../signaling/protocol/primitives.ts'
import { openConnection } from '../connection/connection.ts'
import type { Line } from '../connection/line.ts'
import { createGuestLinks, type GuestLink } from '../consultation/guest-links.ts'
import { browserLivePorts, type LivePorts } from '../consultation/live-ports.ts'
import type { Devices } from '../rtc/devices.ts'
import { createOutgoing } from '../rtc/outgoing.ts'

export interface GuestLiveState {
  readonly line: Line
  /** Null until the server has said it. */
  readonly stand: GuestStand | null
  readonly links: readonly GuestLink[]
  readonly local: Devices
}

export type GuestLive = ReturnType<typeof openGuestLive>

export function openGuestLive(
  appointmentId: Id,
  changed: (state: GuestLiveState) => void,
  ports: LivePorts = browserLivePorts,
) {
  const outgoing = createOutgoing(
    () => {
      links.devicesChanged()
      set({ local: outgoing.devices })
    },
    (kind, track) => links.setTrack(kind, track),
  )
  const links = createGuestLinks({
    ports,
    outgoing: () => outgoing,
    send: (message) => connection.send(message),
    isLineLost: () => state.line.phase === 'lost',
    doubt: () => connection.doubt(),
    changed: (all) => set({ links: all }),
  })
  let state: GuestLiveState = {
    line: { phase: 'connecting' },
    stand: null,
    links: [],
    local: outgoing.devices,
  }
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
    if (stand.phase === 'admitted') links.keep(stand.admissionId, endsOf(stand))
    else links.keep(null, [])
    if (stand.phase === 'over') close()
  }

  function close(): void {
    for (const stop of stopNudging) stop()
    connection.close()
    links.close()
  }

  return {
    get state() {
      return state
    },
    useStream: (stream: MediaStream | null) => outgoing.useStream(stream),
    setMicrophone: (on: boolean) => outgoing.setMicrophone(on),
    setCamera: (on: boolean) => outgoing.setCamera(on),
    setPaused: (paused: boolean) => outgoing.setPaused(paused),
    takeOver: () => connection.takeOver(),
    /** Out for good; the server closes the line. */
    leave: () => connection.send({ type: 'leave-seat', appointmentId }),
    close,
  }
}

function endsOf({ workerIn, physicianIn }: Extract<GuestStand, { phase: 'admitted' }>): Side[] {
  return [...(workerIn ? ['worker' as const] : []), ...(physicianIn ? ['physician' as const] : [])]
}
