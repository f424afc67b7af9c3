/** Fetches the words of a call’s sheets in the page’s language: with the sheet, for a choice while the server is away. */
import type { Locale } from '../../../signaling/protocol/primitives.ts'
import { toLocale } from '../locale.ts'
import type { SheetTexts } from './en.ts'

const loaders: Record<Locale, () => Promise<{ readonly texts: SheetTexts }>> = {
  nl: () => import('./nl.ts'),
  fr: () => import('./fr.ts'),
  de: () => import('./de.ts'),
  en: () => import('./en.ts'),
}

export async function loadSheetTexts(): Promise<SheetTexts> {
  return (await loaders[toLocale(document.documentElement.lang) ?? 'en']()).texts
}
