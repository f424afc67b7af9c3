/** A `Live` without a server, for tests and the gallery: its state is set by hand, its commands are written down. */
import type { Live, LiveState } from '../consultation/live.ts'
import { closedDoor } from '../sharing/closed-door.ts'
import type { SharingDoor } from '../sharing/sharing-door.ts'

export interface FakeLive extends Live {
  readonly commands: readonly string[]
  change(change: Partial<LiveState>): void
}

export function createFakeLive(
  initial: Partial<LiveState> = {},
  sharing: SharingDoor = closedDoor,
): FakeLive {
  let state: LiveState = {
    line: { phase: 'open' },
    clockOffsetMs: 0,
    consultations: new Map(),
    call: { phase: 'none' },
    local: { microphone: 'on', camera: 'on', paused: false },
    remote: { stream: null, devices: { microphone: 'on', camera: 'on', paused: false } },
    guest: null,
    quality: null,
    trust: null,
    refusal: null,
    ...initial,
  }
  const commands: string[] = []
  const listeners = new Set<() => void>()
  const write = (command: string) => () => void commands.push(command)
  const writeWith = (command: string) => (id: string) => void commands.push(`${command} ${id}`)
  const change = (by: Partial<LiveState>) => {
    state = { ...state, ...by }
    for (const listener of listeners) listener()
  }
  return {
    get state() {
      return state
    },
    recoveries: [],
    stages: null,
    commands,
    change,
    sharing,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    useStream: write('use-stream'),
    reportReadiness: write('report-readiness'),
    takeOver: write('take-over'),
    ring: writeWith('ring'),
    stopRing: writeWith('stop-ring'),
    ringShown: writeWith('ring-shown'),
    answer: writeWith('answer'),
    defer: writeWith('defer'),
    rejoin: writeWith('rejoin'),
    hangUp: write('hang-up'),
    aboutGuest: (id, act) => void commands.push(`${act} guest ${id}`),
    setMicrophone: (on) => change({ local: { ...state.local, microphone: on ? 'on' : 'off' } }),
    setCamera: (on) => change({ local: { ...state.local, camera: on ? 'on' : 'off' } }),
    setPaused: (paused) => change({ local: { ...state.local, paused } }),
    tellTroubles: (troubles) => change({ local: { ...state.local, troubles } }),
    setNeedsPicture: (needed) => void commands.push(`needs-picture ${needed}`),
    replaceTrack: write('replace-track'),
    close: write('close'),
  }
}
