/** Fetches what is said about a proof of who the worker is, in one language. */
import type { Locale } from '../../../signaling/protocol/primitives.ts'
import type { IdentityProofTexts } from './en.ts'

const loaders: Record<Locale, () => Promise<{ readonly texts: IdentityProofTexts }>> = {
  nl: () => import('./nl.ts'),
  fr: () => import('./fr.ts'),
  de: () => import('./de.ts'),
  en: () => import('./en.ts'),
}

export async function loadIdentityProofTexts(locale: Locale): Promise<IdentityProofTexts> {
  return (await loaders[locale]()).texts
}
