/** All that the page says in one language: one file to fetch, whichever folders it stands in. */
import type { Locale } from '../../signaling/protocol/primitives.ts'
import type { EmployerTexts } from '../i18n/employer/en.ts'
import type { ErrorTexts } from '../i18n/errors/error-texts.ts'
import type { SignInTexts } from '../i18n/sign-in/en.ts'

export interface EmployerCatalogue {
  readonly texts: EmployerTexts
  readonly errors: ErrorTexts
  readonly signIn: SignInTexts
}

const loaders: Record<Locale, () => Promise<EmployerCatalogue>> = {
  nl: () => import('../i18n/employer/nl.ts'),
  fr: () => import('../i18n/employer/fr.ts'),
  de: () => import('../i18n/employer/de.ts'),
  en: () => import('../i18n/employer/en.ts'),
}

export const loadCatalogue = (locale: Locale): Promise<EmployerCatalogue> => loaders[locale]()
