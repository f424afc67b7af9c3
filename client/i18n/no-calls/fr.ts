import type { NoCallsTexts } from './en.ts'

export const texts: NoCallsTexts = {
  title: (browser) => `Ouvrez cette page dans ${browser}`,
  body: 'La fenêtre que vous utilisez ne permet pas les appels vidéo.',
  steps: [
    'Copiez le lien avec le bouton.',
    'Ouvrez votre navigateur.',
    'Collez le lien à la place de l’adresse.',
  ],
  copy: 'Copier le lien',
  copied: 'Le lien est copié',
  any: 'Chrome, Edge, Firefox ou Safari',
}
