/** The one thing that is said in the waiting room besides "you are called here": the most serious first. */
import type { MyAppointment } from '../../signaling/protocol/my-appointment.ts'
import type { Format } from '../i18n/format.ts'
import type { WorkerTexts } from '../i18n/worker/en.ts'
import { consultationOf, type VisitState } from './visit-state.ts'

/** A doctor who begins this much later needs no explaining. */
const graceMs = 5 * 60_000
/** So long a lost line may come back by itself before the telephone is named. */
const offlineMs = 20_000
const awayMs = 60_000

export interface Notice {
  readonly tone: 'info' | 'wait' | 'stop'
  readonly text: string
}

/** `now` in local milliseconds. Null when all is as it should be. */
export function noticeOf(
  state: VisitState,
  appointment: MyAppointment,
  now: number,
  texts: WorkerTexts,
  format: Format,
): Notice | null {
  const { live, media } = state
  if (appointment.state === 'upcoming') return wait(earlyText(appointment, now, texts, format))
  if (live?.line.phase === 'lost') {
    return now - live.line.since < offlineMs
      ? stop(texts['wait.offline'])
      : stop(texts['wait.offline-phone'](appointment.service.phone))
  }
  if (media.phase === 'open' && !media.microphone) return stop(texts['wait.no-microphone'])
  return (
    ringNotice(state, now, texts, format) ??
    lateNotice(state, appointment, now, texts, format) ??
    deviceNotice(state, now, texts)
  )
}

/** "09:15" today, "Tuesday 24 November, from 09:15" before that. */
export function earlyText(
  appointment: MyAppointment,
  now: number,
  texts: WorkerTexts,
  format: Format,
): string {
  const opens = format.time(appointment.opensAt)
  return format.day(now) === format.day(appointment.opensAt)
    ? texts['wait.early-today'](opens)
    : texts['wait.early'](format.day(appointment.opensAt), opens)
}

function ringNotice(state: VisitState, now: number, texts: WorkerTexts, format: Format) {
  const consultation = consultationOf(state)
  const ring = consultation?.ring
  const serverNow = now + (state.live?.clockOffsetMs ?? 0)
  const deferredUntil = consultation?.deferredUntil ?? null
  if (deferredUntil !== null && Date.parse(deferredUntil) > serverNow) {
    return wait(texts['wait.deferred'])
  }
  if (ring?.phase !== 'ended') return null
  if (ring.outcome === 'timed-out') return stop(texts['wait.missed'](format.time(ring.startedAt)))
  if (ring.outcome === 'stopped') return wait(texts['wait.stopped'])
  return null
}

function lateNotice(
  state: VisitState,
  appointment: MyAppointment,
  now: number,
  texts: WorkerTexts,
  format: Format,
) {
  const expectedAt = consultationOf(state)?.expectedAt
  if (expectedAt !== undefined) return wait(texts['wait.expected'](format.time(expectedAt)))
  const lateMs = now + (state.live?.clockOffsetMs ?? 0) - Date.parse(appointment.startsAt)
  if (lateMs < graceMs) return null
  const before = consultationOf(state)?.before ?? 0
  if (before === 0) return wait(texts['wait.not-started'])
  return wait(texts['wait.late'](Math.ceil(lateMs / graceMs) * 5))
}

function deviceNotice(state: VisitState, now: number, texts: WorkerTexts): Notice | null {
  if (state.returnedAt !== null && now - state.returnedAt < awayMs) return wait(texts['wait.away'])
  if (state.media.phase === 'open' && !state.media.camera) return info(texts['wait.no-camera'])
  return state.screenMaySleep ? info(texts['wait.screen']) : null
}

const info = (text: string): Notice => ({ tone: 'info', text })
const wait = (text: string): Notice => ({ tone: 'wait', text })
const stop = (text: string): Notice => ({ tone: 'stop', text })
