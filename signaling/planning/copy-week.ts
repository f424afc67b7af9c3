/** Last week once more: the sessions of one week made again in another. */
import { fromInstant, toInstant } from '../clock.ts'
import type { Session, WeekCopyDraft, WeekCopyReply } from '../protocol/planning.ts'
import type { Id } from '../protocol/primitives.ts'
import { addDays, dateAt, startOfDay } from '../rules/calendar.ts'
import { copySession } from '../rules/copy-week.ts'
import type { Deed } from '../store/appointments.ts'
import type { Writer } from '../store/store.ts'
import type { PlanningOptions } from './planning-options.ts'

const dayMs = 24 * 60 * 60_000

/** Also returns in whose agendas something changed. */
export function copyWeek(
  options: PlanningOptions,
  { from, to }: WeekCopyDraft,
  deed: Deed,
): Promise<WeekCopyReply & { physicianIds: Set<Id> }> {
  const { store, timeZone } = options
  const days = (Date.parse(to) - Date.parse(from)) / dayMs
  return store.write(async (writer) => {
    const sessions = await writer.sessions.list(
      toInstant(startOfDay(from, timeZone)),
      toInstant(startOfDay(addDays(from, 7), timeZone)),
    )
    const made: Id[] = []
    const skipped: WeekCopyReply['skipped'] = []
    const physicianIds = new Set<Id>()
    for (const session of sessions) {
      const copied = await copyOne(writer, session, days, options, deed)
      if ('reason' in copied) {
        const on = addDays(dateAt(fromInstant(session.startsAt), timeZone), days)
        skipped.push({ sessionId: session.id, on, reason: copied.reason })
      } else {
        made.push(copied.id)
        physicianIds.add(session.physicianId)
      }
    }
    return { made, skipped, physicianIds }
  })
}

async function copyOne(
  writer: Writer,
  session: Session,
  days: number,
  { clock, makeId, timeZone, legal }: PlanningOptions,
  deed: Deed,
): Promise<{ id: Id } | Pick<WeekCopyReply['skipped'][number], 'reason'>> {
  const { physicianId, roomId, slotMinutes, inPerson } = session
  const spans = session.slots.map(({ startsAt, endsAt }) => ({
    startsAt: fromInstant(startsAt),
    endsAt: fromInstant(endsAt),
  }))
  const copied = copySession(spans, {
    days,
    now: clock.now(),
    timeZone,
    workingDays: legal.workingDays,
  })
  if (copied.kind === 'skipped') return { reason: copied.reason }
  const slots = copied.slots.map(({ startsAt, endsAt }) => ({
    id: makeId(),
    startsAt: toInstant(startsAt),
    endsAt: toInstant(endsAt),
  }))
  const addition = { id: makeId(), physicianId, roomId, slotMinutes, inPerson, slots }
  if ((await writer.sessions.overlap(addition)) !== null) return { reason: 'overlaps' }
  await writer.sessions.add(addition, deed.at)
  const details = { sessionId: addition.id, physicianId, roomId, copiedFrom: session.id }
  await writer.audit.append({ ...deed, appointmentId: null, action: 'session-added', details })
  return { id: addition.id }
}
