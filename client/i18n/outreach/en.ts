/**
 * What leaves the server. Subjects and calendar entries name no motive: others see them over a shoulder.
 * `day` and `time` come from `format.ts`.
 */
import { plural } from '../format.ts'

export interface Moment {
  readonly day: string
  readonly time: string
}

/** What an SMS is made of. */
export interface SmsParts {
  readonly service: string
  readonly day: string
  readonly time: string
  /** Of an offer: the time by which it is over. */
  readonly until: string
  readonly link: string
  readonly phone: string
}

/** What an SMS with a code is made of. */
export interface CodeSmsParts {
  readonly service: string
  readonly code: string
}

export const texts = {
  'invitation.subject': ({ day, time }: Moment) => `Your appointment on ${day}, ${time}`,
  'invitation.hello': (firstName: string) => `Hello ${firstName},`,
  'invitation.intro':
    'You have an appointment with the occupational doctor, by video. This is called a teleconsultation.',
  'invitation.when': 'When',
  'invitation.moment': ({ day, time }: Moment) => `${day}, ${time}`,
  'invitation.how-long': 'How long',
  'invitation.minutes': (count: number) =>
    `About ${count} ${plural('en', count, { one: 'minute', other: 'minutes' })}`,
  'invitation.with': 'With',
  'invitation.registration': (number: string) => `RIZIV/INAMI number ${number}`,
  'invitation.where': 'Where',
  'invitation.own-phone': 'On your own phone, alone in a quiet room',
  'invitation.room': (room: string) => `In the room ${room}`,
  'invitation.prepare': 'What you need',
  'invitation.device': 'A phone or a computer with a camera and a microphone.',
  'invitation.identity': 'Your itsme app or your identity card.',
  'invitation.working-time': 'The appointment counts as working time.',
  'invitation.open': 'Open my appointment',
  'invitation.link-is-yours': 'This link is for you alone. Do not pass it on.',
  'invitation.in-person': (phone: string) =>
    `Do you prefer a visit in person? That is fine too, and you need no reason. Open the same page and choose it there, or call ${phone}.`,
  'invitation.in-person-link': 'I prefer a visit in person',
  'invitation.no-recording': 'Nobody records the talk.',
  'invitation.employer': 'Your employer does not see or hear what you say.',
  'invitation.no-password': 'We never ask you for a password.',
  'invitation.ask':
    'Would you like to talk with the occupational doctor yourself? You may ask at any time. Your employer does not learn of it, unless you want that.',
  'invitation.ask-link': 'Ask for a talk',
  'invitation.questions': (phone: string) => `Questions? Call ${phone}.`,

  'reminder.subject': ({ day, time }: Moment) => `Reminder: your appointment on ${day}, ${time}`,
  'reminder.intro':
    'You have an appointment with the occupational doctor, by video. Here it is once more.',
  'reminder.test': 'Open the page today and test your camera and sound. It takes one minute.',
  'reminder.cannot': (phone: string) =>
    `You cannot come at this hour? Tell us in time: open the same page, or call ${phone}.`,

  'offer.subject': ({ day, time }: Moment) => `A moment is free: ${day}, ${time}`,
  'offer.intro': 'A moment has become free. Would you like to come then?',
  'offer.instead': ({ day, time }: Moment) =>
    `Your present appointment is on ${day}, ${time}. It moves if you take this moment.`,
  'offer.until': ({ day, time }: Moment) =>
    `We keep it for you until ${day}, ${time}. After that we ask somebody else.`,
  'offer.open': 'See this moment',
  'offer.no': 'It does not suit you? Then you need not do anything.',

  'declared.subject': ({ day, time }: Moment) =>
    `Your appointment on ${day}, ${time}: what you agreed to`,
  'declared.title': (physician: string) => `This is what you told ${physician}:`,
  'declared.own-page': 'on your own page',
  'declared.read': (version: string) => `This is what you could read before (text ${version}):`,
  'declared.back': (declared: string) => `You took back: ${declared}`,
  'declared.keep':
    'Keep this mail. You can take back what you told us at any moment, and ask for a visit in person instead. You need no reason.',

  'code.subject': 'Your code',
  'code.label': 'Your code:',
  'code.type': 'Type it within ten minutes on the page where you asked for it.',
  'code.not-you':
    'Nobody from us will ever ask you for this code. You did not ask for one? Then call us.',
  'request.subject': 'We have received your message',
  'request.intro': 'We have received your message. We will write to you again soon.',
  'request.not-you': 'You did not write to us? Then you need not do anything.',

  'contact.subject': (service: string) => `Your account at ${service}`,
  'contact.intro': (employer: string) =>
    `You are a contact of ${employer}. A page of your own shows when the doctor examines in your rooms and when your workers are away. You see nothing medical there.`,
  'contact.passkey':
    'With this link you make a passkey. From then on you sign in with your fingerprint, your face, or the PIN of your device.',
  'contact.open': 'Make your account',
  'contact.once': 'The link works once, for a week. Do not pass this mail on.',

  'visit.intro': 'You have an appointment with the occupational doctor, in person.',
  'visit.bring': 'Bring your identity card.',

  'delay.subject': (time: string) => `Your appointment: about ${time}`,
  'delay.body': (time: string) =>
    `The doctor runs late. Your appointment begins at about ${time}. You did nothing wrong.`,
  'delay.told-again':
    'If this changes much, we write again. We also write when it is nearly your turn.',
  'call-in.subject': (time: string) => `Your appointment: ${time}, come now`,
  'call-in.body': 'It is nearly your turn.',
  'call-in.own-phone': 'Open your appointment on your phone now.',
  'call-in.room': (room: string) => `Go to the room ${room} now.`,

  // An SMS holds 160 characters: the shorter the sentence, the more of the service's name.
  'sms.offer': ({ service, day, time, until, link }: SmsParts) =>
    `${service}: a moment is free on ${day} at ${time}. Take it before ${until}: ${link}`,
  'sms.reminder': ({ service, day, time, link, phone }: SmsParts) =>
    `${service}: your appointment is on ${day} at ${time}. Open ${link} Help ${phone}`,
  'sms.reminder-visit': ({ service, day, time, link, phone }: SmsParts) =>
    `${service}: your appointment is on ${day} at ${time}, in person. See ${link} Help ${phone}`,
  'sms.delay': ({ service, time, link }: SmsParts) =>
    `${service}: we run late. Your new time is about ${time}. Open ${link}`,
  'sms.call-in': ({ service, link, phone }: SmsParts) =>
    `${service}: it is nearly your turn. Open ${link} now. Help ${phone}`,
  'sms.code': ({ service, code }: CodeSmsParts) =>
    `${service}: your code is ${code}. Type it within ten minutes on the page where you asked for it. Do not give it to anyone.`,

  'translation.below': (language: string) => `In ${language}: see below.`,
  'translation.note': (language: string) =>
    `A translation, to help you. The ${language} text above is the one that counts.`,

  'moved.subject': ({ day, time }: Moment) => `Moved: your appointment is now on ${day}, ${time}`,
  'moved.intro':
    'Your appointment by video with the occupational doctor was moved. Only what stands below counts now, not our earlier message.',

  'called-off.subject': ({ day, time }: Moment) => `Cancelled: your appointment on ${day}, ${time}`,
  'called-off.body': ({ day, time }: Moment) =>
    `Your appointment with the occupational doctor on ${day}, ${time} does not take place.`,
  'called-off.another': 'If you need another appointment, we will write to you.',
  'called-off.in-person':
    'It will be a visit in person instead. Open the page to see the free moments, or wait until we write to you.',
  'restored.subject': ({ day, time }: Moment) =>
    `It goes ahead: your appointment on ${day}, ${time}`,
  'restored.intro':
    'Your appointment by video with the occupational doctor takes place after all. We had called it off by mistake: we are sorry.',

  /** Between a label and what it names, in plain text. */
  'message.colon': ':',

  'calendar.summary': 'Appointment',
  'calendar.description': (phone: string) =>
    `Use the link in your e-mail about this appointment. Questions? Call ${phone}.`,
  'calendar.file': 'appointment.ics',
}
export type OutreachTexts = typeof texts
