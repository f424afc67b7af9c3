/** Fetches the words of what is shared in a call, in one language. */
import type { Locale } from '../../../signaling/protocol/primitives.ts'
import type { SharingTexts } from './en.ts'

const loaders: Record<Locale, () => Promise<{ readonly texts: SharingTexts }>> = {
  nl: () => import('./nl.ts'),
  fr: () => import('./fr.ts'),
  de: () => import('./de.ts'),
  en: () => import('./en.ts'),
}

export async function loadSharingTexts(locale: Locale): Promise<SharingTexts> {
  return (await loaders[locale]()).texts
}
