/** The mail about a visit in person: when and where, and an entry for the calendar. It has no link to a call. */
import { createClearFormat } from '../../client/i18n/clear-format.ts'
import { composeFacts, toLetter, type House, type Invitation } from './invitation.ts'
import type { OutgoingMail } from './mailer.ts'
import type { Message, Part } from './message.ts'
import { oneLine } from './one-line.ts'
import { outreachTexts } from './texts.ts'

export function renderVisit(facts: Invitation, house: House): OutgoingMail {
  const placeName = facts.placeName ?? house.serviceAddress ?? house.service.name
  return toLetter({ ...facts, placeName }, house, (of) => compose(of, house, placeName))
}

function compose(facts: Invitation, house: House, placeName: string): Message {
  const { language, firstName } = facts.worker
  const texts = outreachTexts[language]
  const format = createClearFormat(language, house.timeZone)
  const phone = oneLine(house.service.phone)
  const where = { label: texts['invitation.where'], value: oneLine(placeName, 260) }
  return {
    locale: language,
    title: texts['invitation.subject']({
      day: format.day(facts.startsAt),
      time: format.time(facts.startsAt),
    }),
    colon: texts['message.colon'],
    signature: oneLine(house.service.name),
    parts: [
      { kind: 'paragraph', text: texts['invitation.hello'](oneLine(firstName)) },
      { kind: 'paragraph', text: texts['visit.intro'] },
      withPlace(composeFacts(facts, house, texts), where),
      { kind: 'paragraph', text: texts['visit.bring'] },
      { kind: 'paragraph', text: texts['invitation.working-time'] },
      { kind: 'paragraph', text: texts['invitation.questions'](phone) },
    ],
  }
}

/** The place is the last of the facts. */
function withPlace(part: Part, where: { label: string; value: string }): Part {
  return part.kind === 'facts' ? { ...part, rows: [...part.rows.slice(0, -1), where] } : part
}
