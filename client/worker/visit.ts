/**
 * A worker's visit from the link to the goodbye: knows what the person may wish, and brings together the server's HTTP,
 * the live side, the devices and the sounds. Holds no screen; the ports make it run in a test without a browser.
 */
import type { MyAppointment, ServiceContact } from '../../signaling/protocol/my-appointment.ts'
import type { ErrorCode } from '../../signaling/protocol/codes.ts'
import { ApiError } from '../api/request.ts'
import type { Live } from '../consultation/live.ts'
import type { Sounds } from '../rtc/sound.ts'
import { createMediaHold, type MediaPorts } from './media-hold.ts'
import {
  appointmentOf,
  consultationOf,
  initialVisit,
  readinessOf,
  type VisitState,
  type Wish,
} from './visit-state.ts'
import type { WakeLock } from './wake-lock.ts'

export interface VisitPorts extends MediaPorts {
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
  /** The call that this tab was in, kept over a reload; null when it was left on purpose. */
  readonly memory: { read(): string | null; write(callId: string | null): void }
  readonly page: {
    isVisible(): boolean
    /** Whether camera and sound would open without a question, so that a reload needs no tap. */
    isMediaGranted(): Promise<boolean>
    vibrate(pattern: readonly number[]): void
    now(): number
    /** Calls back once, as late as that; returns what cancels it. */
    later(ms: number, callback: () => void): () => void
  }
  readonly sounds: Sounds
  readonly createWakeLock: (told: (maySleep: boolean) => void) => WakeLock
  openLive(): Promise<Live>
}

export type Visit = ReturnType<typeof createVisit>

/** Timers longer than this overflow in every browser (a signed 32-bit count of milliseconds). */
const longestTimerMs = 2 ** 31 - 1

const ringVibration = [600, 300, 600, 1500]

