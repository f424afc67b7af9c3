/** What a worker may still decide about an appointment by themselves, and until when. */
import type { AppointmentStatus } from '../protocol/planning.ts'
import { momentBefore, type Lead } from './reminders.ts'

/** Milliseconds since 1970. */
export function choiceEnds(startsAt: number, cutOff: Lead, timeZone: string): number {
  return momentBefore(startsAt, cutOff, timeZone)
}

/** Whether they were asked, and may still decline or take another time. */
export function mayChoose(
  { status, startsAt }: { readonly status: AppointmentStatus; readonly startsAt: number },
  now: number,
  cutOff: Lead,
  timeZone: string,
): boolean {
  const isAsked = status === 'invited' || status === 'accepted'
  return isAsked && now < choiceEnds(startsAt, cutOff, timeZone)
}
