/**
 * Tells the server how a call goes: every minute, so that a browser that dies loses little, when its page is left, and at
 * its end.
 */
import type { CallRecord } from '../../signaling/protocol/call-records.ts'
import type { Id } from '../../signaling/protocol/primitives.ts'
import type { CallLive } from '../call/call-live.ts'
import type { Recovery } from '../call/recoveries.ts'
import type { Stages } from '../call/stages.ts'
import type { After } from '../call/timers.ts'
import { beginTally, tallyAttempt, tallySample, toCallRecord, type Tally } from './call-tally.ts'
import type { Rung } from './ladder.ts'
import type { Sample } from './sample.ts'

export interface ReportPorts {
  readonly after: After
  stages(): Stages | null
  recoveries(): readonly Recovery[]
  /** Must not wait for an answer, and may fail: the next report says it all again. */
  send(appointmentId: Id, record: CallRecord): void
}

export interface CallReports {
  /** Given after every change of the call. */
  follow(call: CallLive): void
  sampled(sample: Sample, rung: Rung, passedMs: number): void
  /** Says how it stands, out of turn: the page may be going. */
  tell(): void
  close(): void
}

const everyMs = 60_000

export function reportCalls(ports: ReportPorts): CallReports {
  let present: { readonly appointmentId: Id; readonly tally: Tally } | null = null
  let cancel = () => {}

  function begin(appointmentId: Id, tally: Tally): void {
    present = { appointmentId, tally }
    cancel = ports.after(everyMs, tellAgain)
  }

  function tellAgain(): void {
    tell()
    cancel = ports.after(everyMs, tellAgain)
  }

  /** A call in which nothing was ever connected is told too: that is what support must see. */
  function tell(): void {
    if (present === null) return
    const { appointmentId, tally } = present
    ports.send(appointmentId, toCallRecord(tally, ports.stages(), ports.recoveries()))
  }

  function end(): void {
    cancel()
    tell()
    present = null
  }

  return {
    follow(call) {
      if (call.phase === 'none') return end()
      const { appointmentId, callId, attempt } = call
      if (present !== null && present.tally.callId !== callId) end()
      if (present === null) begin(appointmentId, beginTally(callId, attempt))
      else present = { appointmentId, tally: tallyAttempt(present.tally, attempt) }
    },
    sampled(sample, rung, passedMs) {
      if (present === null) return
      present = { ...present, tally: tallySample(present.tally, sample, rung, passedMs) }
    },
    tell,
    close: end,
  }
}
