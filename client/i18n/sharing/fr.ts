import type { SharingTexts } from './en.ts'

export const texts: SharingTexts = {
  'text.title': 'Texte',
  'text.close': 'Fermer',
  'text.you': 'Vous',
  'text.empty': (name) =>
    `Écrivez ici. ${name} voit chaque lettre tout de suite. Rien n’est conservé : le texte disparaît après l’appel.`,
  'text.log': 'Ce qui a été écrit',
  'text.field': 'Votre texte',
  'text.end-line': 'Nouvelle ligne',
  'text.writes': (name) => `${name} écrit`,
  'text.said': (name, words) => `${name} : ${words}`,
}
