import type { Locale } from '../../../signaling/protocol/primitives.ts'
import type { OwnAccessTexts } from './en.ts'

// Four literal imports: the build makes a file of each language, and a page fetches one.
const loaders: Record<Locale, () => Promise<{ readonly texts: OwnAccessTexts }>> = {
  nl: () => import('./nl.ts'),
  fr: () => import('./fr.ts'),
  de: () => import('./de.ts'),
  en: () => import('./en.ts'),
}

export async function loadOwnAccessTexts(locale: Locale): Promise<OwnAccessTexts> {
  return (await loaders[locale]()).texts
}
