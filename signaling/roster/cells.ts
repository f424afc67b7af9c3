/** What one cell says. Each reader returns the value, or the problem that a person can mend in the spreadsheet. */
import { Check } from 'typebox/value'
import type { RosterProblem } from '../protocol/planning.ts'
import {
  EmailAddress,
  Name,
  PhoneNumber,
  type CalendarDate,
  type Locale,
} from '../protocol/primitives.ts'
import { isRealDate } from '../rules/calendar.ts'
import { isPlausibleBirthDate } from '../rules/birth-date.ts'
import { fold } from '../rules/fold.ts'

export type Cell<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly problem: RosterProblem }

const ok = <Value>(value: Value): Cell<Value> => ({ ok: true, value })
const problem = (problem: RosterProblem): Cell<never> => ({ ok: false, problem })

/** Line breaks within a cell and runs of blanks become one blank; composed characters, so that equal names are equal. */
export function cleanCell(raw: string): string {
  return raw
    .normalize('NFC')
    .replaceAll(/[\s\u200b\ufeff]+/g, ' ')
    .trim()
}

/** What no cell may hold, whatever its column. */
export function findDamage(cell: string, allowsPlus: boolean): RosterProblem | null {
  if (/[\p{Cc}\u202a-\u202e\u2066-\u2069\ufffd]/u.test(cell)) {
    return 'control-character'
  }
  if (/^#[\p{L}#]/u.test(cell) || /^\d([.,]\d+)?E\+?\d+$/i.test(cell)) return 'spreadsheet-error'
  if (/^[=@-]/.test(cell) || (cell.startsWith('+') && !allowsPlus)) return 'formula'
  return null
}

export function readName(cell: string): Cell<string> {
  return Check(Name, cell) ? ok(cell) : problem('too-long')
}

/** The employer's own number may hold letters. */
export function readPersonnelNumber(cell: string): Cell<string> {
  return cell.length <= 200 ? ok(cell) : problem('too-long')
}

/** Day first, as Belgium writes; or ISO; or the number of days that Excel shows of an unformatted date. */
export function readBirthDate(cell: string, today: CalendarDate): Cell<CalendarDate> {
  const date = readDate(cell)
  if (date === null || !isRealDate(date)) return problem('not-a-date')
  return isPlausibleBirthDate(date, today) ? ok(date) : problem('birth-date-implausible')
}

function readDate(cell: string): CalendarDate | null {
  // Exports of databases add a midnight.
  const text = cell.replace(/[ T]00:00(:00(\.0+)?)?Z?$/, '')
  const dayFirst = /^(\d{1,2})([/.-])(\d{1,2})\2(\d{4})$/.exec(text)
  if (dayFirst !== null) return toDate(dayFirst[4], dayFirst[3], dayFirst[1])
  const yearFirst = /^(\d{4})([/.-])(\d{1,2})\2(\d{1,2})$/.exec(text)
  if (yearFirst !== null) return toDate(yearFirst[1], yearFirst[3], yearFirst[4])
  // Excel's 1900 date system: day 0 is 30 December 1899 for every day after its invented 29 February 1900. Five digits
  // reach from 1927 to 2173; fewer would be a year. Workbooks of the 1904 system are four years off and implausible or not.
  if (/^\d{5}$/.test(text)) {
    return new Date(Date.UTC(1899, 11, 30 + Number(text))).toISOString().slice(0, 10)
  }
  return null
}

function toDate(year = '', month = '', day = ''): CalendarDate {
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
}

export function readEmail(cell: string): Cell<string> {
  const address = cell.replace(/^mailto:/i, '')
  if (address.length > 254) return problem('too-long')
  const dotsFit = !/^\.|\.\.|\.@/.test(address)
  return dotsFit && Check(EmailAddress, address) ? ok(address) : problem('not-an-email')
}

/** Belgian as people write it, or international; a number from which Excel ate the first zero is recognised when mobile. */
export function readPhone(cell: string): Cell<string> {
  const text = cell.replace(/^'/, '').replace('(0)', '')
  if (!/^\+?[\d\s./()-]+$/.test(text)) return problem('not-a-phone-number')
  const digits = text.replaceAll(/[^\d+]/g, '')
  const number = toInternational(digits)
  const fits =
    Check(PhoneNumber, number) &&
    (!number.startsWith('+32') || /^\+32(4\d{8}|[1-9]\d{7})$/.test(number))
  return fits ? ok(number) : problem('not-a-phone-number')
}

function toInternational(digits: string): string {
  if (digits.startsWith('00')) return toInternational(`+${digits.slice(2)}`)
  if (digits.startsWith('+320')) return `+32${digits.slice(4)}`
  if (digits.startsWith('+')) return digits
  if (digits.startsWith('0')) return `+32${digits.slice(1)}`
  if (/^324\d{8}$/.test(digits)) return `+${digits}`
  if (/^4\d{8}$/.test(digits)) return `+32${digits}`
  return digits
}

const languages: Record<Locale, readonly string[]> = {
  nl: ['nl', 'n', 'ned', 'nld', 'nederlands', 'neerlandais', 'niederlandisch', 'dutch', 'vlaams'],
  fr: ['fr', 'f', 'fra', 'fre', 'frans', 'francais', 'franzosisch', 'french'],
  de: ['de', 'd', 'deu', 'ger', 'duits', 'allemand', 'deutsch', 'german'],
  en: ['en', 'e', 'eng', 'engels', 'anglais', 'englisch', 'english'],
}
const byLanguage = new Map<string, Locale>(
  (['nl', 'fr', 'de', 'en'] as const).flatMap((locale) =>
    languages[locale].map((spelling) => [spelling, locale]),
  ),
)

/** "NL", "Français", "nl-BE", "FR_BE". */
export function readLanguage(cell: string): Cell<Locale> {
  const locale = byLanguage.get(fold(cell).replace(/[-_][a-z]{2}$/, ''))
  return locale === undefined ? problem('not-a-language') : ok(locale)
}
