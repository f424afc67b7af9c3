import type { SignInTexts } from './en.ts'

export const texts: SignInTexts = {
  'signIn.title': 'Anmelden',
  'signIn.looking': 'Wir prüfen Ihren Link.',
  'signIn.noLink':
    'Öffnen Sie Ihren persönlichen Anmeldelink. Ihr Dienst erstellt ihn für Sie. Er funktioniert einmal.',
  'signIn.as': (name) => `Als ${name} anmelden`,
  'signIn.asWho': 'Mit diesem Link meldet sich an:',
  'signIn.notYou': 'Sind Sie das nicht? Schließen Sie diese Seite. Es hat sich nichts geändert.',
  'signIn.role.physician': 'Arzt/Ärztin',
  'signIn.role.planner': 'Planung',
  'signIn.enrol.title': 'Erstellen Sie Ihr Konto',
  'signIn.enrol.why': 'Mit diesem Link erstellen Sie ein neues Konto. Er funktioniert einmal.',
  'signIn.name': 'Ihr Name',
  'signIn.name.hint': 'So, wie Arbeitnehmer ihn lesen, zum Beispiel: Dr. Lien Claes.',
  'signIn.name.missing': 'Geben Sie Ihren Namen ein.',
  'signIn.email': 'Ihre E-Mail-Adresse',
  'signIn.email.wrong': 'Geben Sie eine E-Mail-Adresse ein, zum Beispiel name@dienst.be.',
  'signIn.enrol.submit': 'Konto erstellen und anmelden',
  'signIn.busy': 'Einen Moment: Sie werden angemeldet.',
  'signIn.help': (service) => `Hilfe: ${service}`,
  'signIn.reference': (reference) => `Referenz: ${reference}`,
  'signIn.retry': 'Erneut versuchen',
}
