import type { Session } from '../../../signaling/protocol/planning.ts'
import type { Texts } from '../texts.ts'

/** Where the workers of a session or a slot are: in a room, at the service, or each on their own phone. */
export function placeOf(
  { placeName, inPerson }: Pick<Session, 'placeName' | 'inPerson'>,
  texts: Texts,
): string {
  return placeName ?? texts[inPerson === true ? 'session.at-service' : 'common.own-phone']
}
