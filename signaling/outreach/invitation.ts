/** The invitation: everything a worker needs to know before the day, in their language, and nothing that others may not. */
import { createClearFormat } from '../../client/i18n/clear-format.ts'
import type { OutreachTexts } from '../../client/i18n/outreach/en.ts'
import { fromInstant } from '../clock.ts'
import type { Id, Instant, Locale } from '../protocol/primitives.ts'
import { renderCalendar } from './calendar.ts'
import { toMail } from './envelope.ts'
import type { MailAddress, OutgoingMail } from './mailer.ts'
import type { Message, Part } from './message.ts'
import { oneLine } from './one-line.ts'
import { outreachTexts } from './texts.ts'

/** What the invitation says about an appointment. The exam type is not among it, so that no text can name it. */
export interface Invitation {
  /** The outbox row's. */
  readonly id: Id
  readonly queuedAt: Instant
  readonly startsAt: Instant
  readonly endsAt: Instant
  /** Later than the start where the physician runs late and the worker was told. */
  readonly expectedAt: Instant
  readonly worker: {
    readonly firstName: string
    readonly lastName: string
    readonly email: string
    readonly language: Locale
  }
  /** Of the documents to this worker. */
  readonly legalLanguage: Locale
  readonly physician: { readonly name: string; readonly registration: string | null }
  /** The company room; null: the worker's own phone. */
  readonly placeName: string | null
  readonly calendarUid: string
  readonly calendarSequence: number
  readonly callLink: string
}

/** What holds for every message of this service. */
export interface House {
  readonly service: { readonly name: string; readonly phone: string }
  /** Where it receives people in person; null where that is not set. */
  readonly serviceAddress: string | null
  readonly sender: MailAddress
  readonly timeZone: string
  readonly publicUrl: string
}

export function renderInvitation(invitation: Invitation, house: House): OutgoingMail {
  return render(invitation, house, 'invitation')
}

/** The appointment was put at another hour: the same letter, its calendar entry in the place of the one before. */
export function renderMoved(invitation: Invitation, house: House): OutgoingMail {
  return render(invitation, house, 'moved')
}

/** It takes place after all, as it was. */
export function renderRestored(invitation: Invitation, house: House): OutgoingMail {
  return render(invitation, house, 'restored')
}

/** Named as the keys of the texts are. */
type Occasion = 'invitation' | 'moved' | 'restored'

function render(invitation: Invitation, house: House, occasion: Occasion): OutgoingMail {
  return toLetter(invitation, house, (facts) =>
    composeMessage(facts, house, outreachTexts[facts.worker.language], occasion),
  )
}

/**
 * The mail with the appointment's entry for the calendar. In the language of the seat, and where that is not the worker's
 * in theirs as well, which is said to be a translation.
 */
export function toLetter(
  invitation: Invitation,
  house: House,
  compose: (facts: Invitation) => Message,
  method: 'REQUEST' | 'CANCEL' = 'REQUEST',
): OutgoingMail {
  const { worker } = invitation
  const texts = outreachTexts[worker.language]
  const to = addressee(worker)
  const content = renderCalendar(
    {
      method,
      uid: invitation.calendarUid,
      sequence: invitation.calendarSequence,
      stamp: invitation.queuedAt,
      startsAt: invitation.startsAt,
      endsAt: invitation.endsAt,
      place: invitation.placeName,
      organizer: house.sender,
      attendee: to,
      url: `${house.publicUrl}/worker/`,
      locale: worker.language,
      servicePhone: house.service.phone,
    },
    texts,
  )
  return {
    ...toMail(invitation.id, to, toLegal(invitation, compose), house),
    calendar: { method, content, fileName: texts['calendar.file'] },
  }
}

