/** Fetches what is said in a window that cannot call, in one language. */
import type { Locale } from '../../../signaling/protocol/primitives.ts'
import type { NoCallsTexts } from './en.ts'

const loaders: Record<Locale, () => Promise<{ readonly texts: NoCallsTexts }>> = {
  nl: () => import('./nl.ts'),
  fr: () => import('./fr.ts'),
  de: () => import('./de.ts'),
  en: () => import('./en.ts'),
}

export async function loadNoCallsTexts(locale: Locale): Promise<NoCallsTexts> {
  return (await loaders[locale]()).texts
}
