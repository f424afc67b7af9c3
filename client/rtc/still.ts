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

/** What is older than this is not what the camera sees: it was covered, taken away, or slept. */
const freshMs = 200
/** An encoder is set up within 3 ms (measured); each copy costs it less than one. */
const everyMs = 4
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

  function keep(camera: MediaStreamTrack | null): void {
    if (kept?.camera === camera) return
    kept?.close()
    kept = null
    if (camera === null || MediaStreamTrackProcessor === undefined) return
    const { readable } = new MediaStreamTrackProcessor({ track: camera, maxBufferSize: 1 })
    kept = follow(camera, readable, now)
  }

  function show(camera: MediaStreamTrack, picture: VideoFrame): void {
    if (MediaStreamTrackGenerator === undefined) return
    const still = new MediaStreamTrackGenerator({ kind: 'video' })
    const writer = still.writable.getWriter()
    let copies = 0
    let writing: ReturnType<typeof setInterval> | undefined

    const write = (frame: VideoFrame) => void writer.write(frame).catch(() => {})

    async function repeat(): Promise<void> {
      // The one that the encoder is set up by may be the picture itself.
      write(picture.clone())
      const copy = await createCopy(picture)
      const writeCopy = () => {
        // Encoders drop a picture that is no younger than the one before. In microseconds.
        if (isOn(camera)) write(copy(copies++ * everyMs * 1000))
      }
      if (following === undefined) return
      writeCopy()
      writing = setInterval(writeCopy, everyMs)
    }

    end = () => {
      clearInterval(writing)
      clearTimeout(following)
      following = undefined
      still.stop()
      end = () => {}
    }
    let following: ReturnType<typeof setTimeout> | undefined = setTimeout(() => {
      send(camera)
      end()
    }, stillMs)
    send(still)
    repeat().catch(() => {})
  }

  return {
    begin(camera, isConnected) {
      end()
      const isBeginning = camera !== null && isConnected && !hasBegun
      const newest = isBeginning && kept?.camera === camera ? kept.take() : null
      hasBegun = camera !== null && (hasBegun || isConnected)
      keep(hasBegun ? null : (camera ?? expected?.() ?? null))
      if (camera === null || newest === null) return false
      if (isOn(camera)) show(camera, newest)
      else newest.close()
      return isOn(camera)
    },
    close() {
      end()
      hasBegun = true
      keep(null)
    },
  }
}

interface Kept {
  readonly camera: MediaStreamTrack
  /** Null where it is not fresh. Whoever takes it closes it. */
  take(): VideoFrame | null
  close(): void
}

function follow(
  camera: MediaStreamTrack,
  readable: ReadableStream<VideoFrame>,
  now: () => number,
): Kept {
  const reader = readable.getReader()
  let newest: VideoFrame | null = null
  let at = 0
  let isClosed = false

  function hold(frame: VideoFrame | null): void {
    newest?.close()
    newest = frame
    at = now()
  }

  async function read(): Promise<void> {
    for (;;) {
      const { value } = await reader.read()
      if (value === undefined) return
      if (isClosed) return value.close()
      hold(value)
    }
  }

  // A camera that fails has no still.
  read().catch(() => {})
  return {
    camera,
    take: () => (now() - at <= freshMs ? (newest?.clone() ?? null) : null),
    close() {
      isClosed = true
      hold(null)
      reader.cancel().catch(() => {})
    },
  }
}

/**
 * Makes copies of a picture, each of another moment. Its points alone: a picture that is made of another keeps the moment
 * when that was taken, and is dropped as seen (measured). Closes the picture.
 */
async function createCopy(picture: VideoFrame): Promise<(timestamp: number) => VideoFrame> {
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
