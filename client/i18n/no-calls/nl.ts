import type { NoCallsTexts } from './en.ts'

export const texts: NoCallsTexts = {
  title: (browser) => `Open deze pagina in ${browser}`,
  body: 'Het venster dat u nu gebruikt, kan niet videobellen.',
  steps: ['Kopieer de link met de knop.', 'Open uw browser.', 'Plak de link waar het adres staat.'],
  copy: 'Kopieer de link',
  copied: 'De link is gekopieerd',
  any: 'Chrome, Edge, Firefox of Safari',
}
