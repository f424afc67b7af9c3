/** What each rung makes of the picture that is sent. */
import type { PictureShape } from '../rtc/sender-changes.ts'
import type { Rung } from './ladder.ts'

/** Bits per second at 640 x 480: more is not seen, and a relay pays for it. */
const fullBitrate = 1_200_000
/** On lines of 150 and 300 kbit/s these kept the sound's delay at 140 ms (measured; without them 330 ms). */
const smallerBitrate = 200_000
const slowerBitrate = 90_000

const noPicture: PictureShape = { active: false }

export function shapeOf(rung: Rung, needsPicture: boolean): PictureShape {
  // EN 301 549, 6.5: few frames harm signing more than few pixels.
  const prefer = needsPicture ? 'maintain-framerate' : 'balanced'
  switch (rung) {
    case 'full':
      return { active: true, maxBitrate: fullBitrate, prefer }
    case 'smaller':
      return { active: true, maxBitrate: smallerBitrate, scaleDownBy: 2, prefer }
    case 'slower':
      return { active: true, maxBitrate: slowerBitrate, scaleDownBy: 2, maxFramerate: 12, prefer }
    case 'still':
    case 'sound-only':
    case 'phone':
      return noPicture
    default:
      return rung satisfies never
  }
}
