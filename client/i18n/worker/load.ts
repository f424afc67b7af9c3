/** Fetches the worker's page's words in one language; the server's HTML has asked for the same file already. */
import type { Locale } from '../../../signaling/protocol/primitives.ts'
import type { WorkerTexts } from './en.ts'

const loaders: Record<Locale, () => Promise<{ readonly texts: WorkerTexts }>> = {
  nl: () => import('./nl.ts'),
  fr: () => import('./fr.ts'),
  de: () => import('./de.ts'),
  en: () => import('./en.ts'),
}

export async function loadWorkerTexts(locale: Locale): Promise<WorkerTexts> {
  return (await loaders[locale]()).texts
}
