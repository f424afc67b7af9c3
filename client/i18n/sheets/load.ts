/** Fetches the words of a call’s sheets, in one language. */
import type { Locale } from '../../../signaling/protocol/primitives.ts'
import type { SheetTexts } from './en.ts'

const loaders: Record<Locale, () => Promise<{ readonly texts: SheetTexts }>> = {
  nl: () => import('./nl.ts'),
  fr: () => import('./fr.ts'),
  de: () => import('./de.ts'),
  en: () => import('./en.ts'),
}

export async function loadSheetTexts(locale: Locale): Promise<SheetTexts> {
  return (await loaders[locale]()).texts
}
