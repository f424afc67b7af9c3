/** The mail that an appointment does not take place, which takes it out of the worker's calendar; no reason is named. */
import { createClearFormat } from '../../client/i18n/clear-format.ts'
import { toLetter, type House, type Invitation } from './invitation.ts'
import type { OutgoingMail } from './mailer.ts'
import type { Message, Part } from './message.ts'
import { oneLine } from './one-line.ts'
import { outreachTexts } from './texts.ts'

/** Removed, and another may follow. */
export function renderCancelled(facts: Invitation, house: House): OutgoingMail {
  return toLetter(facts, house, (of) => compose(of, house, 'called-off.another', []), 'CANCEL')
}

/** A visit in person takes its place: where one is free, the worker chooses it on the same page. */
export function renderToBeVisit(facts: Invitation, house: House): OutgoingMail {
  const open = (of: Invitation): Part => ({
    kind: 'button',
    text: outreachTexts[of.worker.language]['invitation.open'],
    url: of.callLink,
  })
  return toLetter(
    facts,
    house,
    (of) => compose(of, house, 'called-off.in-person', [open(of)]),
    'CANCEL',
  )
}

function compose(
  facts: Invitation,
  house: House,
  then: 'called-off.another' | 'called-off.in-person',
  open: readonly Part[],
): Message {
  const { language, firstName } = facts.worker
  const texts = outreachTexts[language]
  const format = createClearFormat(language, house.timeZone)
  const moment = { day: format.day(facts.startsAt), time: format.time(facts.startsAt) }
  const longMoment = { ...moment, day: format.longDay(facts.startsAt) }
  return {
    locale: language,
    title: texts['called-off.subject'](moment),
    colon: texts['message.colon'],
    signature: oneLine(house.service.name),
    parts: [
      paragraph(texts['invitation.hello'](oneLine(firstName))),
      paragraph(texts['called-off.body'](longMoment)),
      paragraph(texts[then]),
      ...open,
      paragraph(texts['invitation.questions'](oneLine(house.service.phone))),
    ],
  }
}

const paragraph = (text: string): Part => ({ kind: 'paragraph', text })
