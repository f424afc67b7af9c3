import type { Locale } from '../../../signaling/protocol/primitives.ts'
import type { AskTexts } from './en.ts'

const loaders: Record<Locale, () => Promise<{ readonly texts: AskTexts }>> = {
  nl: () => import('./nl.ts'),
  fr: () => import('./fr.ts'),
  de: () => import('./de.ts'),
  en: () => import('./en.ts'),
}

export async function loadAskTexts(locale: Locale): Promise<AskTexts> {
  return (await loaders[locale]()).texts
}
