/**
 * Cares for a person's open devices: finds out what took one, takes another in its place, brings it back when that is
 * possible without a question, and says what it did. The stream stays the same object; its tracks change.
 *
 *   fine ──ended or held back──▶ troubled ──goes on by itself, opened again, or another device──▶ fine
 */
import { facingOf, nextCamera } from './cameras.ts'
import type { CareListener, CarePorts } from './care-ports.ts'
import {
  findListed,
  knownBehind,
  untroubled,
  withoutTrouble,
  withTrouble,
  type CareState,
  type DeviceNews,
  type KnownDevice,
} from './care-state.ts'
import { mayEcho, type Device, type TrackWish } from './media.ts'
import { createOpenTracks } from './open-tracks.ts'
import { troubleAfter, troubleOf, type LossFacts, type Trouble } from './trouble.ts'
import { createTurns } from './turns.ts'

export type DeviceCare = ReturnType<typeof createDeviceCare>

/**
 * A browser may hold a track back for a moment while it changes its own devices, and it ends the tracks of a withdrawn
 * permission before it tells of the permission (measured in Chromium).
 */
const settleMs = 300

/** After a telephone call the browser lets the track go on by itself; some phones forget to. */
const goOnMs = 2_000

const newsMs = 12_000

const both = ['microphone', 'camera'] as const

