/** When it suits somebody, in words: "Tue, Thu, in the morning". Pure. */
import type { Moments } from '../../../signaling/protocol/requests.ts'
import type { Locale } from '../../../signaling/protocol/primitives.ts'
import { languageTags } from '../../i18n/locale.ts'
import type { Texts } from '../texts.ts'

export function momentsInWords(
  { weekdays, parts }: Moments,
  texts: Pick<Texts, 'requests.any-moment' | 'requests.morning' | 'requests.afternoon'>,
  locale: Locale,
): string {
  const day = new Intl.DateTimeFormat(languageTags[locale], { weekday: 'short', timeZone: 'UTC' })
  // 1 January 2024 was a Monday.
  const days = weekdays.toSorted((a, b) => a - b).map((each) => day.format(Date.UTC(2024, 0, each)))
  const times = parts.length === 1 ? parts.map((part) => texts[`requests.${part}`]) : []
  return [...days, ...times].join(', ') || texts['requests.any-moment']
}
