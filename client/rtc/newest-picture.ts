/**
 * The newest picture of a camera, kept at hand. A camera gives more of them than are copied, and each is given back to it.
 * Only Chromium has W3C mediacapture-transform on the page; elsewhere, nothing is kept.
 */

/** What is older than this is not what the camera sees: it was covered, taken away, or slept. */
const freshMs = 200
/** A camera gives more pictures than are kept: each costs a copy. */
const sparseMs = 80

/** Not in TypeScript's library. */
interface Transform {
  readonly MediaStreamTrackProcessor?: new (options: {
    readonly track: MediaStreamTrack
    readonly maxBufferSize: number
  }) => { readonly readable: ReadableStream<VideoFrame> }
  readonly MediaStreamTrackGenerator?: new (options: {
    readonly kind: 'video'
  }) => MediaStreamTrack & { readonly writable: WritableStream<VideoFrame> }
}

/** Makes a picture of another moment: a microsecond since the first. */
export type Copy = (timestamp: number) => VideoFrame

export interface Kept {
  readonly camera: MediaStreamTrack
  /** What is written here is sent, once its track is. Made beforehand: it takes up to 5 ms (measured). */
  readonly canvas: Canvas
  /** Ends the keeping, not the canvas. Null where nothing is fresh. */
  take(): Copy | null
  close(): void
}

export interface Canvas {
  readonly track: MediaStreamTrack
  write(picture: VideoFrame): void
  close(): void
}

/** Null where the browser cannot. */
export function keepNewest(camera: MediaStreamTrack, now: () => number): Kept | null {
  const { MediaStreamTrackProcessor, MediaStreamTrackGenerator } = globalThis as Transform
  if (MediaStreamTrackProcessor === undefined || MediaStreamTrackGenerator === undefined) {
    return null
  }
  const reader = new MediaStreamTrackProcessor({
    track: camera,
    maxBufferSize: 1,
  }).readable.getReader()
  const canvas = toCanvas(new MediaStreamTrackGenerator({ kind: 'video' }))
  let newest: Copy | null = null
  let at = -Infinity

  async function read(): Promise<void> {
    for (;;) {
      const { value } = await reader.read()
      if (value === undefined) return
      if (now() - at < sparseMs) value.close()
      else await hold(value, now())
    }
  }

  async function hold(picture: VideoFrame, seenAt: number): Promise<void> {
    newest = await toCopy(picture)
    at = seenAt
  }

  const stop = () => void reader.cancel().catch(() => {})

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

export function isOn(camera: MediaStreamTrack): boolean {
  return camera.enabled && !camera.muted && camera.readyState === 'live'
}
