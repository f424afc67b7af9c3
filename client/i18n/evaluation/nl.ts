import type { EvaluationTexts } from './en.ts'

export { texts as errors } from '../errors/nl.ts'
export { texts as signIn } from '../sign-in/nl.ts'

export const texts: EvaluationTexts = {
  'page.title': 'Evaluatie',
  'page.opening': 'De pagina wordt geopend.',
  'page.language': 'Taal',
  'page.own-access': 'Mijn aanmelding',
  'page.sign-out': 'Afmelden',
  'page.signed-out': 'U bent afgemeld.',
  'page.help': (phone) => `Hulp: ${phone}`,
  'page.retry': 'Opnieuw proberen',
  'page.lead': (smallest) =>
    `Hoeveel mensen hoever kwamen, over alle afspraken per video. Een aantal van minder dan ${smallest} mensen wordt niet getoond.`,
  'figures.title': 'Afspraken per video',
  'figures.few': (smallest) => `minder dan ${smallest}`,
  'figure.invited': 'Uitgenodigd, nog geen antwoord',
  'figure.accepted': 'Bevestigd',
  'figure.completed': 'Doorgegaan',
  'figure.converted': 'Werd een bezoek ter plaatse',
  'figure.noShow': 'Niet gekomen',
  'figure.cancelled': 'Geannuleerd',
}
