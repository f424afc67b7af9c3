/** Whether a physician and a worker can talk to each other. */
import { locales, type Locale } from '../protocol/primitives.ts'

/** Returns the languages that a physician's slots are good for: all while nobody has said which. */
export function spokenLanguages(told: readonly Locale[]): readonly Locale[] {
  return told.length === 0 ? locales : told
}
