export const texts = {
  'signIn.title': 'Sign in',
  'signIn.looking': 'We check your link.',
  'signIn.noLink':
    'Sign in with the passkey that you made with your link: with your fingerprint, your face, or the PIN of your device.',
  'signIn.use': 'Sign in with a passkey',
  'signIn.own': (service: string) => `Sign in with your account of ${service}`,
  'signIn.own.going': 'You are being taken to the sign-in of your service.',
  'signIn.own.cancelled': 'You cancelled the sign-in at your service. Nothing has changed.',
  'signIn.own.again': 'That took too long, or this sign-in was already used. Please sign in again.',
  'signIn.own.other-browser': 'You began in another browser. Begin again here.',
  'signIn.own.unavailable':
    'The sign-in of your service does not answer now. Use your passkey, or try again later.',
  'signIn.own.failed':
    'The answer of your service’s sign-in could not be trusted. Try again, or use your passkey.',
  'signIn.own.no-account':
    'Your service’s sign-in knows you, but no account here belongs to it. Use your passkey, or ask the planning of your service.',
  'signIn.own.email-not-confirmed':
    'Your service’s sign-in does not confirm your e-mail address, so we cannot find your account here. Use your passkey.',
  'signIn.lost':
    'First time here, or is your passkey lost? Your service makes a personal link for you. Open it on this device.',
  'signIn.passkey.why':
    'With this link you make a passkey. From then on you sign in with your fingerprint, your face, or the PIN of your device. There is no password to remember.',
  'signIn.passkey.own':
    'Make the passkey on a device of your own or of the service, not on one that others use too.',
  'signIn.passkey.make': 'Make a passkey',
  'signIn.passkey.waiting': 'Follow the question of your browser or your device.',
  'signIn.as': (name: string) => `Sign in as ${name}`,
  'signIn.asWho': 'This link signs in:',
  'signIn.notYou': 'Not you? Close this page. Nothing has changed.',
  'signIn.role.physician': 'Physician',
  'signIn.role.planner': 'Planning',
  'signIn.role.employer': 'Contact of an employer',
  'signIn.role.evaluator': 'Evaluation',
  'signIn.enrol.title': 'Make your account',
  'signIn.enrol.why': 'This link makes a new account. It works once.',
  'signIn.name': 'Your name',
  'signIn.name.hint': 'As workers read it, for example: Dr. Lien Claes.',
  'signIn.name.missing': 'Fill in your name.',
  'signIn.email': 'Your e-mail address',
  'signIn.email.wrong': 'Fill in an e-mail address, such as name@service.be.',
  'signIn.enrol.submit': 'Make account and sign in',
  'signIn.enrol.passkey': 'Make account and passkey',
  'signIn.busy': 'One moment: you are being signed in.',
  'signIn.help': (service: string) => `Help: ${service}`,
  'signIn.reference': (reference: string) => `Reference: ${reference}`,
  'signIn.retry': 'Try again',
}
export type SignInTexts = typeof texts
