import type { ChoiceTexts } from './en.ts'

export const texts: ChoiceTexts = {
  'title': 'Kommen Sie?',
  'confirm': 'Ja, ich komme',
  'confirmed': 'Sie haben gesagt, dass Sie kommen. Danke.',
  'move': 'Ein anderer Zeitpunkt',
  'decline': 'Ich kann nicht kommen',
  'until': (day, time) => `Sie können das bis ${day}, ${time} Uhr ändern.`,
  'slots-title': 'Wählen Sie einen anderen Zeitpunkt',
  'slot': (day, time) => `${day}, ${time} Uhr`,
  'loading': 'Wir suchen freie Zeitpunkte…',
  'none': (phone) => `Im Moment ist nichts anderes frei. Rufen Sie uns an: ${phone}`,
  'taken': 'Diesen Zeitpunkt hat gerade jemand anders genommen. Wählen Sie einen anderen.',
  'decline-title': 'Sie können nicht kommen',
  'decline-body': 'Dann wird Ihr Termin abgesagt. Wir melden uns für einen neuen.',
  'decline-yes': 'Meinen Termin absagen',
  'back': 'Zurück',
  'visits-title': 'Wählen Sie jetzt einen Zeitpunkt',
  'visits-wait': 'Oder warten Sie: Wir melden uns.',
  'visits-why': 'Niemand fragt, warum, und Ihr Arbeitgeber erfährt es nicht.',
}
