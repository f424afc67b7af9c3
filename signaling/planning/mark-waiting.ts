/** The free slots of the board, each with how many of the requests that wait could have it. */
import { fromInstant } from '../clock.ts'
import type { Modality, Session, Slot } from '../protocol/planning.ts'
import { holdsSlot } from '../rules/appointment-life.ts'
import { dateAt } from '../rules/calendar.ts'
import { spokenLanguages } from '../rules/languages.ts'
import { canTake } from '../rules/waiting-requests.ts'
import type { Reader } from '../store/store.ts'
import { readWaiting, type WaitingReader } from './read-waiting.ts'

export async function markWaiting(
  sessions: readonly Session[],
  reader: WaitingReader & Pick<Reader, 'physicians' | 'employers'>,
  now: number,
  timeZone: string,
): Promise<Session[]> {
  const waiting = await readWaiting(reader, timeZone)
  if (waiting.length === 0) return [...sessions]
  const languages = await reader.physicians.languagesOf(sessions.map((each) => each.physicianId))
  const rooms = await reader.employers.rooms()
  const siteOf = new Map(rooms.map(({ id, siteId }) => [id, siteId]))
  return sessions.map((session) => {
    const { physicianId, roomId, inPerson } = session
    const modality: Modality = inPerson === true ? 'in-person' : 'remote'
    const here = {
      on: dateAt(fromInstant(session.startsAt), timeZone),
      languages: spokenLanguages(languages.get(physicianId) ?? []),
      siteId: roomId === null ? null : (siteOf.get(roomId) ?? null),
      modality,
    }
    const mark = (slot: Slot): Slot => {
      if (!isFree(slot, now)) return slot
      const count = waiting.filter((request) => canTake(request, { ...slot, ...here })).length
      return count === 0 ? slot : { ...slot, waiting: count }
    }
    return { ...session, slots: session.slots.map(mark) }
  })
}

/** Somebody who is asked for it has it until they answer. */
function isFree({ appointment, refill, startsAt }: Slot, now: number): boolean {
  const isHeld = appointment !== null && holdsSlot(appointment.status)
  return !isHeld && (refill?.offer ?? null) === null && fromInstant(startsAt) > now
}
