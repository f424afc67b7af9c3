/** The tracks of a person's stream, one of each kind at most; the stream stays the same object while they change. */
import type { CarePorts } from './care-ports.ts'
import type { Device, OpenedTrack, TrackWish } from './media.ts'

export function createOpenTracks(stream: MediaStream, openTrack: CarePorts['openTrack']) {
  const all = (device: Device) =>
    device === 'camera' ? stream.getVideoTracks() : stream.getAudioTracks()

  return {
    of: (device: Device): MediaStreamTrack | undefined => all(device).at(-1),
    /**
     * Puts another track in the place of the one that is there. That one is stopped first: many phones cannot open two
     * cameras, and some end the first of two microphones.
     */
    async open(device: Device, wish: TrackWish): Promise<OpenedTrack> {
      for (const old of all(device)) old.stop()
      const opened = await openTrack(device, wish)
      if (!opened.ok) return opened
      for (const old of all(device)) stream.removeTrack(old)
      stream.addTrack(opened.track)
      return opened
    },
  }
}
