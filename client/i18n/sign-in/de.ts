import type { SignInTexts } from './en.ts'

export const texts: SignInTexts = {
  'signIn.title': 'Anmelden',
  'signIn.looking': 'Wir prüfen Ihren Link.',
  'signIn.noLink':
    'Melden Sie sich mit dem Passkey an, den Sie mit Ihrem Link erstellt haben: mit Ihrem Fingerabdruck, Ihrem Gesicht oder der PIN Ihres Geräts.',
  'signIn.use': 'Mit einem Passkey anmelden',
  'signIn.own': (service) => `Mit Ihrem Konto bei ${service} anmelden`,
  'signIn.own.going': 'Sie werden jetzt zur Anmeldung Ihres Dienstes geleitet.',
  'signIn.own.cancelled':
    'Sie haben die Anmeldung bei Ihrem Dienst abgebrochen. Es hat sich nichts geändert.',
  'signIn.own.again':
    'Das hat zu lange gedauert, oder diese Anmeldung wurde schon benutzt. Melden Sie sich noch einmal an.',
  'signIn.own.other-browser': 'Sie haben in einem anderen Browser begonnen. Beginnen Sie hier neu.',
  'signIn.own.unavailable':
    'Die Anmeldung Ihres Dienstes antwortet gerade nicht. Nutzen Sie Ihren Passkey, oder versuchen Sie es später noch einmal.',
  'signIn.own.failed':
    'Die Antwort der Anmeldung Ihres Dienstes war nicht vertrauenswürdig. Versuchen Sie es noch einmal, oder nutzen Sie Ihren Passkey.',
  'signIn.own.no-account':
    'Die Anmeldung Ihres Dienstes kennt Sie, aber hier gehört kein Konto dazu. Nutzen Sie Ihren Passkey, oder wenden Sie sich an die Planung Ihres Dienstes.',
  'signIn.own.email-not-confirmed':
    'Die Anmeldung Ihres Dienstes bestätigt Ihre E-Mail-Adresse nicht. Deshalb lässt sich Ihr Konto hier nicht finden. Nutzen Sie Ihren Passkey.',
  'signIn.lost':
    'Sind Sie zum ersten Mal hier, oder haben Sie Ihren Passkey verloren? Ihr Dienst erstellt einen persönlichen Link für Sie. Öffnen Sie ihn auf diesem Gerät.',
  'signIn.passkey.why':
    'Mit diesem Link erstellen Sie einen Passkey. Danach melden Sie sich mit Ihrem Fingerabdruck, Ihrem Gesicht oder der PIN Ihres Geräts an. Sie müssen sich kein Passwort merken.',
  'signIn.passkey.own':
    'Erstellen Sie den Passkey auf einem eigenen Gerät oder einem des Dienstes, nicht auf einem, das auch andere benutzen.',
  'signIn.passkey.make': 'Passkey erstellen',
  'signIn.passkey.waiting': 'Folgen Sie der Frage Ihres Browsers oder Ihres Geräts.',
  'signIn.as': (name) => `Als ${name} anmelden`,
  'signIn.asWho': 'Mit diesem Link meldet sich an:',
  'signIn.notYou': 'Sind Sie das nicht? Schließen Sie diese Seite. Es hat sich nichts geändert.',
  'signIn.role.physician': 'Arzt/Ärztin',
  'signIn.role.planner': 'Planung',
  'signIn.role.employer': 'Kontaktperson eines Arbeitgebers',
  'signIn.role.evaluator': 'Auswertung',
  'signIn.enrol.title': 'Erstellen Sie Ihr Konto',
  'signIn.enrol.why': 'Mit diesem Link erstellen Sie ein neues Konto. Er funktioniert einmal.',
  'signIn.name': 'Ihr Name',
  'signIn.name.hint': 'So, wie Arbeitnehmer ihn lesen, zum Beispiel: Dr. Lien Claes.',
  'signIn.name.missing': 'Geben Sie Ihren Namen ein.',
  'signIn.email': 'Ihre E-Mail-Adresse',
  'signIn.email.wrong': 'Geben Sie eine E-Mail-Adresse ein, zum Beispiel name@dienst.be.',
  'signIn.enrol.submit': 'Konto erstellen und anmelden',
  'signIn.enrol.passkey': 'Konto und Passkey erstellen',
  'signIn.busy': 'Einen Moment: Sie werden angemeldet.',
  'signIn.help': (service) => `Hilfe: ${service}`,
  'signIn.reference': (reference) => `Referenz: ${reference}`,
  'signIn.retry': 'Erneut versuchen',
}
