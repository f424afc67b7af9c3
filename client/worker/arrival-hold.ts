/** Holds the appointment: looks the link up, enters by it, and reads it again when something became of it. */
import type { ErrorCode } from '../../signaling/protocol/codes.ts'
import type { MyAppointment, ServiceContact } from '../../signaling/protocol/my-appointment.ts'
import { ApiError } from '../api/request.ts'
import type { Arrival, VisitState } from './visit-state.ts'

export interface ArrivalPorts {
  readonly api: {
    look(token: string): Promise<MyAppointment>
    enter(token: string): Promise<MyAppointment>
    preferInPerson(token: string | null): Promise<MyAppointment>
    mine(): Promise<MyAppointment>
    service(): Promise<ServiceContact>
  }
  readonly link: {
    /** The token in the address, if there is one. */
    token(): string | null
    /** Takes the token out of the address and the history. */
    forget(): void
  }
  /** Calls back once, as late as that; returns what cancels it. */
  later(ms: number, callback: () => void): () => void
}

export interface ArrivalListener {
  changed(part: Pick<VisitState, 'arrival'> | Pick<VisitState, 'request'>): void
  /** After every reply about an appointment that was entered. */
  entered(appointment: MyAppointment): void
}

export interface ArrivalHold {
  load(): Promise<void>
  /** Reads the appointment again without a loading screen: it opened, or it has an outcome. */
  refresh(): void
  enter(): Promise<boolean>
  preferInPerson(): Promise<boolean>
}

/** Timers longer than this overflow in every browser (a signed 32-bit count of milliseconds). */
const longestTimerMs = 2 ** 31 - 1

export function createArrivalHold(ports: ArrivalPorts, listener: ArrivalListener): ArrivalHold {
  let arrival: Arrival = { phase: 'loading' }
  let isRunning = false
  let cancelOpening = () => {}

  function set(next: Arrival): void {
    arrival = next
    cancelOpening()
    listener.changed({ arrival })
    if (next.phase === 'seen' || next.phase === 'entered') awaitOpening(next.appointment)
    if (next.phase === 'entered') listener.entered(next.appointment)
  }

  async function load(): Promise<void> {
    listener.changed({ request: 'none' })
    set({ phase: 'loading' })
    const token = ports.link.token()
    try {
      if (token === null) set({ phase: 'entered', appointment: await ports.api.mine() })
      else set({ phase: 'seen', token, appointment: await ports.api.look(token) })
    } catch (error) {
      const phase = isRefusal(error) ? 'not-valid' : 'unreachable'
      const service = await ports.api.service().catch(() => null)
      set({ phase, service })
    }
  }

  /** The waiting room opens by itself under somebody who came early. */
  function awaitOpening({ state, opensAt, serverTime }: MyAppointment): void {
    if (state !== 'upcoming') return
    const ms = Date.parse(opensAt) - Date.parse(serverTime)
    cancelOpening = ports.later(Math.min(Math.max(ms, 1_000), longestTimerMs), refresh)
  }

  function refresh(): void {
    const before = arrival
    if (before.phase === 'seen') {
      const { token } = before
      ports.api
        .look(token)
        .then((appointment) => set({ phase: 'seen', token, appointment }), ignore)
    } else if (before.phase === 'entered') {
      ports.api.mine().then((appointment) => set({ phase: 'entered', appointment }), ignore)
    }
  }

  /** One change at a time; a refusal for good reads the appointment again, to show what it has become. */
  async function run(request: () => Promise<MyAppointment>): Promise<boolean> {
    if (isRunning) return false
    isRunning = true
    listener.changed({ request: 'running' })
    try {
      const appointment = await request()
      ports.link.forget()
      listener.changed({ request: 'none' })
      set({ phase: 'entered', appointment })
      return true
    } catch (error) {
      if (isRefusal(error)) await load()
      else listener.changed({ request: isOffline(error) ? 'offline' : 'failed' })
      return false
    } finally {
      isRunning = false
    }
  }

  return {
    load,
    refresh,
    async enter() {
      const before = arrival
      if (before.phase === 'seen') return run(() => ports.api.enter(before.token))
      return before.phase === 'entered' && run(() => ports.api.mine())
    },
    preferInPerson() {
      const token = arrival.phase === 'seen' ? arrival.token : null
      return run(() => ports.api.preferInPerson(token))
    },
  }
}

/** The server looked at the request and said no for good, as against: it could not be reached or was not well. */
const refusals: readonly string[] = [
  'link-not-valid',
  'signed-out',
  'not-found',
  'not-allowed',
  'invalid',
  'transition-refused',
] satisfies readonly ErrorCode[]

function isRefusal(error: unknown): boolean {
  return error instanceof ApiError && refusals.includes(error.code)
}

function isOffline(error: unknown): boolean {
  return error instanceof ApiError && error.code === 'offline'
}

function ignore(): void {}
