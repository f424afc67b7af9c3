/** Whether a slot that became free is offered to others, and how long each has to answer. */
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
