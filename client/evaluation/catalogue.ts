/** All that the page says in one language: one file to fetch, whichever folders it stands in. */
import type { Locale } from '../../signaling/protocol/primitives.ts'
import type { EvaluationTexts } from '../i18n/evaluation/en.ts'
import type { ErrorTexts } from '../i18n/errors/error-texts.ts'
import type { SignInTexts } from '../i18n/sign-in/en.ts'

export interface EvaluationCatalogue {
  readonly texts: EvaluationTexts
  readonly errors: ErrorTexts
  readonly signIn: SignInTexts
}

const loaders: Record<Locale, () => Promise<EvaluationCatalogue>> = {
  nl: () => import('../i18n/evaluation/nl.ts'),
  fr: () => import('../i18n/evaluation/fr.ts'),
  de: () => import('../i18n/evaluation/de.ts'),
  en: () => import('../i18n/evaluation/en.ts'),
}

export const loadCatalogue = (locale: Locale): Promise<EvaluationCatalogue> => loaders[locale]()
