/** Plans many workers at once, in one transaction. */
import { fromInstant } from '../clock.ts'
import { AppError } from '../errors.ts'
import type { ExamType } from '../protocol/exam-types.ts'
import type { FillDraft, FillReply, Modality } from '../protocol/planning.ts'
import type { Id, Instant } from '../protocol/primitives.ts'
import { requestedTypes } from '../protocol/request-kinds.ts'
import { dateAt } from '../rules/calendar.ts'
import { actsDueIn } from '../rules/exam-due.ts'
import { fillSlots } from '../rules/fill.ts'
import { choicesOf, keptSlots } from '../rules/waiting-requests.ts'
import type { Deed } from '../store/appointments.ts'
import type { Slot } from '../store/slots.ts'
import type { Writer } from '../store/store.ts'
import { createSlotPlanner } from './slot-planner.ts'
import type { PlanningOptions } from './planning-options.ts'
import { readOpenSlots, readWaiting } from './read-waiting.ts'

interface Filling {
  readonly modality: Modality
  readonly examType: ExamType
  readonly free: readonly Slot[]
  /** How many others want one. */
  readonly wanted: number
  readonly at: Instant
}

/** Returns which of the free slots the requests that wait can't do without. What can be asked for itself is not less urgent. */
async function readKept(
  writer: Writer,
  { timeZone }: PlanningOptions,
  { modality, examType, free, wanted, at }: Filling,
): Promise<ReadonlySet<Id>> {
  const last = free.at(-1)
  if (last === undefined || requestedTypes.some((type) => type === examType)) return new Set()
  const waiting = await readWaiting(writer, timeZone)
  if (waiting.length === 0) return new Set()
  const span = { after: fromInstant(at), until: last.endsAt, timeZone }
  const visits =
    modality === 'remote' ? [] : await readOpenSlots(writer, 'in-person', waiting, span)
  const all = [...(await readOpenSlots(writer, 'remote', waiting, span)), ...visits]
  const here = all.filter(({ id }) => free.some((slot) => slot.id === id))
  const choices = waiting.map((request) => choicesOf(request, all))
  return new Set([...keptSlots(here, wanted, choices)].map(({ id }) => id))
}

/** Throws the policy's refusal where it refuses everyone; whom else it refuses is left out. */
export function fillSession(
  options: PlanningOptions,
  sessionId: Id,
  { workerIds, examType }: FillDraft,
  deed: Deed,
): Promise<FillReply> {
  return options.store.write(async (writer) => {
    const modality = (await writer.sessions.get(sessionId))?.inPerson ? 'in-person' : 'remote'
    const planner = await createSlotPlanner(options, writer, modality, examType, deed)
    const free = await writer.slots.free(sessionId, deed.at)
    // A session lies within one day.
    const on = dateAt(fromInstant(free[0]?.startsAt ?? deed.at), options.timeZone)

    const standing = await writer.workers.standing(workerIds)
    const dues = await writer.examsDue.of(workerIds)
    const seats = workerIds.map((workerId, index) => {
      const known = standing.get(workerId)
      if (known === undefined) throw new AppError('not-found', `/workerIds/${index}`)
      const { employerId, alreadyPlanned } = known
      const actsDue = actsDueIn(examType, dues.get(workerId) ?? null, on)
      const refusal = planner.refusal({ employerId, actsDue }, on)
      return { workerId, employerId, alreadyPlanned, refusal }
    })
    const [first] = seats
    if (first?.refusal && seats.every(({ refusal }) => refusal !== null)) {
      throw new AppError(first.refusal, '/examType')
    }

    const wanted = seats.filter((seat) => !seat.alreadyPlanned && seat.refusal === null).length
    const filling = { modality, examType, free, wanted, at: deed.at } as const
    const kept = await readKept(writer, options, filling)
    const open = free.flatMap(({ id }) => (kept.has(id) ? [] : [id]))
    const filled = fillSlots(open, seats, kept.size)
    const appointments: FillReply['appointments'] = []
    for (const { slotId, seat } of filled.placed) {
      const { workerId, employerId } = seat
      appointments.push(await planner.plan(writer, { slotId, workerId, employerId, on }))
    }
    return { appointments, leftOut: filled.leftOut }
  })
}
