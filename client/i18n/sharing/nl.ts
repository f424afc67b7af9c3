import type { SharingTexts } from './en.ts'

export const texts: SharingTexts = {
  'text.title': 'Tekst',
  'text.close': 'Sluiten',
  'text.you': 'U',
  'text.empty': (name) =>
    `Typ hier. ${name} ziet elke letter meteen. Niets wordt bewaard: de tekst verdwijnt na het gesprek.`,
  'text.log': 'Wat er geschreven is',
  'text.field': 'Uw tekst',
  'text.end-line': 'Nieuwe regel',
  'text.writes': (name) => `${name} schrijft`,
  'text.said': (name, words) => `${name}: ${words}`,
}
