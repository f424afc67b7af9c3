/** Fetches how to allow the camera, in one language. */
import type { Locale } from '../../../signaling/protocol/primitives.ts'
import type { AllowCameraTexts } from './en.ts'

const loaders: Record<Locale, () => Promise<{ readonly texts: AllowCameraTexts }>> = {
  nl: () => import('./nl.ts'),
  fr: () => import('./fr.ts'),
  de: () => import('./de.ts'),
  en: () => import('./en.ts'),
}

export async function loadAllowCameraTexts(locale: Locale): Promise<AllowCameraTexts> {
  return (await loaders[locale]()).texts
}
