/**
 * Dates, times and plurals in a language. Catalogues never format: they receive what this returns.
 * The zone is always given: a server in UTC must write the same hour as the worker's phone.
 */
import type { Instant, Locale } from '../../signaling/protocol/primitives.ts'
import { languageTags } from './locale.ts'

export type Format = ReturnType<typeof createFormat>

/** Makes the formatters of one language and zone once: building an `Intl` object costs far more than using it. */
export function createFormat(locale: Locale, timeZone: string) {
  const tag = languageTags[locale]
  const make = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(tag, { timeZone, ...options })
  const time = make({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
  const longDay = make({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' })
  const day = make({ weekday: 'long', day: 'numeric', month: 'long' })
  const shortDay = make({ weekday: 'short', day: 'numeric', month: 'short' })
  // A birth date has no zone: it is read and written in UTC.
  const date = new Intl.DateTimeFormat(tag, {
    timeZone: 'UTC',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
  })
  const at = (instant: Instant | number) => new Date(instant)
  return {
    locale,
    timeZone,
    /** "09:30" */
    time: (instant: Instant | number) => time.format(at(instant)),
    /** "Tuesday 24 November 2026" */
    longDay: (instant: Instant | number) => longDay.format(at(instant)),
    /** "Tuesday 24 November" */
    day: (instant: Instant | number) => day.format(at(instant)),
    /** "Tue 24 Nov" */
    shortDay: (instant: Instant | number) => shortDay.format(at(instant)),
    /** "12 Mar 1987", from a calendar date */
    date: (calendarDate: string) => date.format(new Date(`${calendarDate}T00:00:00Z`)),
  }
}

const rules = new Map<Locale, Intl.PluralRules>()

/** Chooses between one and many as the language does: French says "0 personne", English "0 people". */
export function plural(
  locale: Locale,
  count: number,
  forms: { one: string; other: string },
): string {
  let rule = rules.get(locale)
  if (rule === undefined) rules.set(locale, (rule = new Intl.PluralRules(languageTags[locale])))
  return rule.select(count) === 'one' ? forms.one : forms.other
}
