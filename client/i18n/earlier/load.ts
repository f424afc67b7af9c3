/** Fetches the words of an earlier moment that a waiting worker is offered, in one language. */
import type { Locale } from '../../../signaling/protocol/primitives.ts'
import type { EarlierTexts } from './en.ts'

const loaders: Record<Locale, () => Promise<{ readonly texts: EarlierTexts }>> = {
  nl: () => import('./nl.ts'),
  fr: () => import('./fr.ts'),
  de: () => import('./de.ts'),
  en: () => import('./en.ts'),
}

export async function loadEarlierTexts(locale: Locale): Promise<EarlierTexts> {
  return (await loaders[locale]()).texts
}
