import type { EmployerTexts } from './en.ts'

export { texts as errors } from '../errors/de.ts'
export { texts as signIn } from '../sign-in/de.ts'

export const texts: EmployerTexts = {
  'page.title': 'Die Termine Ihrer Arbeitnehmer',
  'page.opening': 'Die Seite wird geöffnet.',
  'page.language': 'Sprache',
  'page.own-access': 'Meine Anmeldung',
  'page.sign-out': 'Abmelden',
  'page.signed-out': 'Sie sind abgemeldet.',
  'page.help': (phone) => `Hilfe: ${phone}`,
  'page.retry': 'Noch einmal versuchen',
  'page.lead':
    'Wann der Arzt in Ihren Räumen untersucht und wann Ihre Arbeitnehmer dafür abwesend sind. Medizinisches sehen Sie hier nicht.',
  'sessions.title': 'Der Arzt in Ihren Räumen',
  'sessions.none': 'Es ist keine Sprechstunde geplant. Wir schreiben Ihnen.',
  'absences.title': 'Abwesend wegen eines medizinischen Termins',
  'absences.about':
    'Das sind Untersuchungen, die das Gesetz von Ihnen verlangt. Sie zählen als Arbeitszeit.',
  'absences.none': 'Es sind keine Abwesenheiten geplant.',
  'rooms.title': 'Ihre Räume',
  'rooms.none': 'Wir kennen noch keinen Raum bei Ihnen.',
  'rooms.unchecked': 'Noch nicht geprüft.',
  'rooms.fit': (when) => `Bereit, geprüft am ${when}.`,
  'rooms.unfit': (when) => `Nicht geeignet, gemeldet am ${when}.`,
  'rooms.check': 'Raum prüfen',
  'check.title': 'Sehen Sie sich den Raum vor der Sprechstunde an:',
  'check.door': 'Die Tür schließt, und niemand hört, was drinnen gesagt wird.',
  'check.view': 'Niemand kann hineinsehen.',
  'check.seat': 'Es gibt einen Tisch, einen Stuhl und eine Steckdose.',
  'check.sign': 'Ein Schild an der Tür sagt, dass der Raum besetzt ist.',
  'check.missing':
    'Haken Sie alle vier Punkte ab, oder melden Sie, dass der Raum nicht geeignet ist.',
  'check.ready': 'Der Raum ist bereit',
  'check.unfit': 'Dieser Raum ist nicht geeignet',
  'code.title': 'Oder melden Sie sich mit einem Code an',
  'code.email': 'Ihre E-Mail-Adresse',
  'code.email-wrong': 'Geben Sie eine E-Mail-Adresse ein, wie name@firma.be.',
  'code.ask': 'Code senden',
  'code.sent': (email) =>
    `Wenn wir ${email} kennen, ist ein Code mit 6 Ziffern unterwegs. Er gilt zehn Minuten.`,
  'code.digits': 'Code mit 6 Ziffern',
  'code.enter': 'Anmelden',
  'code.again': 'Andere Adresse oder neuer Code',
  'code.wrong':
    'Das ist nicht der Code, oder er gilt nicht mehr. Sehen Sie nach, oder fordern Sie einen neuen an.',
}
