import type { SharingTexts } from './en.ts'

export const texts: SharingTexts = {
  'panel.title': 'Text, Fotos und Dateien',
  'panel.text': 'Text',
  'panel.files': 'Dateien',
  'panel.new': 'Neu',

  'text.close': 'Schließen',
  'text.you': 'Sie',
  'text.empty': (name) =>
    `Schreiben Sie hier. ${name} sieht jeden Buchstaben sofort. Nichts wird gespeichert: Der Text verschwindet nach dem Gespräch.`,
  'text.log': 'Was geschrieben wurde',
  'text.field': 'Ihr Text',
  'text.end-line': 'Neue Zeile',
  'text.writes': (name) => `${name} schreibt`,
  'text.said': (name, words) => `${name}: ${words}`,

  'file.send': 'Datei senden',
  'file.preparing': 'Wir bereiten die Datei vor.',
  'file.size': (kind, size) => `${kind} · ${size}`,
  'file.progress': 'Wie weit es ist',
  'file.hash': 'Prüfnummer:',
  'file.save': 'Auf diesem Gerät speichern',
  'file.accept': 'Annehmen',
  'file.refuse': 'Nein, danke',
  'file.cancel': 'Abbrechen',
  'file.unreadable-picture': 'Dieser Browser kann das Bild nicht zeigen.',
  'out.offered': (name) => `${name} hat es noch nicht angenommen.`,
  'out.moving': (name) => `Unterwegs zu ${name}.`,
  'out.held': 'Die Verbindung ist schwach: Die Stimme geht vor, die Datei wartet.',
  'out.checking': (name) => `Unterwegs zu ${name}.`,
  'out.arrived': (name) => `${name} hat es erhalten.`,
  'out.refused': (name) => `${name} hat es nicht angenommen.`,
  'out.withdrawn': () => 'Sie haben es abgebrochen.',
  'out.damaged': () => 'Es kam nicht vollständig an. Senden Sie es noch einmal.',
  'in.offered': (name) => `${name} möchte Ihnen dies senden.`,
  'in.moving': (name) => `Es kommt von ${name}.`,
  'in.checking': () => 'Wir prüfen es.',
  'in.arrived': (name) =>
    `Es kommt von ${name}. Es verschwindet nach dem Gespräch, wenn Sie es nicht speichern.`,
  'in.refused': () => 'Sie haben es nicht angenommen.',
  'in.withdrawn': (name) => `${name} hat es abgebrochen.`,
  'in.damaged': () => 'Es kam nicht vollständig an. Bitten Sie noch einmal darum.',
  'refusal.kind': 'Nur Bilder und Dokumente können gesendet werden: JPEG, PNG, PDF, Word, Text.',
  'refusal.empty': 'Diese Datei ist leer.',
  'refusal.large': 'Diese Datei ist größer als 25 MB.',
  'refusal.unreadable': 'Wir können diese Datei nicht lesen.',
  'refusal.pdf-locked':
    'Diese PDF-Datei ist mit einem Passwort geschützt. Speichern Sie eine Kopie ohne Passwort und zeigen Sie diese.',
  'refusal.pdf-damaged':
    'Diese PDF-Datei ist beschädigt oder keine PDF-Datei. Senden Sie sie stattdessen als Datei.',
  'refusal.pdf-heavy':
    'Diese PDF-Datei ist zu groß, um sie hier zu zeigen. Senden Sie sie stattdessen als Datei.',

  'show.choose': 'Ein Bild oder PDF zeigen',
  'show.own': (name) => `${name} sieht dieses Bild.`,
  'show.other': (name) => `${name} zeigt Ihnen ein Bild.`,
  'show.coming': 'Das Bild ist unterwegs.',
  'show.picture': 'Das gezeigte Bild',
  'show.page': (page, count) => `Seite ${page} von ${count}`,
  'show.previous': 'Zurück',
  'show.next': 'Weiter',
  'show.page-unreadable': 'Diese Seite kann nicht gezeigt werden.',
  'show.larger': 'Größer',
  'show.smaller': 'Kleiner',
  'show.stop': 'Nicht mehr zeigen',

  'ask.what': 'Um ein Foto bitten. Wovon?',
  'ask.button': 'Bitten',
  'ask.asked': (name, what) =>
    what === ''
      ? `Sie haben ${name} um ein Foto gebeten.`
      : `Sie haben ${name} um ein Foto gebeten: ${what}`,
  'ask.declined': (name) => `${name} sendet kein Foto.`,
  'ask.seen': 'In Ordnung',

  'photo.title': (name) => `${name} bittet um ein Foto`,
  'photo.explain':
    'Sie sehen das Foto, bevor es gesendet wird. Sie dürfen Nein sagen. Wir speichern es nicht.',
  'photo.open': 'Kamera öffnen',
  'photo.opening': 'Die Kamera öffnet sich.',
  'photo.view': 'Was die Kamera sieht',
  'photo.take': 'Foto machen',
  'photo.yours': 'Ihr Foto',
  'photo.send': 'Dieses Foto senden',
  'photo.again': 'Noch einmal versuchen',
  'photo.no': 'Kein Foto',
  'photo.no-camera':
    'Die Kamera öffnet sich nicht. Versuchen Sie es noch einmal, oder sagen Sie es dem Arzt.',
}
