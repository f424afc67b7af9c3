/** The format for lists and mails, in which two times that are not the same must not read alike. */
import type { Instant, Locale } from '../../signaling/protocol/primitives.ts'
import { createFormat, type Format } from './format.ts'
import { languageTags } from './locale.ts'

const hourMs = 60 * 60_000

/** As `createFormat`; a time that comes twice, when clocks are put back, has its offset: "02:30 GMT+2". */
export function createClearFormat(locale: Locale, timeZone: string): Format {
  const format = createFormat(locale, timeZone)
  const withOffset = new Intl.DateTimeFormat(languageTags[locale], {
    timeZone,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZoneName: 'shortOffset',
  })
  return {
    ...format,
    time(instant: Instant | number) {
      const at = new Date(instant).getTime()
      const shown = format.time(at)
      const isTwice = [at - hourMs, at + hourMs].some((other) => format.time(other) === shown)
      return isTwice ? withOffset.format(at) : shown
    },
  }
}
