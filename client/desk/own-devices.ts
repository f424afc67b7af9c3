/** The physician's own camera and microphone: asked for once, kept until the page goes, mended when something takes one. */
import type { MediaFailure } from '../rtc/media-failure.ts'
import type { LossListener } from '../rtc/media-loss.ts'
import type { Device, OpenedMedia } from '../rtc/media.ts'
import { troubleAfter, type Trouble } from '../rtc/trouble.ts'

export type OwnDevices =
  | { readonly phase: 'off' }
  | { readonly phase: 'opening' }
  | {
      readonly phase: 'open'
      readonly stream: MediaStream
      readonly hasPicture: boolean
      /** Something outside took a device. */
      readonly trouble: Trouble | null
    }
  | { readonly phase: 'failed'; readonly reason: MediaFailure }

export interface DevicePorts {
  openMedia(): Promise<OpenedMedia>
  openTrack(device: Device): Promise<MediaStreamTrack | null>
  watchLoss(stream: MediaStream, listener: LossListener): () => void
}

/** Calls `changed` with every new state. Whoever creates it calls `close`. */
export function createOwnDevices(ports: DevicePorts, changed: (own: OwnDevices) => void) {
  let own: OwnDevices = { phase: 'off' }
  let stopWatching: (() => void) | null = null

  function set(next: OwnDevices): void {
    own = next
    changed(own)
  }

  function setTrouble(trouble: Trouble | null): void {
    if (own.phase === 'open') set({ ...own, trouble })
  }

  function watch(stream: MediaStream): void {
    stopWatching?.()
    stopWatching = ports.watchLoss(stream, {
      lost: (device) => setTrouble(`${device}-lost`),
      returned: () => setTrouble(null),
    })
  }

  return {
    /** Returns the stream, or null when there is none. Without a microphone nobody can be called; without a camera they can. */
    async open(): Promise<MediaStream | null> {
      if (own.phase === 'open') return own.stream
      if (own.phase === 'opening') return null
      set({ phase: 'opening' })
      const opened = await ports.openMedia()
      if (!opened.ok) {
        set({ phase: 'failed', reason: opened.reason })
        return null
      }
      const { missing, stream } = opened
      if (missing?.device === 'microphone') {
        stopTracks(stream)
        set({ phase: 'failed', reason: missing.reason })
        return null
      }
      watch(stream)
      set({ phase: 'open', stream, hasPicture: missing === null, trouble: null })
      return stream
    },

    /** Opens the lost device again, in the same stream. Returns the new track for the running call. */
    async restore(): Promise<MediaStreamTrack | null> {
      if (own.phase !== 'open' || own.trouble === null) return null
      const { stream } = own
      const device = own.trouble === 'camera-lost' ? 'camera' : 'microphone'
      const track = await ports.openTrack(device)
      if (track === null) return null
      for (const old of stream.getTracks()) {
        if (old.kind !== track.kind) continue
        old.stop()
        stream.removeTrack(old)
      }
      stream.addTrack(track)
      watch(stream)
      setTrouble(null)
      return track
    },

    close(): void {
      stopWatching?.()
      if (own.phase === 'open') stopTracks(own.stream)
    },
  }
}

/** In a call without devices the way to turn them on must stand there too. */
export function troublesOf(own: OwnDevices): readonly Trouble[] {
  if (own.phase === 'failed') return [troubleAfter('microphone', own.reason)]
  return own.phase === 'open' && own.trouble !== null ? [own.trouble] : []
}

function stopTracks(stream: MediaStream): void {
  for (const track of stream.getTracks()) track.stop()
}
