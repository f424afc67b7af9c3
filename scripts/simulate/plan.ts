/** How many physicians a pilot day takes, and which half days each of them has. Every slot is somebody's: none is spare. */
import type { CalendarDate, ClockTime, Id } from '../../signaling/protocol/primitives.ts'

export interface HalfDay {
  readonly physicianId: Id
  readonly date: CalendarDate
  readonly from: ClockTime
  readonly until: ClockTime
  readonly slotMinutes: number
}

export interface Crowd {
  readonly workers: number
  readonly slotMinutes: number
}

/** Three hours of talks are what a physician does in one go. */
const halfDayMinutes = 180
const beginnings: readonly ClockTime[] = ['09:00', '13:30']

export function physiciansFor({ workers, slotMinutes }: Crowd): number {
  return Math.max(1, Math.ceil(workers / (slotsOfHalfDay(slotMinutes) * beginnings.length)))
}

const slotsOfHalfDay = (slotMinutes: number) => Math.floor(halfDayMinutes / slotMinutes)

/** Mornings first. */
export function planHalfDays(
  { workers, slotMinutes }: Crowd,
  physicianIds: readonly Id[],
  date: CalendarDate,
): HalfDay[] {
  let left = workers
  return beginnings.flatMap((from) =>
    physicianIds.flatMap((physicianId) => {
      const slots = Math.min(slotsOfHalfDay(slotMinutes), left)
      left -= slots
      if (slots === 0) return []
      return [{ physicianId, date, from, until: later(from, slots * slotMinutes), slotMinutes }]
    }),
  )
}

function later(time: ClockTime, minutes: number): ClockTime {
  const at = Number(time.slice(0, 2)) * 60 + Number(time.slice(3)) + minutes
  return [Math.floor(at / 60), at % 60].map((part) => String(part).padStart(2, '0')).join(':')
}
