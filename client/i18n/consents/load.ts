/** Fetches what a worker reads and declares before the talk, in one language. */
import type { Locale } from '../../../signaling/protocol/primitives.ts'
import type { ConsentTexts } from './en.ts'

const loaders: Record<Locale, () => Promise<{ readonly texts: ConsentTexts }>> = {
  nl: () => import('./nl.ts'),
  fr: () => import('./fr.ts'),
  de: () => import('./de.ts'),
  en: () => import('./en.ts'),
}

export async function loadConsentTexts(locale: Locale): Promise<ConsentTexts> {
  return (await loaders[locale]()).texts
}
