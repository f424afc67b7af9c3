import type { SharingTexts } from './en.ts'

export const texts: SharingTexts = {
  'text.title': 'Text',
  'text.close': 'Schließen',
  'text.you': 'Sie',
  'text.empty': (name) =>
    `Schreiben Sie hier. ${name} sieht jeden Buchstaben sofort. Nichts wird gespeichert: Der Text verschwindet nach dem Gespräch.`,
  'text.log': 'Was geschrieben wurde',
  'text.field': 'Ihr Text',
  'text.end-line': 'Neue Zeile',
  'text.writes': (name) => `${name} schreibt`,
  'text.said': (name, words) => `${name}: ${words}`,
}
