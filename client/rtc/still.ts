/**
 * The camera's newest picture, to begin with. A camera gives one every 33 to 50 ms, and a sender of Chromium needs two: it
 * sets its encoder up by the first, and drops that (measured). So the one that is at hand is sent over and over, until the
 * camera has given two. Nothing of it is sent before the camera itself may be, and nothing of a camera that is off.
 *
 * Where the browser has no W3C mediacapture-transform (Firefox, Safari), or nothing fresh is at hand, there is no still.
 */

export interface Stills {
  /**
   * This camera is to be sent, or none yet. Returns whether its still leaves in its place; then the camera follows by
   * itself. Only a beginning has one, and only where what is sent arrives.
   */
  begin(camera: MediaStreamTrack | null, isConnected: boolean): boolean
  close(): void
}

/** So often it is asked for the camera: nobody tells of one that is opened, or chosen, while a connection stands by. */
const askMs = 1_000
/** What is older than this is not what the camera sees: it was covered, taken away, or slept. */
const freshMs = 200
/** A camera gives more pictures than are kept: each costs a copy. */
const sparseMs = 80
/** An encoder is set up within 3 ms, on a busy machine within 15 (measured). */
const hurryMs = 4
const hurriedCopies = 5
/** From then on: each copy is encoded, and takes time from what else begins. */
const easyMs = 16
/** By then the slowest camera has given the two pictures that its sender needs. */
const stillMs = 100

/** Not in TypeScript's library: only Chromium has both on the page. */
interface Transform {
  readonly MediaStreamTrackProcessor?: new (options: {
    readonly track: MediaStreamTrack
    readonly maxBufferSize: number
  }) => { readonly readable: ReadableStream<VideoFrame> }
  readonly MediaStreamTrackGenerator?: new (options: {
    readonly kind: 'video'
  }) => MediaStreamTrack & { readonly writable: WritableStream<VideoFrame> }
}

/** `expected` is the camera that will be sent one day, as far as is known while none is. */
export function createStills(
  send: (track: MediaStreamTrack) => void,
  expected: (() => MediaStreamTrack | null) | undefined,
  now = () => performance.now(),
): Stills {
  const { MediaStreamTrackProcessor, MediaStreamTrackGenerator } = globalThis as Transform
  let kept: Kept | null = null
  let hasBegun = false
  let end = () => {}
  let asking: ReturnType<typeof setTimeout> | undefined

  function keep(camera: MediaStreamTrack | null): void {
    if (kept?.camera === camera) return
    kept?.close()
    kept = null
    if (camera === null || MediaStreamTrackProcessor === undefined) return
    if (MediaStreamTrackGenerator === undefined) return
    const { readable } = new MediaStreamTrackProcessor({ track: camera, maxBufferSize: 1 })
    kept = follow(camera, readable, new MediaStreamTrackGenerator({ kind: 'video' }), now)
  }

  /** After this camera, while none is sent after the one that is expected. */
  function look(camera: MediaStreamTrack | null): void {
    clearTimeout(asking)
    keep(hasBegun ? null : (camera ?? expected?.() ?? null))
    const isAwaited = !hasBegun && camera === null && expected !== undefined
    if (isAwaited) asking = setTimeout(() => look(null), askMs)
  }

  function show({ camera, canvas }: Kept, copy: Copy): void {
    let age = 0
    let copies = 0
    let writing: ReturnType<typeof setTimeout> | undefined
    const following = setTimeout(() => {
      send(camera)
      end()
    }, stillMs)

    function write(): void {
      if (isOn(camera)) canvas.write(copy(age * 1000))
      const pause = ++copies < hurriedCopies ? hurryMs : easyMs
      age += pause
      writing = setTimeout(write, pause)
    }

    end = () => {
      clearTimeout(writing)
      clearTimeout(following)
      canvas.close()
      end = () => {}
    }
    send(canvas.track)
    write()
  }

  return {
    begin(camera, isConnected) {
      end()
      const isBeginning = camera !== null && isConnected && !hasBegun
      hasBegun = camera !== null && (hasBegun || isConnected)
      const taken = isBeginning && kept?.camera === camera ? kept : null
      const copy = taken?.take() ?? null
      if (taken !== null && copy !== null && isOn(taken.camera)) {
        kept = null
        clearTimeout(asking)
        show(taken, copy)
        return true
      }
      look(camera)
      return false
    },
    close() {
      end()
      hasBegun = true
      look(null)
    },
  }
}

/** Makes a picture of another moment: a microsecond since the first. */
type Copy = (timestamp: number) => VideoFrame

interface Kept {
  readonly camera: MediaStreamTrack
  /** What is written here is sent, once its track is. Made beforehand: it takes up to 5 ms (measured). */
  readonly canvas: Canvas
  /** Ends the keeping, not the canvas. Null where nothing is fresh. */
  take(): Copy | null
  close(): void
}

interface Canvas {
  readonly track: MediaStreamTrack
  write(picture: VideoFrame): void
  close(): void
}

function follow(
  camera: MediaStreamTrack,
  readable: ReadableStream<VideoFrame>,
  generator: MediaStreamTrack & { readonly writable: WritableStream<VideoFrame> },
  now: () => number,
): Kept {
  const reader = readable.getReader()
  const canvas = toCanvas(generator)
  let newest: Copy | null = null
  let at = -Infinity
  let isClosed = false

  async function read(): Promise<void> {
    for (;;) {
      const { value } = await reader.read()
      if (value === undefined) return
      if (isClosed || now() - at < sparseMs) value.close()
      else await hold(value, now())
    }
  }

  async function hold(picture: VideoFrame, seenAt: number): Promise<void> {
    newest = await toCopy(picture)
    at = seenAt
  }

  function stop(): void {
    isClosed = true
    reader.cancel().catch(() => {})
  }

  // A camera that fails has no still.
  read().catch(() => {})
  return {
    camera,
    canvas,
    take() {
      stop()
      return now() - at <= freshMs ? newest : null
    },
    close() {
      stop()
      canvas.close()
    },
  }
}

function toCanvas(
  track: MediaStreamTrack & { readonly writable: WritableStream<VideoFrame> },
): Canvas {
  const writer = track.writable.getWriter()
  return {
    track,
    write: (picture) => void writer.write(picture).catch(() => picture.close()),
    close: () => track.stop(),
  }
}

/**
 * Keeps the points of a picture, and gives the picture back to its camera. Its points alone: a picture that is made of
 * another keeps the moment when that was taken, and is dropped as seen (measured).
 */
async function toCopy(picture: VideoFrame): Promise<Copy> {
  const { format, codedWidth, codedHeight } = picture
  const points = new ArrayBuffer(picture.allocationSize())
  const layout = await picture.copyTo(points).finally(() => picture.close())
  if (format === null) throw new Error('a picture of no format')
  return (timestamp) =>
    new VideoFrame(points, { format, codedWidth, codedHeight, layout, timestamp })
}

function isOn(camera: MediaStreamTrack): boolean {
  return camera.enabled && !camera.muted && camera.readyState === 'live'
}
