/** The words of an SMS: one of 160 characters, in which the service's name gives way and the link never does. */
import { createClearFormat } from '../../client/i18n/clear-format.ts'
import { fromInstant } from '../clock.ts'
import type { Instant, Locale } from '../protocol/primitives.ts'
import { dateAt } from '../rules/calendar.ts'
import { gsm7Length, smsLength, toGsm7 } from './gsm7.ts'
import type { House } from './invitation.ts'
import { oneLine } from './one-line.ts'
import { outreachTexts } from './texts.ts'

/** No name, no examination, no place: an SMS is read on a locked screen. */
export type SmsFacts = { readonly locale: Locale; readonly at: Instant } & (
  | { readonly kind: 'offer'; readonly until: Instant }
  | { readonly kind: 'reminder' | 'reminder-visit' | 'delay' | 'call-in' }
)

export function composeSms(
  facts: SmsFacts,
  link: string,
  { service, timeZone }: Pick<House, 'service' | 'timeZone'>,
): string {
  const { locale, at, kind } = facts
  const { time } = createClearFormat(locale, timeZone)
  const parts = {
    day: shortDay(at, locale, timeZone),
    time: time(at),
    until: kind === 'offer' ? time(facts.until) : '',
    link,
    phone: oneLine(service.phone, 30),
  }
  const say = outreachTexts[locale][`sms.${kind}`]
  return fit((name) => toGsm7(say({ ...parts, service: name })), toGsm7(oneLine(service.name)))
}

/** The six digits that somebody waits for; no link, since they are at the page already. */
export function composeCodeSms(
  { code, locale }: { readonly code: string; readonly locale: Locale },
  { service }: Pick<House, 'service'>,
): string {
  const say = outreachTexts[locale]['sms.code']
  return fit((name) => toGsm7(say({ service: name, code })), toGsm7(oneLine(service.name)))
}

/** "24/11": months by name are long, and "août" is not in the alphabet. */
function shortDay(at: Instant, locale: Locale, timeZone: string): string {
  const [, month = '', day = ''] = dateAt(fromInstant(at), timeZone).split('-')
  return locale === 'de' ? `${day}.${month}.` : `${day}/${month}`
}

/** Leaves out the name's last words as long as the whole is too long; of a single long word its end. */
function fit(render: (name: string) => string, name: string): string {
  let shown = name
  while (gsm7Length(render(shown)) > smsLength && shown !== '') {
    const words = shown.split(' ')
    shown = words.length > 1 ? words.slice(0, -1).join(' ') : shown.slice(0, -1)
  }
  return render(shown)
}
