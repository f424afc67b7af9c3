export { texts as errors } from '../errors/en.ts'
export { texts as signIn } from '../sign-in/en.ts'

export const texts = {
  'page.title': 'Your workers’ appointments',
  'page.opening': 'Opening.',
  'page.language': 'Language',
  'page.own-access': 'My sign-in',
  'page.sign-out': 'Sign out',
  'page.signed-out': 'You are signed out.',
  'page.help': (phone: string) => `Help: ${phone}`,
  'page.retry': 'Try again',
  'page.lead':
    'When the doctor examines in your rooms, and when your workers are away for it. You see nothing medical here.',
  'sessions.title': 'The doctor in your rooms',
  'sessions.none': 'No sessions are planned. We will write to you.',
  'absences.title': 'Away for a medical appointment',
  'absences.about':
    'These are examinations that the law asks you to have done. They count as working time.',
  'absences.none': 'No absences are planned.',
  'rooms.title': 'Your rooms',
  'rooms.none': 'We know no room of yours yet.',
  'rooms.unchecked': 'Not checked yet.',
  'rooms.fit': (when: string) => `Ready, checked on ${when}.`,
  'rooms.unfit': (when: string) => `Does not work, reported on ${when}.`,
  'rooms.check': 'Check the room',
  'check.title': 'Look at the room before the doctor’s half day:',
  'check.door': 'The door closes, and nobody hears what is said inside.',
  'check.view': 'Nobody can look in.',
  'check.seat': 'There are a table, a chair and a socket.',
  'check.sign': 'A sign on the door says that the room is taken.',
  'check.missing': 'Tick all four, or say that the room does not work.',
  'check.ready': 'The room is ready',
  'check.unfit': 'This room does not work',
  'code.title': 'Or sign in with a code',
  'code.email': 'Your e-mail address',
  'code.email-wrong': 'Fill in an e-mail address, such as name@company.be.',
  'code.ask': 'Send me a code',
  'code.sent': (email: string) =>
    `If we know ${email}, a code of 6 digits is on its way. It works for ten minutes.`,
  'code.digits': 'Code of 6 digits',
  'code.enter': 'Sign in',
  'code.again': 'Use another address, or ask again',
  'code.wrong': 'This is not the code, or it no longer works. Look again, or ask for a new one.',
}
export type EmployerTexts = typeof texts
