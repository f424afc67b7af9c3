import type { Session } from '../../../signaling/protocol/planning.ts'
import type { Texts } from '../texts.ts'

/** Where a session's workers are: in a room, at the service, or each on their own phone. */
export function placeOf({ placeName, inPerson }: Session, texts: Texts): string {
  return placeName ?? texts[inPerson === true ? 'session.at-service' : 'common.own-phone']
}
