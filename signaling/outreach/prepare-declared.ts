/** The worker's receipt: what they declared about a consultation, when, and what they took back. No examination, no outcome. */
import { Check } from 'typebox/value'
import { createClearFormat } from '../../client/i18n/clear-format.ts'
import { consentTextVersion } from '../../client/i18n/consents/version.ts'
import { EmailAddress, type Id } from '../protocol/primitives.ts'
import type { AppointmentContext } from '../store/appointment-context.ts'
import type { ConsentRow } from '../store/consents.ts'
import { consentTexts } from './consent-texts.ts'
import { toMail } from './envelope.ts'
import { addressee, type House } from './invitation.ts'
import type { Message } from './message.ts'
import { oneLine } from './one-line.ts'
import type { Prepared } from './prepare.ts'
import { outreachTexts } from './texts.ts'

export function prepareDeclared({
  message,
  context,
  declared,
  house,
}: {
  readonly message: { readonly id: Id }
  readonly context: AppointmentContext | null
  readonly declared: readonly ConsentRow[]
  readonly house: House
}): Prepared {
  if (context === null || declared.length === 0) return { kind: 'superseded' }
  const { worker, appointment, physician } = context
  const { email, language } = worker
  if (email === null) return { kind: 'impossible', error: 'no-address' }
  // Checked when it was stored as well; here it is about to become a header and an envelope.
  if (!Check(EmailAddress, email)) return { kind: 'impossible', error: 'bad-address' }
  const texts = outreachTexts[language]
  const format = createClearFormat(language, house.timeZone)
  const day = format.day(appointment.startsAt)
  const said: Message = {
    locale: language,
    title: texts['declared.subject']({ day, time: format.time(appointment.startsAt) }),
    colon: texts['message.colon'],
    signature: oneLine(house.service.name),
    parts: [
      { kind: 'paragraph', text: texts['invitation.hello'](oneLine(worker.firstName)) },
      {
        kind: 'list',
        title: texts['declared.title'](oneLine(physician.name)),
        items: declared.map(({ at, consent, given, heardBy }) => {
          const when = [format.day(at), format.time(at)]
          if (heardBy === null) when.push(texts['declared.own-page'])
          const said = `${consentTexts[language][consent]} (${when.join(', ')})`
          return given ? said : texts['declared.back'](said)
        }),
      },
      ...(declared.some(wasRead)
        ? [
            {
              kind: 'list' as const,
              title: texts['declared.read'](consentTextVersion),
              items: consentTexts[language]['informed'],
            },
          ]
        : []),
      { kind: 'paragraph', text: texts['declared.keep'] },
      { kind: 'paragraph', text: texts['invitation.questions'](oneLine(house.service.phone)) },
    ],
  }
  const to = addressee({ ...worker, email })
  return { kind: 'mail', mail: toMail(message.id, to, said, house) }
}

/** On their own page; of an older text only its version is known. */
function wasRead({ given, heardBy, textVersion }: ConsentRow): boolean {
  return given && heardBy === null && textVersion === consentTextVersion
}
