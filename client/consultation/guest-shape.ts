/** What the picture is made of that goes between a guest and one of the two. */
import type { GuestRole } from '../../signaling/protocol/guest.ts'
import { shapeOf } from '../quality/shapes.ts'
import type { PictureShape } from '../rtc/sender-changes.ts'

/** Three pictures share one line: a companion's is 320 x 240 at best, whatever the rung. */
export function fitFor(role: GuestRole | undefined): (shape: PictureShape) => PictureShape {
  const small = shapeOf('smaller', false)
  return (shape) =>
    role === 'companion' && shape.active && shape.scaleDownBy === undefined
      ? { ...small, prefer: shape.prefer ?? 'balanced' }
      : shape
}
