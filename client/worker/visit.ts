/**
 * A worker's visit from the link to the goodbye: knows what the person may wish, and brings together the server's HTTP,
 * the live side, the devices and the sounds. Holds no screen; the ports make it run in a test without a browser.
 */
import type { MyAppointment } from '../../signaling/protocol/my-appointment.ts'
import type { Live } from '../consultation/live.ts'
import { voiceFactsOf } from '../consultation/voice-facts.ts'
import { troublesIn, type DeviceChoice } from '../rtc/care-state.ts'
import type { Sounds } from '../rtc/sound.ts'
import { createVoiceWatch } from '../rtc/voice-watch.ts'
import { createArrivalHold, type ArrivalPorts } from './arrival-hold.ts'
import { createMediaHold, type MediaPorts } from './media-hold.ts'
import { createLatePhotoLoan } from './late-photo-loan.ts'
import { createRingAlarm } from './ring-alarm.ts'
import {
  appointmentOf,
  consultationOf,
  initialVisit,
  readinessOf,
  streamOf,
  type Media,
  type VisitState,
  type Wish,
} from './visit-state.ts'
import type { WakeLock } from '../consultation/wake-lock.ts'

export interface VisitPorts extends MediaPorts, ArrivalPorts {
  /** The call that this tab was in, kept over a reload; null when it was left on purpose. */
  readonly memory: { read(): string | null; write(callId: string | null): void }
  readonly page: {
    isVisible(): boolean
    /** Whether camera and sound would open without a question, so that a reload needs no tap. */
    isMediaGranted(): Promise<boolean>
    vibrate(pattern: readonly number[]): void
    now(): number
  }
  readonly sounds: Sounds
  readonly createWakeLock: (told: (maySleep: boolean) => void) => WakeLock
  openLive(): Promise<Live>
}

export type Visit = ReturnType<typeof createVisit>

/** A program that could not be fetched is asked for again after this. */
const retryMs = 5_000

