import type { EvaluationTexts } from './en.ts'

export { texts as errors } from '../errors/de.ts'
export { texts as signIn } from '../sign-in/de.ts'

export const texts: EvaluationTexts = {
  'page.title': 'Auswertung',
  'page.opening': 'Die Seite wird geöffnet.',
  'page.language': 'Sprache',
  'page.own-access': 'Meine Anmeldung',
  'page.sign-out': 'Abmelden',
  'page.signed-out': 'Sie sind abgemeldet.',
  'page.help': (phone) => `Hilfe: ${phone}`,
  'page.retry': 'Noch einmal versuchen',
  'page.lead': (smallest) =>
    `Wie viele wie weit kamen, über alle Termine per Video. Eine Zahl von weniger als ${smallest} Personen wird nicht gezeigt.`,
  'figures.title': 'Termine per Video',
  'figures.few': (smallest) => `weniger als ${smallest}`,
  'figure.invited': 'Eingeladen, noch keine Antwort',
  'figure.accepted': 'Bestätigt',
  'figure.completed': 'Fanden statt',
  'figure.converted': 'Wurden ein Besuch vor Ort',
  'figure.noShow': 'Kamen nicht',
  'figure.cancelled': 'Abgesagt',
}
