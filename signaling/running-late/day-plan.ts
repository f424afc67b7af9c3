/** A physician's day as the rule of delays reads it: who is to come, who is in a call, who holds nobody up any more. */
import { fromInstant } from '../clock.ts'
import type { LiveProgress } from '../consultation/consultations.ts'
import type { Appointment } from '../protocol/planning.ts'
import type { Id } from '../protocol/primitives.ts'
import { isOpen } from '../rules/appointment-life.ts'
import type { Planned, Progress } from '../rules/running-late.ts'

/** `day` in the order of its times. */
export function toDayPlan(
  day: readonly Appointment[],
  progressOf: (id: Id) => LiveProgress,
  now: number,
): Planned[] {
  const remote = day.filter(({ modality }) => modality === 'remote')
  const isBusy = remote.some(({ id }) => progressOf(id).inCallSince !== null)
  return remote.map(({ id, startsAt, endsAt, status }) => {
    const times = { startsAt: fromInstant(startsAt), endsAt: fromInstant(endsAt) }
    const isMissed = !isBusy && now > times.startsAt
    const progress = isOpen(status) ? toProgress(progressOf(id), isMissed) : over
    return { appointmentId: id, ...times, progress }
  })
}

const over: Progress = { kind: 'over' }

/** `isMissed`: the physician could see them now. If they are not there, that is no delay of the physician's. */
function toProgress({ inCallSince, workerHere }: LiveProgress, isMissed: boolean): Progress {
  if (inCallSince !== null) return { kind: 'in-call', since: inCallSince }
  return isMissed && !workerHere ? over : { kind: 'to-come' }
}
