/** For tests and the gallery: a door behind which there is nothing. */
import type { SharingDoor } from './sharing-door.ts'

export const closedDoor: SharingDoor = {
  sharing: null,
  open: () => Promise.resolve(null),
  subscribe: () => () => {},
}
