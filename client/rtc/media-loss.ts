/** Tells when something outside takes a device away: a telephone call, another app, a pulled plug. */
import type { Device } from './media.ts'

export interface LossListener {
  lost(device: Device): void
  /** The same track runs again by itself, as after a telephone call on some phones. */
  returned(device: Device): void
}

/** Watches every track of the stream; returns the function that stops watching. */
export function watchLoss(stream: MediaStream, listener: LossListener): () => void {
  const stop = new AbortController()
  for (const track of stream.getTracks()) {
    const device = track.kind === 'video' ? 'camera' : 'microphone'
    const options = { signal: stop.signal }
    track.addEventListener('ended', () => listener.lost(device), options)
    track.addEventListener('mute', () => listener.lost(device), options)
    track.addEventListener('unmute', () => listener.returned(device), options)
  }
  return () => stop.abort()
}
