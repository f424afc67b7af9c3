/** The four places of one's own picture on the stage; start and end follow the direction of writing. */
import type { Size } from './fit.ts'

const corners = ['top-end', 'bottom-end', 'bottom-start', 'top-start'] as const
export type Corner = (typeof corners)[number]

/** Goes round the stage clockwise, so that four steps lead back. */
export function nextCorner(corner: Corner): Corner {
  return corners[(corners.indexOf(corner) + 1) % corners.length] ?? 'top-end'
}

/** Returns the corner nearest to a point, measured from the stage's upper left. */
export function cornerAt(x: number, y: number, stage: Size, rightToLeft: boolean): Corner {
  const atLeft = x < stage.width / 2
  const side = atLeft === rightToLeft ? 'end' : 'start'
  return `${y < stage.height / 2 ? 'top' : 'bottom'}-${side}`
}