export function createVisit(ports: VisitPorts) {
  let state: VisitState = initialVisit
  let live: Live | null = null
  let opening = false
  let wasInCall = false
  let ringing: string | null = null
  let shownRing: string | null = null
  let fulfilled: string | null = null
  /** The call that this tab was in before the page was loaded again. */
  let interrupted = ports.memory.read()
  let cancelOpening = () => {}
  const listeners = new Set<() => void>()
  const hold = createMediaHold(ports, () => mediaChanged())
  const wakeLock = ports.createWakeLock((screenMaySleep) => set({ screenMaySleep }))

  function set(part: Partial<VisitState>): void {
    state = { ...state, ...part }
    for (const listener of listeners) listener()
  }

  // -- the appointment ----------------------------------------------------------------------------------------------

  async function load(): Promise<void> {
    set({ arrival: { phase: 'loading' }, request: 'none' })
    const token = ports.link.token()
    try {
      if (token === null) entered(await ports.api.mine())
      else seen(token, await ports.api.look(token))
    } catch (error) {
      const phase = isRefusal(error) ? 'not-valid' : 'unreachable'
      const service = await ports.api.service().catch(() => null)
      set({ arrival: { phase, service } })
    }
  }

  function seen(token: string, appointment: MyAppointment): void {
    set({ arrival: { phase: 'seen', token, appointment } })
    awaitOpening(appointment)
  }

  function entered(appointment: MyAppointment): void {
    set({ arrival: { phase: 'entered', appointment } })
    awaitOpening(appointment)
    if (appointment.state === 'open') void connect()
    if (appointment.state === 'over' || appointment.state === 'in-person') letGo()
  }

  /** The waiting room opens by itself under somebody who came early. */
  function awaitOpening(appointment: MyAppointment): void {
    cancelOpening()
    if (appointment.state !== 'upcoming') return
    const ms = Date.parse(appointment.opensAt) - Date.parse(appointment.serverTime)
    cancelOpening = ports.page.later(Math.min(Math.max(ms, 1_000), longestTimerMs), refresh)
  }

  /** Reads the appointment again without a loading screen: it opened, or it has an outcome. */
  function refresh(): void {
    const { arrival } = state
    if (arrival.phase === 'seen') {
      ports.api.look(arrival.token).then((found) => seen(arrival.token, found), ignore)
    } else if (arrival.phase === 'entered') {
      ports.api.mine().then(entered, ignore)
    }
  }

  async function run(request: () => Promise<MyAppointment>): Promise<boolean> {
    if (state.request === 'running') return false
    set({ request: 'running' })
    try {
      const appointment = await request()
      ports.link.forget()
      set({ request: 'none' })
      entered(appointment)
      return true
    } catch (error) {
      if (isRefusal(error)) void load()
      else
        set({
          request: error instanceof ApiError && error.code === 'offline' ? 'offline' : 'failed',
        })
      return false
    }
  }

  // -- the live side ------------------------------------------------------------------------------------------------

  async function connect(): Promise<void> {
    if (live !== null || opening) return
    opening = true
    try {
      live = await ports.openLive()
      live.subscribe(liveChanged)
      mediaChanged()
      if (interrupted !== null && (await ports.page.isMediaGranted())) await turnOn(true)
    } catch {
      // The program could not be fetched; the same button, or a reload, tries again.
      set({ request: 'offline' })
    } finally {
      opening = false
    }
  }

  function liveChanged(): void {
    if (live === null) return
    const before = consultationOf(state)
    set({ live: live.state })
    letGoOfLostSeat()
    const consultation = consultationOf(state)
    if (consultation === null) return
    followRing()
    followCall()
    if (consultation.over && before?.over !== true) refresh()
  }

  /** Two windows cannot share a camera on every phone: the one that was left gives it back. */
  function letGoOfLostSeat(): void {
    if (live === null || live.state.call.phase !== 'none') return
    const { phase } = live.state.line
    if ((phase === 'replaced' || phase === 'signed-out') && state.media.phase === 'open') letGo()
  }

  function followRing(): void {
    const ring = consultationOf(state)?.ring ?? null
    const sounding = ring?.phase === 'ringing' && ring.id !== state.silencedRing ? ring.id : null
    if (sounding === ringing) return
    ringing = sounding
    ports.sounds.stopRing()
    ports.page.vibrate([])
    if (sounding !== null) {
      ports.sounds.startRing()
      ports.page.vibrate(Array.from({ length: 15 }, () => ringVibration).flat())
    }
  }

  function followCall(): void {
    const consultation = consultationOf(state)
    const { call } = live?.state ?? initialCall
    const isIn = call.phase !== 'none'
    if (isIn) ports.memory.write(call.callId)
    if (isIn && state.wish !== null) set({ wish: null })
    const ended = consultation?.call?.phase === 'ended'
    if (wasInCall && !isIn && ended) ports.sounds.play('end')
    if (!isIn && ended && consultation.ring?.phase !== 'ringing' && wasInCall) letGo()
    if (state.wish?.type === 'answer' && consultation?.ring?.phase === 'ended' && !isIn) {
      if (consultation.ring.outcome !== 'answered') set({ wish: null })
    }
    wasInCall = isIn
    if (!isIn) fulfil()
  }

  // -- the devices --------------------------------------------------------------------------------------------------

  function mediaChanged(): void {
    const { media } = hold
    set({ media })
    live?.useStream(media.phase === 'open' ? media.stream : null)
    live?.reportReadiness(readinessOf(media), ports.page.isVisible())
  }

  async function turnOn(camera: boolean): Promise<void> {
    ports.sounds.unlock()
    wakeLock.hold()
    await hold.turnOn(camera)
    fulfil()
  }

  /** Carries out, once, what the person wished as soon as the devices are there; a reload in a call is a wish too. */
  function fulfil(): void {
    const consultation = consultationOf(state)
    if (live === null || consultation === null || state.media.phase !== 'open') return
    if (live.state.call.phase !== 'none') return
    const { ring, call, appointmentId } = consultation
    const { wish } = state
    if (wish?.type === 'answer' && ring?.phase === 'ringing' && fulfilled !== ring.id) {
      fulfilled = ring.id
      live.answer(appointmentId, { camera: wish.camera && state.media.camera })
    }
    if (call?.phase !== 'open' || fulfilled === call.id) return
    if (wish?.type === 'rejoin' || interrupted === call.id) {
      fulfilled = call.id
      interrupted = null
      live.rejoin(appointmentId)
    }
  }

  async function wishFor(wish: Wish): Promise<void> {
    fulfilled = null
    set({ wish })
    if (state.media.phase === 'open') fulfil()
    else await turnOn(wish.type === 'rejoin' || wish.camera)
  }

  /** Everything off: nobody wants a burning camera lamp after the goodbye. */
  function letGo(): void {
    ports.memory.write(null)
    ports.sounds.stopRing()
    wakeLock.release()
    if (hold.media.phase !== 'untouched') hold.letGo()
  }

  function silence(): void {
    const ring = consultationOf(state)?.ring
    if (ring?.phase === 'ringing') set({ silencedRing: ring.id })
    followRing()
  }

  return {
    get state() {
      return state
    },
    subscribe(listener: () => void): () => void {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    load,
    /** The tap that spends nothing: the link may be opened again. */
    async enter(): Promise<void> {
      const { arrival } = state
      if (arrival.phase === 'seen') await run(() => ports.api.enter(arrival.token))
      else if (arrival.phase === 'entered') await run(() => ports.api.mine())
    },
    async testDevices(): Promise<void> {
      const { arrival } = state
      if (arrival.phase === 'seen' && !(await run(() => ports.api.enter(arrival.token)))) return
      set({ testing: true })
    },
    async preferInPerson(): Promise<void> {
      const token = state.arrival.phase === 'seen' ? state.arrival.token : null
      silence()
      if (await run(() => ports.api.preferInPerson(token))) letGo()
    },
    turnOn,
    async answer(camera: boolean): Promise<void> {
      silence()
      await wishFor({ type: 'answer', camera })
    },
    defer(): void {
      const consultation = consultationOf(state)
      silence()
      if (consultation !== null) live?.defer(consultation.appointmentId)
    },
    async returnToCall(): Promise<void> {
      await wishFor({ type: 'rejoin' })
    },
    leave(): void {
      live?.hangUp()
      letGo()
    },
    takeOver(): void {
      live?.takeOver()
    },
    setMicrophone: (on: boolean) => live?.setMicrophone(on),
    setCamera: (on: boolean) => live?.setCamera(on),
    setPaused(paused: boolean): void {
      live?.setPaused(paused)
      ports.sounds.play(paused ? 'pause' : 'resume')
    },
    async restoreDevice(): Promise<void> {
      const track = await hold.restore()
      if (track !== null) live?.replaceTrack(track)
    },
    async otherCamera(): Promise<void> {
      const track = await hold.otherCamera()
      if (track !== null) live?.replaceTrack(track)
    },
    playRingSample(): void {
      ports.sounds.unlock()
      ports.sounds.playRingSample()
      set({})
    },
    /** The ring is drawn. The server learns it once, and only while somebody could see it. */
    ringShown(): void {
      const consultation = consultationOf(state)
      const ring = consultation?.ring
      if (ring?.phase !== 'ringing' || ring.id === shownRing || !ports.page.isVisible()) return
      shownRing = ring.id
      live?.ringShown(consultation?.appointmentId ?? '')
    },
    /** The page came to the front or left it. */
    visibilityChanged(): void {
      const visible = ports.page.isVisible()
      if (visible) set({ returnedAt: appointmentOf(state) === null ? null : ports.page.now() })
      live?.reportReadiness(readinessOf(state.media), visible)
    },
  }
}

const initialCall: Pick<Live['state'], 'call'> = { call: { phase: 'none' } }

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

function ignore(): void {}
