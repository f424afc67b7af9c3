/** All the words of the desk in one language: one file to fetch, whichever folders they stand in. */
import type { Locale } from '../../signaling/protocol/primitives.ts'
import type { ConsultationTexts } from '../i18n/consultation/en.ts'
import type { DeskTexts } from '../i18n/desk/en.ts'
import type { ErrorTexts } from '../i18n/errors/error-texts.ts'
import type { ExamTypeTexts } from '../i18n/exam-types/en.ts'
import type { SignInTexts } from '../i18n/sign-in/en.ts'

export interface DeskCatalogue {
  readonly consultation: ConsultationTexts
  readonly desk: DeskTexts
  readonly errors: ErrorTexts
  readonly examTypes: ExamTypeTexts
  readonly signIn: SignInTexts
}

const loaders: Record<Locale, () => Promise<DeskCatalogue>> = {
  nl: () => import('./catalogues/nl.ts'),
  fr: () => import('./catalogues/fr.ts'),
  de: () => import('./catalogues/de.ts'),
  en: () => import('./catalogues/en.ts'),
}

export function loadCatalogue(locale: Locale): Promise<DeskCatalogue> {
  return loaders[locale]()
}
