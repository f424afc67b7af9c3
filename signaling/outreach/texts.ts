/** The catalogues of what leaves the server, all loaded: a mail's language is the worker's, not the process's. */
import { texts as de } from '../../client/i18n/outreach/de.ts'
import { texts as en, type OutreachTexts } from '../../client/i18n/outreach/en.ts'
import { texts as fr } from '../../client/i18n/outreach/fr.ts'
import { texts as nl } from '../../client/i18n/outreach/nl.ts'
import type { Locale } from '../protocol/primitives.ts'

export const outreachTexts: Record<Locale, OutreachTexts> = { nl, fr, de, en }
