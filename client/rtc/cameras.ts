/** Which way a camera looks, and which one comes next. */
import type { Facing } from './media.ts'
import type { ListedDevice } from './surroundings.ts'

const isBackName = /\b(back|rear)\b/i

/** Only cameras of phones and tablets say it, some only by their name; all others look at the person. */
export function facingOf(track: MediaStreamTrack): Facing {
  const { facingMode } = track.getSettings()
  const isBack =
    facingMode === 'environment' || (facingMode === undefined && isBackName.test(track.label))
  return isBack ? 'environment' : 'user'
}

/** The one after this in the list, round and round; undefined where there is no other. */
export function nextCamera(
  listed: readonly ListedDevice[],
  id: string | undefined,
): string | undefined {
  const cameras = listed.filter(({ kind }) => kind === 'camera')
  const at = cameras.findIndex((each) => each.id === id)
  return cameras.length < 2 ? undefined : cameras[(at + 1) % cameras.length]?.id
}
