/** Fetches the words with which a worker says who they are, in one language. */
import type { Locale } from '../../../signaling/protocol/primitives.ts'
import type { IdentityTexts } from './en.ts'

const loaders: Record<Locale, () => Promise<{ readonly texts: IdentityTexts }>> = {
  nl: () => import('./nl.ts'),
  fr: () => import('./fr.ts'),
  de: () => import('./de.ts'),
  en: () => import('./en.ts'),
}

export async function loadIdentityTexts(locale: Locale): Promise<IdentityTexts> {
  return (await loaders[locale]()).texts
}
