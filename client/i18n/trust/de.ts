import type { TrustTexts } from './en.ts'

export const texts: TrustTexts = {
  'words.title': 'Sicherheitswörter',
  'words.close': 'Schließen',
  'words.ask-worker':
    'Lesen Sie sie einander vor. Nicht dieselben? Legen Sie auf und rufen Sie uns an.',
  'words.ask-physician':
    'Lesen Sie sie einander vor. Nicht dieselben? Sagen Sie es hier: Dann endet das Gespräch.',
  'words.why': 'Sind sie gleich, kann niemand mithören.',
  'words.waiting': 'Die Wörter sind noch nicht da. Sie kommen gleich.',
  'words.renewed':
    'Die Wörter sind neu: Eine Seite wurde neu geöffnet. Vergleichen Sie sie noch einmal.',
  'words.language': 'Anzeigen auf',
  'words.same': 'Sie sind gleich',
  'words.different': 'Nicht gleich',
  'words.compared': 'Sie haben gesagt, dass die Wörter gleich sind.',

  'stop.title': 'Ton und Bild sind gestoppt',
  'stop.different': 'Die Wörter sind nicht gleich. Vielleicht hört jemand mit.',
  'stop.told': (name) =>
    `Die Seite von ${name} hat das Gespräch gestoppt. Vielleicht hört jemand mit.`,
  'stop.broken': 'Die Verbindung ist nicht mehr dieselbe. Vielleicht hört jemand mit.',
  'stop.instead-worker': 'Rufen Sie uns an, oder kommen Sie vorbei. Sie verlieren nichts dabei.',
  'stop.instead-physician': 'Sprechen Sie am Telefon weiter, oder planen Sie einen Besuch vor Ort.',
  'stop.phone': (phone) => `${phone} anrufen`,
  'stop.in-person': 'Lieber vor Ort',
  'stop.leave': 'Gespräch verlassen',
}
