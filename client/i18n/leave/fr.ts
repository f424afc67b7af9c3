import type { LeaveTexts } from './en.ts'

export const texts: LeaveTexts = {
  title: 'Est-ce la tablette du local ?',
  why: 'Effacez-la, pour que la personne suivante ne trouve rien de vous.',
  clear: 'Effacer cet appareil',
  failed: 'Cela n’a pas réussi. Fermez cette page et prévenez l’accueil.',
  soon: (time) => `Si personne ne touche cet appareil, il s’efface automatiquement dans ${time}.`,
  keep: 'Ne pas effacer automatiquement',
  kept: 'Il ne s’efface plus automatiquement. Effacez-le avant de partir.',
}
