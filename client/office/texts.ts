/** All that the office says in one language: its own texts, the examinations' names and the errors' sentences. */
import type { Locale } from '../../signaling/protocol/primitives.ts'
import type { ErrorTexts } from '../i18n/errors/error-texts.ts'
import type { ExamTypeTexts } from '../i18n/exam-types/en.ts'
import type { OfficeTexts } from '../i18n/office/en.ts'
import type { SignInTexts } from '../i18n/sign-in/en.ts'

export type Texts = OfficeTexts & {
  readonly examTypes: ExamTypeTexts
  readonly errors: ErrorTexts
}

interface Catalogue {
  readonly texts: OfficeTexts
  readonly examTypes: ExamTypeTexts
  readonly errors: ErrorTexts
  readonly signIn: SignInTexts
}

// Four literal imports: the build makes a file of each language, and a page fetches one.
const catalogues: Record<Locale, () => Promise<Catalogue>> = {
  nl: () => import('../i18n/office/nl.ts'),
  fr: () => import('../i18n/office/fr.ts'),
  de: () => import('../i18n/office/de.ts'),
  en: () => import('../i18n/office/en.ts'),
}

export async function loadTexts(locale: Locale): Promise<{ texts: Texts; signIn: SignInTexts }> {
  const { texts, examTypes, errors, signIn } = await catalogues[locale]()
  return { texts: { ...texts, examTypes, errors }, signIn }
}
