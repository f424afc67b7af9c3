/** How the service counts the law's terms: a law changes sooner than a program, and texts leave room for a reading. */
import { examTypes, type ExamType } from '../protocol/exam-types.ts'
import { postCategories, type PostCategory } from '../protocol/post-categories.ts'
import { isRealDate } from '../rules/calendar.ts'
import { defaultTerms, type LegalTerms } from '../rules/legal-clocks.ts'
import type { PostPeriods } from '../rules/post-categories.ts'
import type { Weekday, WorkingDays } from '../rules/working-days.ts'
import { readChoice, type Reading } from './reading.ts'

export interface LegalConfig {
  readonly workingDays: WorkingDays
  readonly terms: LegalTerms
  readonly postPeriods: PostPeriods
}

const weeks: Readonly<Record<'monday-saturday' | 'monday-friday', readonly Weekday[]>> = {
  'monday-saturday': [1, 2, 3, 4, 5, 6],
  'monday-friday': [1, 2, 3, 4, 5],
}

export function readLegal(reading: Reading): LegalConfig {
  const week = readChoice(reading, 'VISITE_WORKING_WEEK', ['monday-saturday', 'monday-friday'])
  return {
    workingDays: { weekdays: weeks[week], closed: readClosedDays(reading) },
    terms: readTerms(reading),
    postPeriods: readPostPeriods(reading),
  }
}

function readClosedDays({ read, refuse }: Reading): readonly string[] {
  const days = listOf(read('VISITE_CLOSED_DAYS'))
  const isDate = (day: string) => /^\d{4}-\d{2}-\d{2}$/.test(day) && isRealDate(day)
  if (!days.every(isDate)) {
    refuse('VISITE_CLOSED_DAYS must be days such as 2026-07-11, separated by commas.')
  }
  return days.filter(isDate)
}

/** Longer ones are slips of the finger. */
const mostDays = 99

function readTerms({ read, refuse }: Reading): LegalTerms {
  const terms: { [type in ExamType]?: LegalTerms[type] } = { ...defaultTerms }
  for (const entry of listOf(read('VISITE_LEGAL_TERMS'))) {
    const [name, days] = entry.split('=')
    const type = examTypes.find((each) => each === name)
    const term = type === undefined ? undefined : defaultTerms[type]
    const workingDays = Number(days)
    if (type === undefined || term === undefined || !isDays(workingDays)) {
      refuse(
        `VISITE_LEGAL_TERMS must be terms such as spontaneous=10, of ${Object.keys(defaultTerms).join(', ')}.`,
      )
      return defaultTerms
    }
    terms[type] = { ...term, workingDays }
  }
  return terms
}

/** As far as a post's own may go. */
const mostMonths = 120

function readPostPeriods({ read, refuse }: Reading): PostPeriods {
  const periods: { [category in PostCategory]?: number } = {}
  for (const entry of listOf(read('VISITE_POST_PERIODS'))) {
    const [name, value] = entry.split('=')
    const category = postCategories.find((each) => each === name)
    const months = Number(value)
    if (category === undefined || !Number.isInteger(months) || months < 1 || months > mostMonths) {
      refuse(
        `VISITE_POST_PERIODS must be months such as safety-post=24, of ${postCategories.join(', ')}.`,
      )
      return {}
    }
    periods[category] = months
  }
  return periods
}

function isDays(count: number): boolean {
  return Number.isInteger(count) && count >= 1 && count <= mostDays
}

function listOf(value: string): string[] {
  return value
    .split(',')
    .map((each) => each.trim())
    .filter((each) => each !== '')
}
