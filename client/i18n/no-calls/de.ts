import type { NoCallsTexts } from './en.ts'

export const texts: NoCallsTexts = {
  title: (browser) => `Öffnen Sie diese Seite in ${browser}`,
  body: 'Das Fenster, das Sie jetzt benutzen, kann keine Videogespräche.',
  steps: [
    'Kopieren Sie den Link mit dem Knopf.',
    'Öffnen Sie Ihren Browser.',
    'Fügen Sie den Link dort ein, wo die Adresse steht.',
  ],
  copy: 'Link kopieren',
  copied: 'Der Link ist kopiert',
  any: 'Chrome, Edge, Firefox oder Safari',
}
