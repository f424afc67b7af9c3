/** When somebody who does not come is given up; whether a slot that became free is offered to others, and for how long. */
import { readChoice, type Reading } from './reading.ts'

export interface RefillConfig {
  readonly on: boolean
  readonly answerMs: number
}

export function readRefill(reading: Reading): RefillConfig {
  const minutes = Number(reading.read('VISITE_REFILL_MINUTES'))
  // Nobody reads a message and decides in less than two minutes.
  if (!Number.isInteger(minutes) || minutes < 2 || minutes > 120) {
    reading.refuse('VISITE_REFILL_MINUTES must be a whole number from 2 to 120.')
  }
  const on = readChoice(reading, 'VISITE_REFILL', ['on', 'off']) === 'on'
  return { on, answerMs: minutes * 60_000 }
}

/** Returns how long somebody who does not come is waited for; null: the clock gives nobody up. */
export function readNoAnswer({ read, refuse }: Reading): number | null {
  const minutes = Number(read('VISITE_NO_ANSWER_MINUTES'))
  // A minute or two late is nobody's absence; after an hour nothing is left of any slot.
  if (!Number.isInteger(minutes) || (minutes !== 0 && (minutes < 3 || minutes > 60))) {
    refuse('VISITE_NO_ANSWER_MINUTES must be a whole number from 3 to 60, or 0 for never.')
  }
  return minutes === 0 ? null : minutes * 60_000
}
