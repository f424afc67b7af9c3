/** The mail or the SMS with a one-time code. It leaves at once or not at all: nobody waits ten minutes for a code that is valid for ten. */
import type { Id, Locale, PhoneNumber } from '../protocol/primitives.ts'
import type { Store } from '../store/store.ts'
import { toMail } from './envelope.ts'
import type { House } from './invitation.ts'
import type { Mailer, OutgoingMail } from './mailer.ts'
import type { Message } from './message.ts'
import { oneLine } from './one-line.ts'
import type { SmsGateway } from './sms.ts'
import { composeCodeSms } from './sms-text.ts'
import { outreachTexts } from './texts.ts'

export interface CodeMail {
  readonly id: Id
  readonly code: string
  readonly to: string
  readonly locale: Locale
}

export interface CodeSending {
  readonly mailer: Mailer
  readonly house: House
  readonly store: Pick<Store, 'write'>
}

/** Somebody waits before the page for it. */
const sendWithinMs = 15_000

/** Sends it past the queue. Returns why it did not leave; null where it did. */
export async function sendCode(
  code: CodeMail,
  { mailer, house, store }: CodeSending,
): Promise<string | null> {
  const mail = renderCode(code, house)
  const delivery = await mailer.send(mail, AbortSignal.timeout(sendWithinMs))
  if (delivery.kind !== 'sent') return delivery.error
  if (delivery.keep !== undefined) await store.write(delivery.keep)
  return null
}

/** The same by SMS. */
export async function sendCodeBySms(
  { id, to, ...said }: Omit<CodeMail, 'to'> & { readonly to: PhoneNumber },
  { smsGateway, house }: { readonly smsGateway: SmsGateway; readonly house: House },
): Promise<string | null> {
  const sms = { id, to, text: composeCodeSms(said, house) }
  const delivery = await smsGateway.send(sms, AbortSignal.timeout(sendWithinMs))
  return delivery.kind === 'sent' ? null : delivery.error
}

function renderCode({ id, code, to, locale }: CodeMail, house: House): OutgoingMail {
  const texts = outreachTexts[locale]
  const said: Message = {
    locale,
    title: texts['code.subject'],
    colon: texts['message.colon'],
    signature: oneLine(house.service.name),
    parts: [
      // In two groups: so it is remembered on the way from one window to the other.
      { kind: 'paragraph', text: `${texts['code.label']} ${code.slice(0, 3)} ${code.slice(3)}` },
      { kind: 'paragraph', text: texts['code.type'] },
      { kind: 'paragraph', text: texts['code.not-you'] },
      { kind: 'paragraph', text: texts['invitation.questions'](oneLine(house.service.phone)) },
    ],
  }
  // No name: whoever reads along learns as little as can be.
  return toMail(id, { name: '', address: to }, said, house)
}
