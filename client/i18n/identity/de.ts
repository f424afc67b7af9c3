import type { IdentityTexts } from './en.ts'

export const texts: IdentityTexts = {
  'hello': (name) => `Guten Tag, ${name}. Wir wissen, dass Sie es sind.`,
  'itsme': 'Weiter mit itsme',
  'code': 'Senden Sie mir einen Code per E-Mail',
  'sms': 'Senden Sie mir einen Code per SMS',
  'card': 'Ich zeige meinen Personalausweis',
  'no-itsme': 'Ich habe itsme nicht',
  'other-way': 'Ein anderer Weg',
  'ways-title': 'Sagen Sie, wer Sie sind',
  'code-about': 'Wir senden ihn an die E-Mail-Adresse, die wir schon von Ihnen haben.',
  'sms-about': 'Wir senden ihn an die Handynummer, die wir schon von Ihnen haben.',
  'card-about':
    'Der Arzt sieht sich Ihren Ausweis zu Beginn des Gesprächs an. Halten Sie ihn bereit.',
  'none': (phone) =>
    `Wir haben weder Ihre E-Mail-Adresse noch Ihre Handynummer. Rufen Sie uns an: ${phone}.`,
  'back': 'Zurück',
  'code-title': 'Geben Sie den Code ein',
  'code-sent': 'Wir haben Ihnen eine E-Mail mit 6 Ziffern gesendet. Das kann eine Minute dauern.',
  'sms-sent': (end) =>
    `Wir haben eine SMS mit 6 Ziffern an die Nummer gesendet, die auf ${end} endet.`,
  'code-field': 'Code mit 6 Ziffern',
  'code-check': 'Weiter',
  'code-again': 'Einen neuen Code senden',
  'code-wrong': 'Das ist nicht der Code. Sehen Sie noch einmal in unsere Nachricht.',
  'code-over': 'Dieser Code gilt nicht mehr. Fordern Sie einen neuen an.',
  'code-too-many':
    'Sie haben viele Codes angefordert. Warten Sie eine Stunde oder nutzen Sie einen anderen Weg.',
  'code-not-sent':
    'Wir konnten den Code nicht senden. Versuchen Sie es erneut oder nutzen Sie einen anderen Weg.',
  'failed': 'Das hat nicht geklappt. Versuchen Sie es erneut oder rufen Sie uns an.',

  'cancelled':
    'Sie haben in itsme abgebrochen. Versuchen Sie es erneut oder nutzen Sie einen anderen Weg.',
  'again': 'Das hat zu lange gedauert. Bitte beginnen Sie noch einmal.',
  'unclear':
    'itsme hat uns zu wenig gesagt, um zu wissen, dass Sie es sind. Nutzen Sie einen anderen Weg.',
  'other-browser':
    'Sie sind in einem anderen Browser zurückgekommen. Kein Problem: Tippen Sie, um hier weiterzumachen.',
  'itsme-unavailable': 'itsme antwortet nicht. Nutzen Sie einen anderen Weg.',
  'itsme-failed':
    'Mit itsme ist etwas schiefgegangen. Versuchen Sie es erneut oder nutzen Sie einen anderen Weg.',
  'other-title': 'Dieser Termin ist für jemand anderen',
  'other-body': (phone) =>
    `Schließen Sie diese Seite, wenn der Termin nicht Ihrer ist. Ist es Ihrer? Rufen Sie uns an: ${phone}.`,
}
