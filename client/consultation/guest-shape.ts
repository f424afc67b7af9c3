/** What the picture is made of that goes between a guest and one of the two. */
import type { GuestRole } from '../../signaling/protocol/guest.ts'
import { shapeOf } from '../quality/shapes.ts'
import type { PictureShape } from '../rtc/sending.ts'

/** Three pictures share one line: a companion's is 320 x 240; an interpreter may sign, frames go before size there. */
export function shapeFor(role: GuestRole | undefined): PictureShape {
  return shapeOf(role === 'companion' ? 'smaller' : 'full', role === 'interpreter')
}
