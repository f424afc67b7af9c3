/**
 * What a worker declares about a consultation by video. It is the modality that they consent to, not the examination: that is
 * the law's (GDPR, art. 6.1.c and 9.2.h). The sentences stand in `client/i18n/consents`.
 */
import * as Type from 'typebox'
import { consents, type Consent as Kind } from './consent-kinds.ts'
import { strict } from './primitives.ts'

export type Consent = Kind
export const Consent = Type.Unsafe<Consent>(Type.Union(consents.map((code) => Type.Literal(code))))

/** Raised with every change of a sentence's meaning, in any language: a declaration is about the sentence that was read. */
export const consentTextVersion = '2026-11'

/** The physician heard the worker say it, or take it back. */
export const ConsentDraft = strict({ consent: Consent, given: Type.Boolean() })
export type ConsentDraft = Type.Static<typeof ConsentDraft>
