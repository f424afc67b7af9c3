/** The mail that an appointment does not take place, which takes it out of the worker's calendar; no reason is named. */
import { createFormat } from '../../client/i18n/format.ts'
import { toLetter, type House, type Invitation } from './invitation.ts'
import type { OutgoingMail } from './mailer.ts'
import type { Part } from './message.ts'
import { oneLine } from './one-line.ts'
import { outreachTexts } from './texts.ts'

/** Removed, and another may follow. */
export function renderCancelled(facts: Invitation, house: House): OutgoingMail {
  return render(facts, house, 'called-off.another', [])
}

/** A visit in person takes its place: where one is free, the worker chooses it on the same page. */
export function renderToBeVisit(facts: Invitation, house: House): OutgoingMail {
  const text = outreachTexts[facts.worker.language]['invitation.open']
  return render(facts, house, 'called-off.in-person', [
    { kind: 'button', text, url: facts.callLink },
  ])
}

function render(
  facts: Invitation,
  house: House,
  then: 'called-off.another' | 'called-off.in-person',
  open: readonly Part[],
): OutgoingMail {
  const { language, firstName } = facts.worker
  const texts = outreachTexts[language]
  const format = createFormat(language, house.timeZone)
  const moment = { day: format.day(facts.startsAt), time: format.time(facts.startsAt) }
  const longMoment = { ...moment, day: format.longDay(facts.startsAt) }
  const message = {
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
  return toLetter(facts, house, message, 'CANCEL')
}

const paragraph = (text: string): Part => ({ kind: 'paragraph', text })