export function createDeviceCare(stream: MediaStream, ports: CarePorts, listener: CareListener) {
  const { surroundings } = ports
  const stop = new AbortController()
  const isClosed = () => stop.signal.aborted
  const tracks = createOpenTracks(stream, ports.openTrack)
  const inTurn = createTurns(isClosed)
  let state: CareState = { ...untroubled, using: ports.memory.read() }
  let cancelNews = () => {}
  const behind = new Map<Device, KnownDevice>()
  /** Unplugged while in use: offered again when they come back. */
  const unplugged = new Map<Device, KnownDevice>()
  const hadPermission = new Set<Device>()

  function set(next: CareState): void {
    if (next === state || isClosed()) return
    state = next
    listener.changed(state)
  }

  function attend(track: MediaStreamTrack): void {
    const device = track.kind === 'video' ? 'camera' : 'microphone'
    const known = knownBehind(track)
    behind.set(device, known)
    const facing = device === 'camera' ? facingOf(track) : state.facing
    set({ ...state, facing, using: { ...state.using, [device]: known.id } })
    if (mayEcho(track)) tell({ kind: 'may-echo' })
    const options = { signal: stop.signal }
    const lookSoon = () => void ports.later(settleMs, () => look('track'))
    track.addEventListener('ended', lookSoon, options)
    track.addEventListener('mute', lookSoon, options)
    track.addEventListener('unmute', () => look('track'), options)
  }

  function tell(news: DeviceNews | null): void {
    cancelNews()
    set({ ...state, news })
    if (news !== null && news.kind !== 'back') {
      cancelNews = ports.later(newsMs, () => set({ ...state, news: null }))
    }
  }

  /** `around`: something changed that may make a lost device usable again. */
  function look(why: 'track' | 'around'): void {
    void inTurn(async () => {
      for (const device of both) await lookAt(device, why)
      if (!isClosed()) offerReturned()
    })
  }

  async function lookAt(device: Device, why: 'track' | 'around'): Promise<void> {
    const track = tracks.of(device)
    // For each anew: a dock takes both, and the second may go while another one is opened for the first.
    const listed = await surroundings.listDevices()
    const permission = await surroundings.permissionOf(device)
    set({ ...state, listed })
    const wasAllowed = hadPermission.has(device)
    if (permission === 'granted') hadPermission.add(device)
    if (track === undefined) return
    if (track.readyState === 'live' && !track.muted) {
      if (state.troubles[device] !== undefined) set(withoutTrouble(state, device))
      return
    }
    const known = behind.get(device) ?? knownBehind(track)
    const trouble = troubleOf({
      device,
      how: track.readyState === 'ended' ? 'ended' : 'held-back',
      // One that was never lasting cannot tell by its absence that it was taken back.
      permission: permission === 'prompt' && !wasAllowed ? 'unknown' : permission,
      listed: findListed(state.listed, device, known) !== undefined,
      visible: surroundings.isVisible(),
      audioSession: surroundings.audioSession(),
      handheld: surroundings.isHandheld(),
    } satisfies LossFacts)
    if (track.readyState === 'live') {
      set(withTrouble(state, trouble))
      awaitGoingOn(device, why)
    } else if (permission !== 'granted' || !(await mend(device, trouble, why))) {
      set(withTrouble(state, trouble))
    }
  }

  /** A track that is still held back although the page is in front and no call goes on is opened anew, once each time. */
  function awaitGoingOn(device: Device, why: 'track' | 'around'): void {
    if (why === 'track' || surroundings.audioSession() === 'interrupted') return
    if (!surroundings.isVisible()) return
    ports.later(goOnMs, () => {
      void inTurn(async () => {
        const isHeldBack = tracks.of(device)?.muted === true && state.troubles[device] !== undefined
        if (isHeldBack && (await isAllowed(device))) await open(device, wishFor(device))
      })
    })
  }

  /** Where the browser would not ask, no tap is needed. Returns whether it was tried: a failure has its own trouble. */
  async function mend(device: Device, trouble: Trouble, why: 'track' | 'around'): Promise<boolean> {
    const known = behind.get(device)
    const isGone = trouble === `${device}-unplugged`
    if (isGone && known !== undefined) unplugged.set(device, known)
    const mayHelp = isGone
      ? state.listed.some(({ kind }) => kind === device)
      : why === 'around' && surroundings.isVisible()
    if (!mayHelp) return false
    const track = await open(device, isGone ? {} : wishFor(device))
    if (track !== null && unplugged.has(device)) {
      tell({ kind: 'now-using', device, label: track.label })
    }
    return true
  }

  /** The other one has its place meanwhile: the person decides. */
  function offerReturned(): void {
    for (const [device, known] of unplugged) {
      const found = findListed(state.listed, device, known)
      const isUsed = found !== undefined && state.using[device] === found.id
      if (found === undefined || found.id === '') forgetOffer(device)
      else if (isUsed) unplugged.delete(device)
      else if (state.troubles[device] === undefined && state.news?.kind !== 'back') {
        tell({ kind: 'back', device, label: found.label, id: found.id })
      }
    }
  }

  function forgetOffer(device: Device): void {
    if (state.news?.kind === 'back' && state.news.device === device) tell(null)
  }

  function wishFor(device: Device): TrackWish {
    return device === 'camera'
      ? { id: state.using.camera, facing: state.facing }
      : { id: state.using.microphone }
  }

  async function isAllowed(device: Device): Promise<boolean> {
    return (await surroundings.permissionOf(device)) === 'granted'
  }

  async function open(device: Device, wish: TrackWish): Promise<MediaStreamTrack | null> {
    if (isClosed()) return null
    const opened = await tracks.open(device, wish)
    if (isClosed()) {
      if (opened.ok) opened.track.stop()
      return null
    }
    if (!opened.ok) {
      set(withTrouble(state, troubleAfter(device, opened.reason)))
      return null
    }
    set(withoutTrouble(state, device))
    attend(opened.track)
    listener.replaced(opened.track)
    return opened.track
  }

  /** Tries one, and the one before when that cannot be had; returns whether it could. */
  async function openOr(device: Device, wish: TrackWish, before: TrackWish): Promise<boolean> {
    if ((await open(device, wish)) !== null) return true
    await open(device, before)
    return false
  }

  for (const track of stream.getTracks()) attend(track)
  const stopAround = surroundings.whenChanged(() => look('around'))
  look('track')

  return {
    get state() {
      return state
    },
    /** Call it in a tap: opens again whatever does not work. */
    restore(): Promise<void> {
      return inTurn(async () => {
        for (const device of both) {
          if (state.troubles[device] !== undefined) await open(device, wishFor(device))
        }
      }).then(() => undefined)
    },
    /** Another device of a kind, in the running call; remembered for this page. */
    choose(kind: Device | 'speaker', id: string): Promise<void> {
      return inTurn(async () => {
        if (kind === 'speaker') {
          set({ ...state, using: { ...state.using, speaker: id } })
        } else {
          unplugged.delete(kind)
          forgetOffer(kind)
          if (!(await openOr(kind, { id }, wishFor(kind)))) return
        }
        ports.memory.write({ ...ports.memory.read(), [kind]: id })
      }).then(() => undefined)
    },
    /** From the camera at the front to the one at the back, or the other way round. */
    otherCamera(): Promise<void> {
      return inTurn(async () => {
        const id = nextCamera(state.listed, state.using.camera)
        const facing = state.facing === 'user' ? 'environment' : 'user'
        const isPhone = tracks.of('camera')?.getSettings().facingMode !== undefined
        const before = wishFor('camera')
        await openOr('camera', isPhone || id === undefined ? { facing } : { id }, before)
      }).then(() => undefined)
    },
    close(): void {
      stop.abort()
      stopAround()
      cancelNews()
      for (const track of stream.getTracks()) track.stop()
    },
  }
}
