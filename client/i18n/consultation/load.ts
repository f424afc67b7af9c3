/** Fetches the call screen's words in one language; four literal imports, so that the build makes one file of each. */
import type { Locale } from '../../../signaling/protocol/primitives.ts'
import type { ConsultationTexts } from './en.ts'

const loaders: Record<Locale, () => Promise<{ readonly texts: ConsultationTexts }>> = {
  nl: () => import('./nl.ts'),
  fr: () => import('./fr.ts'),
  de: () => import('./de.ts'),
  en: () => import('./en.ts'),
}

export async function loadConsultationTexts(locale: Locale): Promise<ConsultationTexts> {
  return (await loaders[locale]()).texts
}
