/** A free moment, offered to one person; by SMS it is told in `sms-text.ts`. */
import { createClearFormat } from '../../client/i18n/clear-format.ts'
import { fromInstant } from '../clock.ts'
import type { Id, Instant, Locale } from '../protocol/primitives.ts'
import type { OfferContext } from '../store/offer-context.ts'
import { toMail } from './envelope.ts'
import { addressee, type House } from './invitation.ts'
import type { Message } from './message.ts'
import { oneLine } from './one-line.ts'
import type { Prepared } from './prepare.ts'
import { outreachTexts } from './texts.ts'

export type MakeOfferLink = (
  offer: { readonly id: Id; readonly until: Instant },
  locale: Locale,
) => string

interface OfferPreparation {
  readonly message: { readonly id: Id }
  readonly context: OfferContext | null
  readonly offerUrlFor: MakeOfferLink
  readonly house: House
  readonly now: number
}

export function prepareOffer(preparation: OfferPreparation): Prepared {
  const { message, context, offerUrlFor, house, now } = preparation
  if (context === null || context.offer.state !== 'open') return { kind: 'superseded' }
  const { offer, worker } = context
  if (fromInstant(offer.until) <= now) return { kind: 'impossible', error: 'too-late' }
  if (worker.email === null) return { kind: 'impossible', error: 'no-address' }
  const said = compose(context, offerUrlFor(offer, worker.language), house)
  const to = addressee({ ...worker, email: worker.email })
  return { kind: 'mail', mail: toMail(message.id, to, said, house) }
}

/** Neither the examination nor whose idea it was: others see a mail over a shoulder. */
function compose(context: OfferContext, url: string, house: House): Message {
  const { offer, worker, startsAt, endsAt, physicianName, placeName, insteadOf } = context
  const texts = outreachTexts[worker.language]
  const format = createClearFormat(worker.language, house.timeZone)
  const moment = (at: Instant) => ({ day: format.day(at), time: format.time(at) })
  const phone = oneLine(house.service.phone)
  const minutes = Math.round((fromInstant(endsAt) - fromInstant(startsAt)) / 60_000)
  const where =
    placeName === null ? texts['invitation.own-phone'] : texts['invitation.room'](placeName)
  return {
    locale: worker.language,
    title: texts['offer.subject'](moment(startsAt)),
    colon: texts['message.colon'],
    signature: oneLine(house.service.name),
    parts: [
      { kind: 'paragraph', text: texts['invitation.hello'](oneLine(worker.firstName)) },
      { kind: 'paragraph', text: texts['offer.intro'] },
      {
        kind: 'facts',
        rows: [
          { label: texts['invitation.when'], value: texts['invitation.moment'](moment(startsAt)) },
          { label: texts['invitation.how-long'], value: texts['invitation.minutes'](minutes) },
          {
            label: texts['invitation.with'],
            value: `${oneLine(physicianName)}, ${oneLine(house.service.name)}`,
          },
          { label: texts['invitation.where'], value: oneLine(where, 300) },
        ],
      },
      ...(insteadOf === null
        ? []
        : [{ kind: 'paragraph', text: texts['offer.instead'](moment(insteadOf)) } as const]),
      { kind: 'button', text: texts['offer.open'], url },
      { kind: 'paragraph', text: texts['offer.until'](moment(offer.until)) },
      { kind: 'paragraph', text: texts['offer.no'] },
      { kind: 'paragraph', text: texts['invitation.link-is-yours'] },
      { kind: 'paragraph', text: texts['invitation.questions'](phone) },
    ],
  }
}
