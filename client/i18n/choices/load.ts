/** Fetches the words of a worker's choices before the day, in one language. */
import type { Locale } from '../../../signaling/protocol/primitives.ts'
import type { ChoiceTexts } from './en.ts'

const loaders: Record<Locale, () => Promise<{ readonly texts: ChoiceTexts }>> = {
  nl: () => import('./nl.ts'),
  fr: () => import('./fr.ts'),
  de: () => import('./de.ts'),
  en: () => import('./en.ts'),
}

export async function loadChoiceTexts(locale: Locale): Promise<ChoiceTexts> {
  return (await loaders[locale]()).texts
}
