/** The reminder: the appointment once more, without an entry for the calendar, which has one. */
import { createClearFormat } from '../../client/i18n/clear-format.ts'
import { toMail } from './envelope.ts'
import { addressee, composeFacts, type House, type Invitation } from './invitation.ts'
import type { OutgoingMail } from './mailer.ts'
import type { Message } from './message.ts'
import { oneLine } from './one-line.ts'
import { outreachTexts } from './texts.ts'

export function renderReminder(facts: Invitation, house: House): OutgoingMail {
  return toMail(facts.id, addressee(facts.worker), composeMessage(facts, house), house)
}

function composeMessage(facts: Invitation, house: House): Message {
  const { language, firstName } = facts.worker
  const texts = outreachTexts[language]
  const format = createClearFormat(language, house.timeZone)
  const phone = oneLine(house.service.phone)
  const moment = { day: format.day(facts.startsAt), time: format.time(facts.startsAt) }
  return {
    locale: language,
    title: texts['reminder.subject'](moment),
    colon: texts['message.colon'],
    signature: oneLine(house.service.name),
    parts: [
      { kind: 'paragraph', text: texts['invitation.hello'](oneLine(firstName)) },
      { kind: 'paragraph', text: texts['reminder.intro'] },
      composeFacts(facts, house, texts),
      { kind: 'button', text: texts['invitation.open'], url: facts.callLink },
      { kind: 'paragraph', text: texts['reminder.test'] },
      { kind: 'paragraph', text: texts['reminder.cannot'](phone) },
      { kind: 'paragraph', text: texts['invitation.in-person'](phone) },
      { kind: 'paragraph', text: texts['invitation.link-is-yours'] },
    ],
  }
}
