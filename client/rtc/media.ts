/**
 * Opens camera and microphone, once and together: some phones ask only for the first of two requests, and a second
 * request may end the first one's tracks. Judged by the outcome, never by what the Permissions API promises.
 */
import { reasonOf, type MediaFailure } from './media-failure.ts'

export type Facing = 'user' | 'environment'
export type Device = 'camera' | 'microphone'

export interface MediaWishes {
  readonly camera: boolean
  readonly facing?: Facing
}

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
  const open = (constraints: MediaStreamConstraints) => attempt(devices, constraints)
  const camera = wishes.camera ? cameraConstraints(wishes.facing ?? 'user') : false

  const both = await open({ audio: microphoneConstraints, video: camera })
  if (both.ok) return { ...both, missing: null }
  if (!wishes.camera || !mayHelpAlone(both.reason)) return both

  const sound = await open({ audio: microphoneConstraints, video: false })
  if (sound.ok) return { ...sound, missing: { device: 'camera', reason: both.reason } }
  const picture = await open({ audio: false, video: camera })
  if (picture.ok) return { ...picture, missing: { device: 'microphone', reason: sound.reason } }
  return both
}

/** Opens one device again after it was lost, or the other camera; null when that fails. */
export async function openTrack(
  device: Device,
  facing: Facing = 'user',
): Promise<MediaStreamTrack | null> {
  const constraints: MediaStreamConstraints =
    device === 'camera'
      ? { audio: false, video: cameraConstraints(facing) }
      : { audio: microphoneConstraints, video: false }
  const opened = await attempt(navigator.mediaDevices, constraints)
  return opened.ok ? (opened.stream.getTracks()[0] ?? null) : null
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

/** Ideal, never exact: an exact wish that a phone cannot fulfil is a refusal. VGA is enough for a face. */
function cameraConstraints(facing: Facing): MediaTrackConstraints {
  return {
    width: { ideal: 640 },
    height: { ideal: 480 },
    frameRate: { ideal: 24, max: 30 },
    facingMode: { ideal: facing },
  }
}

const microphoneConstraints: MediaTrackConstraints = {
  echoCancellation: { ideal: true },
  noiseSuppression: { ideal: true },
  autoGainControl: { ideal: true },
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
