/**
 * Follows how far each physician really is. Who waits reads when they are expected; who is not there yet is told when
 * the delay is long, and again when it is nearly their turn.
 */
import { toInstant, type Clock, type MakeId } from '../clock.ts'
import type { EachMinute } from '../due-work/due-work.ts'
import { systemActor } from '../identity/identity.ts'
import { queueSms } from '../outreach/queue-sms.ts'
import type { Appointment } from '../protocol/planning.ts'
import type { Instant } from '../protocol/primitives.ts'
import { addDays, dateAt, startOfDay } from '../rules/calendar.ts'
import {
  defaultLateRules,
  expectedStarts,
  lateNotice,
  type Expected,
  type LateRules,
} from '../rules/running-late.ts'
import type { Live } from '../socket/live.ts'
import { calledIn, toldOfDelay } from '../store/delays.ts'
import type { Store } from '../store/store.ts'
import { toDayPlan } from './day-plan.ts'

export interface RunningLateOptions {
  readonly store: Pick<Store, 'read' | 'write'>
  readonly live: Pick<Live, 'progress' | 'expect'>
  readonly clock: Clock
  readonly makeId: MakeId
  readonly timeZone: string
  readonly eachMinute: EachMinute
  readonly bySms: boolean
  readonly wakeOutbox: () => void
  readonly log: { error(fields: object, text: string): void }
  readonly rules?: LateRules
}

const fiveMinutes = 5 * 60_000
/** After a restart the pages need a moment to come back: until then nobody counts as not there. */
export const comingBackMs = 2 * 60_000

export function watchDelays(options: RunningLateOptions): { close(): Promise<void> } {
  const { store, live, clock, makeId, timeZone, log, rules = defaultLateRules } = options
  const pagesAreBackAt = clock.now() + comingBackMs
  let looking: Promise<void> = Promise.resolve()

  async function lookOnce(): Promise<void> {
    try {
      const today = dateAt(clock.now(), timeZone)
      const from = toInstant(startOfDay(today, timeZone))
      const until = toInstant(startOfDay(addDays(today, 1), timeZone))
      for (const { id } of await store.read.physicians.list()) {
        await follow(await store.read.appointments.ofPhysician(id, from, until))
      }
    } catch (error) {
      log.error({ err: error }, 'delays not followed')
    }
  }

  async function follow(day: readonly Appointment[]): Promise<void> {
    const now = clock.now()
    const expected = expectedStarts(toDayPlan(day, live.progress, now), now)
    for (const appointment of day) {
      const own = expected.find(({ appointmentId }) => appointmentId === appointment.id)
      live.expect(appointment.id, own === undefined ? null : toShown(own))
      const isAbsent = now >= pagesAreBackAt && !live.progress(appointment.id).workerHere
      if (own !== undefined && isAbsent && isInvited(appointment)) await tell(own)
    }
  }

  /** By mail and SMS. The audit log remembers it, so that a restart tells nobody twice. */
  async function tell(expected: Expected): Promise<void> {
    const { appointmentId, startsAt } = expected
    const now = clock.now()
    const notice = lateNotice(expected, await store.read.delays.told(appointmentId), now, rules)
    if (notice === 'none') return
    const at = toInstant(now)
    await store.write(async (writer) => {
      const context = await writer.appointments.context(appointmentId)
      if (context === null || !isInvited(context.appointment)) return
      const { kind, sms, action } = notices[notice]
      const { mobile, worker } = context
      const bySms = await queueSms(writer, options, { kind: sms, appointmentId, at }, mobile)
      if (worker.email === null && !bySms) return
      if (worker.email !== null) {
        await writer.outbox.queue({ id: makeId(), appointmentId, kind, at })
      }
      const details = { startsAt: context.appointment.startsAt, expectedAt: toInstant(startsAt) }
      await writer.audit.append({ at, actor: systemActor, appointmentId, action, details })
    })
    options.wakeOutbox()
  }

  function look(): Promise<void> {
    looking = looking.then(lookOnce)
    return looking
  }

  const stop = options.eachMinute(look)
  return {
    async close() {
      stop()
      await looking
    },
  }
}

const notices = {
  'late': { kind: 'delay', sms: 'delay-sms', action: toldOfDelay },
  'come-now': { kind: 'call-in', sms: 'call-in-sms', action: calledIn },
} as const

function isInvited({ status }: Pick<Appointment, 'status'>): boolean {
  return status === 'invited' || status === 'accepted'
}

/** What a waiting page says: nothing of some minutes, and no time that would change every minute. */
function toShown({ startsAt, lateMs }: Expected): Instant | null {
  return lateMs < fiveMinutes ? null : toInstant(Math.ceil(startsAt / fiveMinutes) * fiveMinutes)
}
