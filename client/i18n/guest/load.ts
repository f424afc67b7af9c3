import type { Locale } from '../../../signaling/protocol/primitives.ts'
import type { GuestTexts } from './en.ts'

const loaders: Record<Locale, () => Promise<{ readonly texts: GuestTexts }>> = {
  nl: () => import('./nl.ts'),
  fr: () => import('./fr.ts'),
  de: () => import('./de.ts'),
  en: () => import('./en.ts'),
}

export async function loadGuestTexts(locale: Locale): Promise<GuestTexts> {
  return (await loaders[locale]()).texts
}
