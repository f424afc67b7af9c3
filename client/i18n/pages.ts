/** What a page says before its program runs: its title, and a sentence for browsers without one. Written into the HTML by the build. */
import type { Locale } from '../../signaling/protocol/primitives.ts'

export type PageName =
  'worker' | 'ask' | 'guest' | 'room' | 'desk' | 'office' | 'employer' | 'evaluation'
export interface PageWords {
  readonly title: string
  readonly withoutScript: string
}

const withoutScript: Record<Locale, string> = {
  nl: 'Deze pagina heeft JavaScript nodig. Zet het aan, of open de pagina in een andere browser.',
  fr: 'Cette page a besoin de JavaScript. Activez-le, ou ouvrez la page dans un autre navigateur.',
  de: 'Diese Seite braucht JavaScript. Schalten Sie es ein oder öffnen Sie die Seite in einem anderen Browser.',
  en: 'This page needs JavaScript. Turn it on, or open the page in another browser.',
}

const titles: Record<PageName, Record<Locale, string>> = {
  worker: { nl: 'Uw afspraak', fr: 'Votre rendez-vous', de: 'Ihr Termin', en: 'Your appointment' },
  ask: {
    nl: 'Een gesprek vragen',
    fr: 'Demander un entretien',
    de: 'Um ein Gespräch bitten',
    en: 'Ask for a talk',
  },
  guest: {
    nl: 'Uitnodiging',
    fr: 'Invitation',
    de: 'Einladung',
    en: 'Invitation',
  },
  room: { nl: 'Lokaal', fr: 'Local', de: 'Raum', en: 'Room' },
  desk: { nl: 'Raadplegingen', fr: 'Consultations', de: 'Sprechstunde', en: 'Consultations' },
  office: { nl: 'Planning', fr: 'Planning', de: 'Planung', en: 'Planning' },
  employer: {
    nl: 'Afspraken van uw werknemers',
    fr: 'Rendez-vous de vos travailleurs',
    de: 'Termine Ihrer Arbeitnehmer',
    en: 'Your workers’ appointments',
  },
  evaluation: { nl: 'Evaluatie', fr: 'Évaluation', de: 'Auswertung', en: 'Evaluation' },
}

export function pageWords(page: PageName, locale: Locale): PageWords {
  return { title: titles[page][locale], withoutScript: withoutScript[locale] }
}
