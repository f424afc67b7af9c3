/** Fetches the list of safety words in one language. */
import type { Locale } from '../../../signaling/protocol/primitives.ts'

const loaders: Record<Locale, () => Promise<{ readonly words: string }>> = {
  nl: () => import('./nl.ts'),
  fr: () => import('./fr.ts'),
  de: () => import('./de.ts'),
  en: () => import('./en.ts'),
}

/** 1024 of them; each place has the same meaning in every language. */
export async function loadSafetyWords(locale: Locale): Promise<readonly string[]> {
  return toList((await loaders[locale]()).words)
}

export function toList(words: string): readonly string[] {
  return words.trim().split(/\s+/)
}
