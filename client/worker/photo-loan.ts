/**
 * Lends the camera for one photo. Phones give one camera at a time: the one at the back takes the call's place, so that the
 * physician sees how the photo is framed, and afterwards the call has its own camera again.
 */
import type { OpenedTrack } from '../rtc/media.ts'
import type { PhotoCamera } from '../sharing/photo-camera.ts'
import type { MediaHold } from './media-hold.ts'

export interface PhotoLoanPorts {
  readonly hold: MediaHold
  /** A camera beside the call, where the call has none. */
  openTrack(): Promise<OpenedTrack>
}

/** While it is framed; the photo itself is taken at all that the sensor has. */
const framing: MediaTrackConstraints = { width: { ideal: 1920 }, height: { ideal: 1080 } }
/** As in the call before, see `rtc/media.ts`. */
const talking: MediaTrackConstraints = { width: { ideal: 640 }, height: { ideal: 480 } }

type Loan = { readonly track: MediaStreamTrack } & (
  | { readonly of: 'own' } // the call has no camera: this one is never sent
  | {
      readonly of: 'call'
      readonly sent: MediaStreamTrack
      /** The call's own camera; null: it was not changed for the photo, '': changed, and its name is not known. */
      readonly before: string | null
    }
)

const enlarge = (track: MediaStreamTrack) => track.applyConstraints(framing).catch(() => {})

export function createPhotoLoan({ hold, ...ports }: PhotoLoanPorts): PhotoCamera {
  let loan: Loan | null = null

  function sending(): MediaStreamTrack | undefined {
    return hold.media.phase === 'open' ? hold.media.stream.getVideoTracks()[0] : undefined
  }

  async function borrow(): Promise<Loan | null> {
    if (hold.media.phase !== 'open') return null
    if (sending() === undefined) {
      const opened = await ports.openTrack()
      if (!opened.ok) return null
      await enlarge(opened.track)
      return { of: 'own', track: opened.track }
    }
    const { facing, using } = hold.media.care
    const before = facing === 'user' ? (using.camera ?? '') : null
    if (before !== null) await hold.care?.otherCamera()
    const sent = sending()
    if (sent === undefined) return null
    // Before there is a copy: Chromium changes the size of no camera that has two tracks (crbug.com/768205).
    await enlarge(sent)
    // A copy of its own: mute and pause make the call's track black, and a photo is neither.
    const track = sent.clone()
    track.enabled = true
    return { of: 'call', sent, before, track }
  }

  return {
    async lend() {
      loan ??= await borrow()
      return loan?.track ?? null
    },
    async takeBack() {
      const ended = loan
      loan = null
      ended?.track.stop()
      if (ended?.of !== 'call') return
      // After the call there is no care, and no camera to come back.
      // By name: of three cameras the other of the other is not the first.
      if (ended.before === null) await ended.sent.applyConstraints(talking).catch(() => {})
      else if (ended.before === '') await hold.care?.otherCamera()
      else await hold.care?.choose('camera', ended.before)
    },
  }
}
