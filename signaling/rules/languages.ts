/** In which languages a physician and a worker can talk to each other, and in which a worker is written to. */
import { locales, type Locale } from '../protocol/primitives.ts'

/** Returns the languages that a physician's slots are good for: all while nobody has said which. */
export function spokenLanguages(told: readonly Locale[]): readonly Locale[] {
  return told.length === 0 ? locales : told
}

/** The languages of the exploitation seat to which a worker is attached. */
export interface Seat {
  readonly language: Locale
  readonly otherLanguages: readonly Locale[]
}

/**
 * In which language documents to a worker are: that of the seat's region and not of their home (decrees of 19-07-1973 and
 * 30-06-1982); in bilingual Brussels their own of the two (coordinated laws of 18-07-1966). Whoever reads another one is
 * given a translation beside it. Of no seat: their own.
 */
export function legalLanguage(seat: Seat | null, worker: Locale): Locale {
  if (seat === null || seat.otherLanguages.includes(worker)) return worker
  return seat.language
}
