/** Fetches what is said about safety words, in one language. */
import type { Locale } from '../../../signaling/protocol/primitives.ts'
import type { TrustTexts } from './en.ts'

const loaders: Record<Locale, () => Promise<{ readonly texts: TrustTexts }>> = {
  nl: () => import('./nl.ts'),
  fr: () => import('./fr.ts'),
  de: () => import('./de.ts'),
  en: () => import('./en.ts'),
}

export async function loadTrustTexts(locale: Locale): Promise<TrustTexts> {
  return (await loaders[locale]()).texts
}
