/** The worker says who they are. itsme is always written so, in small letters. */
export const texts = {
  'hello': (name: string) => `Hello ${name}. We know it is you.`,
  'itsme': 'Continue with itsme',
  'code': 'Send me a code by e-mail',
  'sms': 'Send me a code by SMS',
  'card': 'I show my identity card',
  'no-itsme': 'I do not have itsme',
  'other-way': 'Another way',
  'ways-title': 'Say who you are',
  'code-about': 'We send it to the e-mail address that we already have of you.',
  'sms-about': 'We send it to the mobile number that we already have of you.',
  'card-about': 'The doctor looks at your card at the start of the talk. Keep it at hand.',
  'none': (phone: string) =>
    `We have no e-mail address or mobile number of you. Call us: ${phone}.`,
  'back': 'Go back',
  'code-title': 'Type the code',
  'code-sent': 'We sent you an e-mail with 6 digits. It can take a minute.',
  'sms-sent': (end: string) => `We sent an SMS with 6 digits to the number that ends in ${end}.`,
  'code-field': 'Code of 6 digits',
  'code-check': 'Continue',
  'code-again': 'Send a new code',
  'code-wrong': 'That is not the code. Look again in our message.',
  'code-over': 'This code no longer works. Ask for a new one.',
  'code-too-many': 'You asked for many codes. Wait an hour, or use another way.',
  'code-not-sent': 'We could not send the code. Try again, or use another way.',
  'failed': 'That did not work. Try again, or call us.',

  // Back from itsme.
  'cancelled': 'You stopped in itsme. Try again, or use another way.',
  'again': 'That took too long. Please start again.',
  'unclear': 'itsme told us too little to know that it is you. Use another way.',
  'other-browser': 'You came back in another browser. That is no problem: tap to go on here.',
  'itsme-unavailable': 'itsme does not answer. Use another way.',
  'itsme-failed': 'Something went wrong with itsme. Try again, or use another way.',
  'other-title': 'This appointment is for someone else',
  'other-body': (phone: string) =>
    `Close this page if the appointment is not yours. Is it yours? Call us: ${phone}.`,
}

export type IdentityTexts = typeof texts
