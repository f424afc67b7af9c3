/**
 * Opens camera and microphone, once and together: some phones ask only for the first of two requests, and a second
 * request may end the first one's tracks. Judged by the outcome, never by what the Permissions API promises.
 */
import { reasonOf, type MediaFailure } from './media-failure.ts'

export type Facing = 'user' | 'environment'
export type Device = 'camera' | 'microphone'

export interface MediaWishes {
  readonly camera: boolean
  /** What this person chose before; a device that is gone is no reason to fail. */
  readonly chosen?: ChosenDevices
}

export type ChosenDevices = Partial<Readonly<Record<Device, string>>>

/** One device: that of this id if it is there, else the camera that looks this way, else any. */
export interface TrackWish {
  readonly id?: string | undefined
  readonly facing?: Facing | undefined
}

export type OpenedTrack =
  | { readonly ok: true; readonly track: MediaStreamTrack }
  | { readonly ok: false; readonly reason: MediaFailure }

export type OpenedMedia =
  | {
      readonly ok: true
      readonly stream: MediaStream
      /** A wished device that could not be had although the other one could, and why. */
      readonly missing: { readonly device: Device; readonly reason: MediaFailure } | null
    }
  | { readonly ok: false; readonly reason: MediaFailure }

/** As long as a person may take to find and read the browser's question; then we say that no answer came. */
const answerTimeMs = 60_000

/** Must be called from a tap: elsewhere some browsers refuse. Whoever gets the stream stops its tracks. */
export async function openMedia(
  wishes: MediaWishes,
  devices: MediaDevices | undefined = navigator.mediaDevices,
): Promise<OpenedMedia> {
  if (typeof devices?.getUserMedia !== 'function') {
    return { ok: false, reason: globalThis.isSecureContext ? 'unsupported' : 'insecure' }
  }
  const { chosen = {} } = wishes
  const opened = await openBoth(devices, wishes)
  const isChosenGone = !opened.ok && opened.reason === 'no-device' && Object.keys(chosen).length > 0
  return isChosenGone ? openBoth(devices, { camera: wishes.camera }) : opened
}

async function openBoth(devices: MediaDevices, wishes: MediaWishes): Promise<OpenedMedia> {
  const open = (constraints: MediaStreamConstraints) => attempt(devices, constraints)
  const camera = wishes.camera ? cameraConstraints({ id: wishes.chosen?.camera }) : false
  const microphone = microphoneConstraints({ id: wishes.chosen?.microphone })

  const both = await open({ audio: microphone, video: camera })
  if (both.ok) return { ...both, missing: null }
  if (!wishes.camera || !mayHelpAlone(both.reason)) return both

  const sound = await open({ audio: microphone, video: false })
  if (sound.ok) return { ...sound, missing: { device: 'camera', reason: both.reason } }
  const picture = await open({ audio: false, video: camera })
  if (picture.ok) return { ...picture, missing: { device: 'microphone', reason: sound.reason } }
  return both
}

/** Opens one device again after it was lost, or another one of its kind. Whoever gets the track stops it. */
export async function openTrack(
  device: Device,
  wish: TrackWish,
  devices: MediaDevices = navigator.mediaDevices,
): Promise<OpenedTrack> {
  const open = (of: TrackWish) =>
    attempt(
      devices,
      device === 'camera'
        ? { audio: false, video: cameraConstraints(of) }
        : { audio: microphoneConstraints(of), video: false },
    )
  let opened = await open(wish)
  const isGone = !opened.ok && opened.reason === 'no-device' && wish.id !== undefined
  if (isGone) opened = await open({ facing: wish.facing })
  if (!opened.ok) return opened
  const [track] = opened.stream.getTracks()
  return track === undefined ? { ok: false, reason: 'unknown' } : { ok: true, track }
}

/** Whether this microphone may send the other person's own voice back: some have no echo control, whatever is wished. */
export function mayEcho(track: MediaStreamTrack): boolean {
  return track.kind === 'audio' && track.getSettings().echoCancellation === false
}

/** Whether the browser would give both devices without a question; false where it cannot tell. */
export async function isMediaGranted(): Promise<boolean> {
  try {
    const names = ['camera', 'microphone'] as const
    const found = await Promise.all(names.map((name) => navigator.permissions.query({ name })))
    return found.every(({ state }) => state === 'granted')
  } catch {
    return false
  }
}

export function closeMedia(stream: MediaStream | null): void {
  for (const track of stream?.getTracks() ?? []) track.stop()
}

/**
 * Ideal, never exact: an exact wish that a phone cannot fulfil is a refusal. VGA is enough for a face. Only an id is
 * exact, since Chromium passes over an ideal one for a microphone (measured); who asks tries again without.
 */
function cameraConstraints({ id, facing = 'user' }: TrackWish): MediaTrackConstraints {
  return {
    width: { ideal: 640 },
    height: { ideal: 480 },
    frameRate: { ideal: 24, max: 30 },
    ...(id === undefined ? { facingMode: { ideal: facing } } : { deviceId: { exact: id } }),
  }
}

function microphoneConstraints({ id }: TrackWish): MediaTrackConstraints {
  return {
    echoCancellation: { ideal: true },
    noiseSuppression: { ideal: true },
    autoGainControl: { ideal: true },
    ...(id === undefined ? {} : { deviceId: { exact: id } }),
  }
}

/** A combined request fails as a whole when one device is absent or busy; a refusal would only be asked again. */
function mayHelpAlone(reason: MediaFailure): boolean {
  return reason === 'no-device' || reason === 'busy' || reason === 'unknown'
}

type Attempt =
  | { readonly ok: true; readonly stream: MediaStream }
  | { readonly ok: false; readonly reason: MediaFailure }

async function attempt(
  devices: MediaDevices,
  constraints: MediaStreamConstraints,
): Promise<Attempt> {
  let givenUp = false
  let timer: ReturnType<typeof setTimeout> | undefined
  const timeout = new Promise<Attempt>((resolve) => {
    timer = setTimeout(() => {
      givenUp = true
      resolve({ ok: false, reason: 'timed-out' })
    }, answerTimeMs)
  })
  const opened = devices.getUserMedia(constraints).then(
    (stream): Attempt => {
      if (givenUp) closeMedia(stream)
      return { ok: true, stream }
    },
    (error: unknown): Attempt => ({ ok: false, reason: reasonOf(error) }),
  )
  const outcome = await Promise.race([opened, timeout])
  clearTimeout(timer)
  return outcome
}
