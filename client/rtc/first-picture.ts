/** Whoever plays a stream says when its first picture is drawn; whoever measures is told. Joined by the stream alone. */
import { preciseNow } from '../call/stages.ts'

type Shown = (at: number) => void

const waiting = new WeakMap<MediaStream, Shown>()

/** `shown` is called once, when a player of this stream draws its first picture. */
export function onFirstPicture(stream: MediaStream, shown: Shown): void {
  waiting.set(stream, shown)
}

/** For the player: call it when the stream was given to the element. */
export function watchFirstPicture(video: HTMLVideoElement, stream: MediaStream): void {
  const shown = () => {
    if (video.srcObject !== stream) return
    waiting.get(stream)?.(preciseNow())
    waiting.delete(stream)
  }
  // Chromium, Safari 15.4, Firefox 132; elsewhere the first picture is in the element a moment earlier.
  if ('requestVideoFrameCallback' in video) video.requestVideoFrameCallback(shown)
  else (video as HTMLVideoElement).addEventListener('loadeddata', shown, { once: true })
}
