import type { LeaveTexts } from './en.ts'

export const texts: LeaveTexts = {
  title: 'Is dit de tablet van het lokaal?',
  why: 'Wis hem, zodat wie na u komt niets van u vindt.',
  clear: 'Dit toestel wissen',
  failed: 'Dat is niet gelukt. Sluit deze pagina en zeg het aan het onthaal.',
  soon: (time) => `Raakt niemand dit toestel aan, dan wist het zichzelf over ${time}.`,
  keep: 'Niet vanzelf wissen',
  kept: 'Het wist zichzelf niet meer. Wis het voor u weggaat.',
}
