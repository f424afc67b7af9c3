/** The two short mails of a physician who runs late: the new time, and that it is nearly their turn. */
import { createClearFormat } from '../../client/i18n/clear-format.ts'
import type { OutreachTexts } from '../../client/i18n/outreach/en.ts'
import { toMail } from './envelope.ts'
import { addressee, type House, type Invitation } from './invitation.ts'
import type { OutgoingMail } from './mailer.ts'
import type { Message, Part } from './message.ts'
import { oneLine } from './one-line.ts'
import { outreachTexts } from './texts.ts'

interface Words {
  readonly title: string
  readonly sentences: readonly string[]
}

export function renderDelay(facts: Invitation, house: House): OutgoingMail {
  return render(facts, house, (texts, time) => ({
    title: texts['delay.subject'](time),
    sentences: [texts['delay.body'](time), texts['delay.told-again']],
  }))
}

export function renderCallIn(facts: Invitation, house: House): OutgoingMail {
  const { placeName } = facts
  return render(facts, house, (texts, time) => ({
    title: texts['call-in.subject'](time),
    sentences: [
      texts['call-in.body'],
      placeName === null
        ? texts['call-in.own-phone']
        : texts['call-in.room'](oneLine(placeName, 260)),
    ],
  }))
}

function render(
  facts: Invitation,
  house: House,
  say: (texts: OutreachTexts, time: string) => Words,
): OutgoingMail {
  const { worker } = facts
  const texts = outreachTexts[worker.language]
  const time = createClearFormat(worker.language, house.timeZone).time(facts.expectedAt)
  const { title, sentences } = say(texts, time)
  const message: Message = {
    locale: worker.language,
    title,
    colon: texts['message.colon'],
    signature: oneLine(house.service.name),
    parts: [
      paragraph(texts['invitation.hello'](oneLine(worker.firstName))),
      ...sentences.map(paragraph),
      { kind: 'button', text: texts['invitation.open'], url: facts.callLink },
      paragraph(texts['invitation.questions'](oneLine(house.service.phone))),
    ],
  }
  return toMail(facts.id, addressee(worker), message, house)
}

const paragraph = (text: string): Part => ({ kind: 'paragraph', text })
