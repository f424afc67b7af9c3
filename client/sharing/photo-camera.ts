/** One photo, as good as the camera can. */
import { toJpeg } from './pictures.ts'

/** What the page lends for a photo: phones give one camera at a time, so the call's own has to make way. */
export interface PhotoCamera {
  /** The camera at the back where there is one; null when none can be opened. */
  lend(): Promise<MediaStreamTrack | null>
  /** The call gets its camera back as it was. */
  takeBack(): Promise<void>
}

interface StillCamera {
  takePhoto(): Promise<Blob>
}
type StillCameraOf = new (track: MediaStreamTrack) => StillCamera

/** Until the camera has changed to its full resolution; a phone needs half a second. */
const focusMs = 1_500

/** The sensor's own picture where the browser gives it (W3C Image Capture), else the largest frame of the video. */
export async function takePhoto(
  track: MediaStreamTrack,
  video: HTMLVideoElement,
): Promise<File | null> {
  const { ImageCapture } = globalThis as { ImageCapture?: StillCameraOf }
  const still =
    ImageCapture === undefined ? null : await new ImageCapture(track).takePhoto().catch(() => null)
  const blob = still ?? (await largestFrame(track, video))
  if (blob === null) return null
  const kind = blob.type === 'image/png' ? 'png' : 'jpg'
  return new File([blob], `photo.${kind}`, { type: blob.type })
}

async function largestFrame(
  track: MediaStreamTrack,
  video: HTMLVideoElement,
): Promise<Blob | null> {
  const before = video.videoWidth
  const resized = new Promise<void>((resolve) => {
    setTimeout(resolve, focusMs)
    video.addEventListener('resize', () => resolve(), { once: true })
  })
  const full = { width: { ideal: 4096 }, height: { ideal: 3072 } }
  const isAsked = await track.applyConstraints(full).then(
    () => true,
    () => false,
  )
  if (isAsked && video.videoWidth === before) await resized
  return toJpeg(video, video.videoWidth, video.videoHeight)
}
