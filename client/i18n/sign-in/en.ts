export const texts = {
  'signIn.title': 'Sign in',
  'signIn.looking': 'We check your link.',
  'signIn.noLink':
    'Open your personal sign-in link. Your service makes one for you. It works once.',
  'signIn.as': (name: string) => `Sign in as ${name}`,
  'signIn.asWho': 'This link signs in:',
  'signIn.notYou': 'Not you? Close this page. Nothing has changed.',
  'signIn.role.physician': 'Physician',
  'signIn.role.planner': 'Planning',
  'signIn.enrol.title': 'Make your account',
  'signIn.enrol.why': 'This link makes a new account. It works once.',
  'signIn.name': 'Your name',
  'signIn.name.hint': 'As workers read it, for example: Dr. Lien Claes.',
  'signIn.name.missing': 'Fill in your name.',
  'signIn.email': 'Your e-mail address',
  'signIn.email.wrong': 'Fill in an e-mail address, such as name@service.be.',
  'signIn.enrol.submit': 'Make account and sign in',
  'signIn.busy': 'One moment: you are being signed in.',
  'signIn.help': (service: string) => `Help: ${service}`,
  'signIn.reference': (reference: string) => `Reference: ${reference}`,
  'signIn.retry': 'Try again',
}
export type SignInTexts = typeof texts