function toLegal(invitation: Invitation, compose: (facts: Invitation) => Message): Message {
  const { worker, legalLanguage } = invitation
  const own = compose(invitation)
  if (legalLanguage === worker.language) return own
  const legal = compose({ ...invitation, worker: { ...worker, language: legalLanguage } })
  const texts = outreachTexts[worker.language]
  const name = (of: Locale) =>
    new Intl.DisplayNames(worker.language, { type: 'language' }).of(of) ?? of
  const below = texts['translation.below'](name(worker.language))
  return {
    ...legal,
    translation: { ...own, below, note: texts['translation.note'](name(legalLanguage)) },
  }
}

export function addressee({ firstName, lastName, email }: Invitation['worker']): MailAddress {
  return { name: oneLine(`${firstName} ${lastName}`, 100), address: email }
}

/** The page for requests (Code, art. I.4-37): the call link's token tells it who asks, also when the appointment is over. */
function toAskUrl({ worker, callLink }: Invitation, { publicUrl }: House): string {
  const token = new URL(callLink).hash.slice(1)
  return `${publicUrl}/ask/?lang=${worker.language}#link=${token}`
}

function composeMessage(
  invitation: Invitation,
  house: House,
  texts: OutreachTexts,
  occasion: Occasion,
): Message {
  const { language, firstName } = invitation.worker
  const format = createClearFormat(language, house.timeZone)
  const phone = oneLine(house.service.phone)
  return {
    locale: language,
    title: texts[`${occasion}.subject`]({
      day: format.day(invitation.startsAt),
      time: format.time(invitation.startsAt),
    }),
    colon: texts['message.colon'],
    signature: oneLine(house.service.name),
    parts: [
      { kind: 'paragraph', text: texts['invitation.hello'](oneLine(firstName)) },
      { kind: 'paragraph', text: texts[`${occasion}.intro`] },
      composeFacts(invitation, house, texts),
      { kind: 'button', text: texts['invitation.open'], url: invitation.callLink },
      { kind: 'paragraph', text: texts['invitation.link-is-yours'] },
      {
        kind: 'list',
        title: texts['invitation.prepare'],
        items: [texts['invitation.device'], texts['invitation.identity']],
      },
      { kind: 'paragraph', text: texts['invitation.working-time'] },
      { kind: 'paragraph', text: texts['invitation.in-person'](phone) },
      { kind: 'link', text: texts['invitation.in-person-link'], url: invitation.callLink },
      {
        kind: 'paragraph',
        text: [
          texts['invitation.no-recording'],
          texts['invitation.employer'],
          texts['invitation.no-password'],
        ].join(' '),
      },
      { kind: 'paragraph', text: texts['invitation.ask'] },
      { kind: 'link', text: texts['invitation.ask-link'], url: toAskUrl(invitation, house) },
      { kind: 'paragraph', text: texts['invitation.questions'](phone) },
    ],
  }
}

/** When, how long, with whom and where: the same in every mail about an appointment. */
export function composeFacts(invitation: Invitation, house: House, texts: OutreachTexts): Part {
  const { startsAt, endsAt, physician, placeName } = invitation
  const format = createClearFormat(invitation.worker.language, house.timeZone)
  const minutes = Math.round((fromInstant(endsAt) - fromInstant(startsAt)) / 60_000)
  const place = placeName === null ? null : oneLine(placeName, 260)
  const moment = { day: format.longDay(startsAt), time: format.time(startsAt) }
  const registration =
    physician.registration === null
      ? []
      : [texts['invitation.registration'](oneLine(physician.registration))]
  return {
    kind: 'facts',
    rows: [
      { label: texts['invitation.when'], value: texts['invitation.moment'](moment) },
      { label: texts['invitation.how-long'], value: texts['invitation.minutes'](minutes) },
      {
        label: texts['invitation.with'],
        value: [oneLine(physician.name), oneLine(house.service.name), ...registration].join(', '),
      },
      {
        label: texts['invitation.where'],
        value: place === null ? texts['invitation.own-phone'] : texts['invitation.room'](place),
      },
    ],
  }
}
