/** Events applied to the consultations that they concern, and what follows: who hears what, and when time is due again. */
import type { MakeId } from '../clock.ts'
import type { Id } from '../protocol/primitives.ts'
import type { Consultation } from './consultation.ts'
import type { ConsultationEvent, Happening } from './events.ts'
import { personAt, type News, type Send } from './news.ts'
import { nextInLine } from './next-in-line.ts'
import { toMessage } from './outgoing.ts'
import type { Known, Registry } from './registry.ts'
import { mayStandBy } from './standby.ts'
import { step } from './step.ts'
import { nextDeadline } from './time.ts'

export interface Result {
  readonly sends: readonly Send[]
  readonly happenings: readonly (Happening & { readonly appointmentId: Id })[]
}

/** What happens to one of them. */
export interface EventAt {
  readonly at: Known
  readonly event: ConsultationEvent
}

export interface StepOptions {
  /** Milliseconds of a steady clock; deadlines are measured with it. */
  readonly now: () => number
  readonly makeId: MakeId
  /** For how many of the next workers of a physician a connection stands by, beside whoever is rung; left out: for nobody. */
  readonly standbys?: number
}

export function createSteps(known: Registry, news: News, { now, makeId, standbys }: StepOptions) {
  /** Not later than the next deadline; may be too early, never too late. */
  let dueAt: number | null = null

  function noteDeadline(at: Known): void {
    at.dueAt = nextDeadline(at.consultation)
    dueAt = earlier(dueAt, at.dueAt)
  }

  /**
   * A call's opening goes before the views: nothing is drawn anew on a page before its sound and picture leave. All else
   * comes behind them.
   */
  function run(events: readonly EventAt[]): Result {
    const happenings: (Happening & { appointmentId: Id })[] = []
    const direct: Send[] = []
    const touched = new Map<Known, Consultation>()
    const apply = ({ at, event }: EventAt) => {
      const { appointmentId } = at.planned
      const done = step(at.consultation, event, now())
      if (done.consultation !== at.consultation) {
        if (!touched.has(at)) touched.set(at, at.consultation)
        known.change(at, done.consultation)
      }
      for (const happening of done.happenings) happenings.push({ ...happening, appointmentId })
      for (const delivery of done.deliveries) {
        const to = personAt(at, delivery.to)
        if (to !== null) direct.push({ to, message: toMessage(appointmentId, delivery) })
      }
    }
    events.forEach(apply)
    standbyChanges(touched).forEach(apply)
    for (const at of touched.keys()) noteDeadline(at)
    const openings = direct.filter(({ message }) => message.type === 'call-opened')
    const others = direct.filter(({ message }) => message.type !== 'call-opened')
    return { sends: [...openings, ...news.of([...touched.keys()]), ...others], happenings }
  }

  /** What changes for the connections that stand by, now that these consultations are no longer as they were. */
  function standbyChanges(touched: ReadonlyMap<Known, Consultation>): EventAt[] {
    const changes: EventAt[] = []
    if (standbys === undefined) return changes
    const concerned = [...touched].filter(
      ([{ consultation }, before]) => before.standby.kind !== 'none' || mayStandBy(consultation),
    )
    const physicians = new Set(concerned.map(([{ planned }]) => planned.physicianId))
    for (const physicianId of physicians) {
      const own = known.ofPhysician(physicianId)
      const next = nextInLine(own, standbys)
      for (const at of own) {
        const isNext = next.has(at.planned.appointmentId)
        const { kind } = at.consultation.standby
        if (kind === 'open' && !isNext) changes.unshift({ at, event: { type: 'standby-unwanted' } })
        if (kind === 'none' && isNext) {
          changes.push({ at, event: { type: 'standby-wanted', callId: makeId() } })
        }
      }
    }
    return changes
  }

  function passTime(): Result {
    const due = known.all().filter((at) => at.dueAt !== null && at.dueAt <= now())
    const result = run(due.map((at) => ({ at, event: { type: 'time-passed' } })))
    for (const at of due) at.dueAt = nextDeadline(at.consultation)
    dueAt = known.all().reduce<number | null>((first, at) => earlier(first, at.dueAt), null)
    return result
  }

  return {
    run,
    passTime,
    /** When `passTime` is wanted next; may be early. */
    nextDeadline: () => dueAt,
  }
}

function earlier(a: number | null, b: number | null): number | null {
  if (a === null || b === null) return a ?? b
  return Math.min(a, b)
}