export function createVisit(ports: VisitPorts) {
  let state: VisitState = initialVisit
  let live: Live | null = null
  let opening = false
  let wasInCall = false
  let shownRing: string | null = null
  let fulfilled: string | null = null
  /** The call that this tab was in before the page was loaded again. */
  let interrupted = ports.memory.read()
  let remembered = interrupted
  const listeners = new Set<() => void>()
  const arrival = createArrivalHold(ports, { changed: (part) => set(part), entered })
  const hold = createMediaHold(ports, {
    changed: () => mediaChanged(),
    replaced: (track) => live?.replaceTrack(track),
  })
  const voice = createVoiceWatch(
    () => ports.sounds.context(),
    () => voiceChanged(),
  )
  const photoCamera = createLatePhotoLoan({
    hold,
    openTrack: () => ports.care.openTrack('camera', { facing: 'environment' }),
  })
  const alarm = createRingAlarm(ports.sounds, (pattern) => ports.page.vibrate(pattern))
  const wakeLock = ports.createWakeLock((screenMaySleep) => set({ screenMaySleep }))

  function set(part: Partial<VisitState>): void {
    state = { ...state, ...part }
    for (const listener of listeners) listener()
  }

  function entered(appointment: MyAppointment): void {
    if (appointment.state === 'open' && !appointment.identify) void connect()
    if (appointment.state === 'over' || appointment.state === 'in-person') letGo()
  }

  // -- the live side ------------------------------------------------------------------------------------------------

  async function connect(): Promise<void> {
    if (live !== null || opening) return
    opening = true
    try {
      live = await ports.openLive()
      live.subscribe(liveChanged)
      if (appointmentOf(state)?.needsPicture === true) live.setNeedsPicture(true)
      liveChanged()
      tellDevices(state.media)
      if (interrupted !== null && (await ports.page.isMediaGranted())) await turnOn(true)
    } catch {
      if (live === null) ports.later(retryMs, () => void connect())
    } finally {
      opening = false
    }
  }

  function liveChanged(): void {
    if (live === null) return
    const before = consultationOf(state)
    set({ live: live.state })
    voice.follow(voiceFactsOf(live.state, streamOf(state.media)))
    letGoWhenReplaced()
    const consultation = consultationOf(state)
    if (consultation === null) return
    followRing()
    followCall()
    if (consultation.over && before?.over !== true) arrival.refresh()
  }

  /** Two windows cannot share a camera on every phone: the one that was left gives it back. */
  function letGoWhenReplaced(): void {
    if (live === null || live.state.call.phase !== 'none') return
    const { phase } = live.state.line
    if ((phase === 'replaced' || phase === 'signed-out') && state.media.phase === 'open') letGo()
  }

  /** Storage is slow: written once, not at each news of the call. */
  function remember(callId: string | null): void {
    if (callId === remembered) return
    remembered = callId
    ports.memory.write(callId)
  }

  function followRing(): void {
    const ring = consultationOf(state)?.ring
    const isHeard = ring?.phase === 'ringing' && ring.id !== state.silencedRing
    alarm.follow(isHeard ? ring.id : null)
  }

  function followCall(): void {
    const consultation = consultationOf(state)
    const { call } = live?.state ?? initialCall
    const isIn = call.phase !== 'none'
    if (isIn) remember(call.callId)
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
    const before = state.media
    const { media } = hold
    set({ media })
    tellTroubles()
    if (before.phase !== media.phase || readinessOf(before) !== readinessOf(media))
      tellDevices(media)
  }

  function voiceChanged(): void {
    set({ voice: voice.found })
    tellTroubles()
  }

  function tellTroubles(): void {
    const { media } = state
    const isSilent = state.voice === 'silent'
    live?.tellTroubles(media.phase === 'open' ? troublesIn(media.care, isSilent) : [])
  }

  function tellDevices(media: Media): void {
    live?.useStream(streamOf(media))
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
    if (live.state.call.phase !== 'none' || live.state.line.phase !== 'open') return
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
    remember(null)
    alarm.follow(null)
    wakeLock.release()
    voice.close()
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
    /** Null until the line to the server is there. */
    get sharing() {
      return live?.sharing ?? null
    },
    photoCamera,
    subscribe(listener: () => void): () => void {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    load: () => arrival.load(),
    /** Something was said about the appointment: what holds now is read, without a loading screen. */
    refresh: () => arrival.refresh(),
    /** The tap that spends nothing: the link may be opened again. */
    enter: () => arrival.enter(),
    async testDevices(): Promise<void> {
      if (state.arrival.phase === 'entered' || (await arrival.enter())) set({ testing: true })
    },
    async preferInPerson(): Promise<void> {
      silence()
      if (await arrival.preferInPerson()) letGo()
    },
    turnOn,
    async answer(camera: boolean): Promise<void> {
      // Said first: the ring's many notes take a moment to stop.
      const wished = wishFor({ type: 'answer', camera })
      silence()
      await wished
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
    /** "I don't want this": the third person is out at once. */
    objectToGuest(): void {
      const consultation = consultationOf(state)
      if (consultation !== null) live?.aboutGuest(consultation.appointmentId, 'object')
    },
    takeOver(): void {
      const line = live?.state.line
      live?.takeOver()
      if (line?.phase === 'elsewhere' ? line.inCall : consultationOf(state)?.call?.phase === 'open')
        void wishFor({ type: 'rejoin' })
    },
    setMicrophone: (on: boolean) => live?.setMicrophone(on),
    setCamera: (on: boolean) => live?.setCamera(on),
    setNeedsPicture: (needed: boolean) => live?.setNeedsPicture(needed),
    setPaused(paused: boolean): void {
      live?.setPaused(paused)
      ports.sounds.play(paused ? 'pause' : 'resume')
    },
    restoreDevice: () => hold.care?.restore(),
    otherCamera: () => hold.care?.otherCamera(),
    chooseDevice: ({ device, id }: DeviceChoice) => hold.care?.choose(device, id),
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
