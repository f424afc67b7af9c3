/** Fetches the words of leaving a device that others use too, in one language. */
import type { Locale } from '../../../signaling/protocol/primitives.ts'
import type { LeaveTexts } from './en.ts'

const loaders: Record<Locale, () => Promise<{ readonly texts: LeaveTexts }>> = {
  nl: () => import('./nl.ts'),
  fr: () => import('./fr.ts'),
  de: () => import('./de.ts'),
  en: () => import('./en.ts'),
}

export async function loadLeaveTexts(locale: Locale): Promise<LeaveTexts> {
  return (await loaders[locale]()).texts
}
