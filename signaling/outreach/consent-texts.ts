/** The sentences that workers declare, all loaded: the receipt is in the worker's language. */
import { texts as de } from '../../client/i18n/consents/de.ts'
import { texts as en, type ConsentTexts } from '../../client/i18n/consents/en.ts'
import { texts as fr } from '../../client/i18n/consents/fr.ts'
import { texts as nl } from '../../client/i18n/consents/nl.ts'
import type { Locale } from '../protocol/primitives.ts'

export const consentTexts: Record<Locale, ConsentTexts> = { nl, fr, de, en }
