import type { ConsentTexts } from './en.ts'

export const texts: ConsentTexts = {
  'video': 'Ich bin einverstanden, mit dem Arzt per Video zu sprechen.',
  'alone': 'Ich bin allein. Niemand kann uns hören.',
  'accompanied': 'Jemand ist bei mir. Ich sage dem Arzt, wer es ist.',
  'unrecorded': 'Ich nehme nichts auf. Auch der Arzt nimmt nichts auf.',

  'title': 'Sind Sie mit einem Gespräch per Video einverstanden?',
  'informed': [
    'Nur der Arzt sieht und hört Sie. Kommt ein Dolmetscher dazu, sehen Sie das.',
    'Niemand nimmt Bild oder Ton auf. Wir bewahren auf, wann Sie sprachen und was Sie auf dieser Seite sagen.',
    'Ihr Arbeitgeber erfährt nicht, was Sie sagen.',
    'Sie können auch vor Ort kommen: Wählen Sie das jetzt oder während des Gesprächs. Sie brauchen keinen Grund zu nennen.',
    'Auch der Arzt kann entscheiden, dass ein Termin vor Ort besser ist.',
  ],
  'say': 'Mit einem Tipp sagen Sie:',
  'agree-alone': 'Ich bin einverstanden, und ich bin allein',
  'agree-accompanied': 'Ich bin einverstanden, und jemand ist bei mir',
  'in-person': 'Nein, ich komme lieber vor Ort',
  'aloud': 'Sie können es auch im Gespräch dem Arzt sagen.',

  'agreed': (time) => `Sie waren um ${time} Uhr einverstanden.`,
  'change': 'Ändern oder zurücknehmen',
  'take-back': 'Ich bin nicht mehr einverstanden',
  'failed': 'Das hat nicht geklappt. Versuchen Sie es erneut oder sagen Sie es dem Arzt.',
}
