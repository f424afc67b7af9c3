/**
 * The camera's newest picture, to begin with. A camera gives one every 33 to 50 ms, and a sender of Chromium needs two: it
 * sets its encoder up by the first, and drops that (measured). So the one that is at hand is sent over and over, until the
 * camera has given two. Nothing of it is sent before the camera itself may be, and nothing of a camera that is off.
 *
 * Where the browser has no W3C mediacapture-transform (Firefox, Safari), or nothing fresh is at hand, there is no still.
 */
import { isOn, keepNewest, type Copy, type Kept } from './newest-picture.ts'

export interface Stills {
  /**
   * This camera is to be sent, or none yet. Returns whether its still leaves in its place; then the camera follows by
   * itself. Only a beginning has one, and only where what is sent arrives.
   */
  begin(camera: MediaStreamTrack | null, isConnected: boolean): boolean
  close(): void
}

/*
 *            a camera begins where it arrives
 *   keeping ────────────┬── it has a fresh picture ──▶ showing
 *      ▲                │                               │   │ 100 ms passed, another camera begins, close
 *      │                └── it has none ──▶ over ◀──────┼───┘
 *      │  begins with no camera              │          │
 *      └─────────────────────────────────────┴──────────┘
 */
type Timer = ReturnType<typeof setTimeout> | undefined
type State =
  /** Nothing is sent yet. Keeps after the camera that will be, as far as it is known. */
  | { readonly phase: 'keeping'; readonly kept: Kept | null; readonly asking?: Timer }
  /** The still is sent in its camera's place. */
  | { readonly phase: 'showing'; readonly stop: () => void }
  /** The camera itself is sent, or nothing any more. */
  | { readonly phase: 'over' }

/** So often it is asked for the camera: nobody tells of one that is opened, or chosen, while a connection stands by. */
const askMs = 1_000
/** An encoder is set up within 3 ms, on a busy machine within 15 (measured). */
const hurryMs = 4
const hurriedCopies = 5
/** From then on: each copy is encoded, and takes time from what else begins. */
const easyMs = 16
/** By then the slowest camera has given the two pictures that its sender needs. */
const stillMs = 100

/** `expected` is the camera that will be sent one day, as far as is known while none is. */
export function createStills(
  send: (track: MediaStreamTrack) => void,
  expected: (() => MediaStreamTrack | null) | undefined,
  now = () => performance.now(),
): Stills {
  let state: State = { phase: 'keeping', kept: null }

  function leave(): void {
    if (state.phase === 'showing') state.stop()
    if (state.phase === 'keeping') {
      clearTimeout(state.asking)
      state.kept?.close()
    }
    state = { phase: 'over' }
  }

  /** After this camera, and while none is sent after the one that is expected. */
  function keep(camera: MediaStreamTrack | null): void {
    const kept = keepOf(camera ?? expected?.() ?? null)
    const isAwaited = camera === null && expected !== undefined
    const asking = isAwaited ? setTimeout(() => keep(null), askMs) : undefined
    state = { phase: 'keeping', kept, asking }
  }

  function keepOf(camera: MediaStreamTrack | null): Kept | null {
    if (state.phase === 'keeping' && state.kept?.camera === camera) {
      clearTimeout(state.asking)
      return state.kept
    }
    leave()
    return camera === null ? null : keepNewest(camera, now)
  }

  function show({ camera, canvas }: Kept, copy: Copy): State {
    let age = 0
    let copies = 0
    let writing: Timer
    const following = setTimeout(() => {
      send(camera)
      leave()
    }, stillMs)

    function write(): void {
      if (isOn(camera)) canvas.write(copy(age * 1000))
      const pause = ++copies < hurriedCopies ? hurryMs : easyMs
      age += pause
      writing = setTimeout(write, pause)
    }

    send(canvas.track)
    write()
    return {
      phase: 'showing',
      stop() {
        clearTimeout(writing)
        clearTimeout(following)
        canvas.close()
      },
    }
  }

  /** Of this camera, to be sent from here on; null where nothing fresh is at hand. */
  function take(camera: MediaStreamTrack): State | null {
    if (state.phase !== 'keeping' || state.kept?.camera !== camera) return null
    const { kept, asking } = state
    const copy = kept.take()
    if (copy === null || !isOn(camera)) return null
    clearTimeout(asking)
    return show(kept, copy)
  }

  return {
    begin(camera, isConnected) {
      if (camera === null || (state.phase === 'keeping' && !isConnected)) {
        keep(camera)
        return false
      }
      const showing = take(camera)
      if (showing === null) leave()
      else state = showing
      return showing !== null
    },
    close: leave,
  }
}
