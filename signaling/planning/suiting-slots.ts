/** The free slots that suit a worker: by the same rules as a planner's move, and none that breaks one. */
import { toInstant } from '../clock.ts'
import type { FreeSlot } from '../protocol/free-slot.ts'
import type { Id } from '../protocol/primitives.ts'
import { addDays, dateAt, startOfDay } from '../rules/calendar.ts'
import { readMoves, type BoardReader } from './read-moves.ts'

/** A choice that fits on a phone's screen. */
const shownSlots = 12
/** Further ahead the planner decides. */
const daysAhead = 42
/** Time to read the mail about it. */
const noticeMs = 60 * 60_000

/** Returns the nearest first; only this one of them, or none, where a slot is named. */
export async function readSuitingSlots(
  reader: BoardReader,
  appointmentId: Id,
  { now, timeZone }: { readonly now: number; readonly timeZone: string },
  slotId?: Id,
): Promise<FreeSlot[]> {
  const until = startOfDay(addDays(dateAt(now, timeZone), daysAhead), timeZone)
  const sessions = await reader.sessions.list(toInstant(now - noticeMs * 12), toInstant(until))
  const choices = await readMoves(reader, appointmentId, sessions, { now, timeZone })
  const earliest = toInstant(now + noticeMs)
  return choices
    .filter(({ holder, breaches }) => holder === null && breaches.length === 0)
    .filter((choice) => choice.startsAt >= earliest)
    .filter((choice) => slotId === undefined || choice.slotId === slotId)
    .toSorted((a, b) => (a.startsAt < b.startsAt ? -1 : 1))
    .slice(0, shownSlots)
    .map((choice) => ({
      slotId: choice.slotId,
      startsAt: choice.startsAt,
      endsAt: choice.endsAt,
      physicianName: choice.physicianName,
      placeName: choice.placeName,
    }))
}
