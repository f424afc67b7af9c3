/** The page on which a worker asks for a talk of their own accord, and answers to a free moment. */
export const texts = {
  'page.language': 'Language',
  'page.loading': 'One moment, please.',
  'help': (service: string) => `Questions? Phone ${service}.`,

  'form.title': 'Talk with the occupational doctor',
  'form.intro':
    'Do you have a question about your health and your work? You may ask for a talk at any time. You need not say why.',
  'form.secret': 'Your employer does not learn of it, unless you want that.',
  'form.known': 'We know from your link who you are. We write to the address to which we sent it.',
  'form.first-name': 'First name',
  'form.last-name': 'Last name',
  'form.birth-date': 'Birth date',
  'form.employer': 'Your employer',
  'form.reach':
    'How can we reach you? Give an e-mail address, a phone number, or both. Do not give one that others at work can read.',
  'form.email': 'E-mail address',
  'form.phone': 'Phone number',
  'form.language': 'In which language do you want to talk?',
  'form.send': 'Ask for a talk',

  'moments.days': 'On which days does it suit you?',
  'moments.hint': 'Choose nothing if every day suits you.',
  'moments.parts': 'At what time of the day?',
  'moments.morning': 'In the morning',
  'moments.afternoon': 'In the afternoon',

  'tell.title': 'May your employer know that you ask for this talk?',
  'tell.no': 'No',
  'tell.yes': 'Yes',

  'problem.missing': 'Fill in your first name, your last name and your employer.',
  'problem.birth-date': 'Fill in your birth date.',
  'problem.reach': 'Fill in an e-mail address or a phone number.',
  'problem.email': 'This e-mail address cannot be right. Look at it again.',
  'problem.phone': 'This phone number cannot be right. Look at it again.',
  'problem.often': 'Many people have asked from your network. Try again in an hour, or phone us.',
  'problem.failed': 'We cannot reach the service. Try again. What you filled in is still here.',

  'earlier.question': 'Would you come earlier?',
  'earlier.how':
    'Your appointment stays. If a moment before it becomes free, we write to you, and you choose.',
  'earlier.yes': 'Yes, write to me',
  'earlier.title': 'We write to you',
  'earlier.body':
    'If an earlier moment becomes free, you get an e-mail. Until you take it, your appointment stays as it is.',

  'received.title': 'We have received your question',
  'received.body': (day: string) => `You talk with a doctor on ${day} at the latest.`,
  'received.next': 'We write to you or phone you with a moment. You need not do anything now.',

  'offer.open': 'A moment is free',
  'offer.accepted': 'This moment is yours',
  'offer.declined': 'You have said no to this moment',
  'offer.expired': 'The time to answer is over',
  'offer.withdrawn': 'This moment is no longer free',
  'offer.when': 'When',
  'offer.moment': (day: string, time: string) => `${day}, ${time}`,
  'offer.with': 'With',
  'offer.where': 'Where',
  'offer.own-phone': 'By video, on your own phone',
  'offer.instead': (moment: string) =>
    `Your present appointment is on ${moment}. It moves here if you take this moment.`,
  'offer.until': (time: string) => `We keep it for you until ${time}.`,
  'offer.take': 'Take this moment',
  'offer.no': 'No, thank you',
  'offer.mail': 'We send you an e-mail with everything that you need.',
  'offer.go': 'Open my appointment',
  'offer.nothing': 'You need not do anything. If you have an appointment, it stays as it is.',

  'invalid.title': 'This link does not work',
  'invalid.body': 'It may be too old, or a part of it is missing. Open it from the e-mail again.',
  'failed.title': 'We cannot reach the service',
  'failed.body': 'Check your connection and try again.',
  'failed.retry': 'Try again',
}
export type AskTexts = typeof texts
