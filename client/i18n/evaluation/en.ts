export { texts as errors } from '../errors/en.ts'
export { texts as signIn } from '../sign-in/en.ts'

export const texts = {
  'page.title': 'Evaluation',
  'page.opening': 'Opening.',
  'page.language': 'Language',
  'page.own-access': 'My sign-in',
  'page.sign-out': 'Sign out',
  'page.signed-out': 'You are signed out.',
  'page.help': (phone: string) => `Help: ${phone}`,
  'page.retry': 'Try again',
  'page.lead': (smallest: number) =>
    `How many came how far, over all appointments by video. A count of fewer than ${smallest} people is not shown.`,
  'figures.title': 'Appointments by video',
  'figures.few': (smallest: number) => `fewer than ${smallest}`,
  'figure.invited': 'Invited, no answer yet',
  'figure.accepted': 'Confirmed',
  'figure.completed': 'Took place',
  'figure.converted': 'Became a visit in person',
  'figure.noShow': 'Did not come',
  'figure.cancelled': 'Cancelled',
}
export type EvaluationTexts = typeof texts
