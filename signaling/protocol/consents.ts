/**
 * What a worker declares about a consultation by video. It is the modality that they consent to, not the examination: that is
 * the law's (GDPR, art. 6.1.c and 9.2.h). The sentences stand in `client/i18n/consents`.
 */
import * as Type from 'typebox'
import { strict } from './primitives.ts'

export const consents = [
  'video', // agrees to do it by video; choosing a visit in person takes it back
  'alone', // nobody else is in the room, or can listen
  'unrecorded', // records nothing, and was told that nobody does
] as const
export type Consent = (typeof consents)[number]
export const Consent = Type.Unsafe<Consent>(Type.Union(consents.map((code) => Type.Literal(code))))

/** Raised with every change of a sentence's meaning, in any language: a declaration is about the sentence that was read. */
export const consentTextVersion = '2026-11'

/** The physician heard the worker say it, or take it back. */
export const ConsentDraft = strict({ consent: Consent, given: Type.Boolean() })
export type ConsentDraft = Type.Static<typeof ConsentDraft>
