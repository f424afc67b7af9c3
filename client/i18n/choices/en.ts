/** What a worker may say before the day: plain words, one idea a sentence. */
export const texts = {
  'title': 'Will you be there?',
  'confirm': 'Yes, I come',
  'confirmed': 'You said that you come. Thank you.',
  'move': 'Another time',
  'decline': 'I cannot come',
  'until': (day: string, time: string) => `You can change this until ${day}, ${time}.`,
  'slots-title': 'Choose another time',
  'slot': (day: string, time: string) => `${day}, ${time}`,
  'loading': 'We look for free times…',
  'none': (phone: string) => `There is no other free time now. Call us: ${phone}`,
  'taken': 'Somebody else just took that time. Choose another one.',
  'decline-title': 'You cannot come',
  'decline-body': 'Then your appointment is cancelled. We contact you for a new one.',
  'decline-yes': 'Cancel my appointment',
  'back': 'Go back',
  'visits-title': 'Choose a moment now',
  'visits-wait': 'Or wait: we contact you.',
  'visits-why': 'Nobody asks you why, and your employer is not told.',
}
export type ChoiceTexts = typeof texts
