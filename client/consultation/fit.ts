/** How a remote picture fills its tile. Faces that are cut off annoy more than dark bars do. */
export interface Size {
  readonly width: number
  readonly height: number
}

/** Up to this difference in shape, filling the tile crops little more than an eighth at each edge. */
const nearRatio = 1.35

/** Returns `cover` when picture and tile have nearly the same shape, `contain` otherwise or while a size is unknown. */
export function fitOf(tile: Size, picture: Size): 'cover' | 'contain' {
  if (tile.width <= 0 || tile.height <= 0 || picture.width <= 0 || picture.height <= 0) {
    return 'contain'
  }
  const factor = tile.width / tile.height / (picture.width / picture.height)
  return Math.max(factor, 1 / factor) <= nearRatio ? 'cover' : 'contain'
}
