/**
 * What a worker declares about a consultation by video. It is the modality that they consent to, not the examination: that is
 * the law's (GDPR, art. 6.1.c and 9.2.h). The sentences stand in `client/i18n/consents`.
 */
import * as Type from 'typebox'
import { consents, type Consent as Kind } from './consent-kinds.ts'
import { Instant, Locale, strict } from './primitives.ts'

export type Consent = Kind
export const Consent = Type.Unsafe<Consent>(Type.Union(consents.map((code) => Type.Literal(code))))

/** The physician heard the worker say it, or take it back. */
export const ConsentDraft = strict({ consent: Consent, given: Type.Boolean() })
export type ConsentDraft = Type.Static<typeof ConsentDraft>

/** What stands of it. */
export const Declaration = strict({
  consent: Consent,
  at: Instant,
  /** Read and said on the worker's own page; else the physician heard it. */
  ownPage: Type.Boolean(),
})
export type Declaration = Type.Static<typeof Declaration>
export const Declarations = Type.Array(Declaration, { maxItems: 10 })

/** One tap on the worker's own page: they agree to video, record nothing, and say who is with them. */
export const OwnConsents = strict({
  company: Type.Union([Type.Literal('alone'), Type.Literal('accompanied')]),
  /** In which it was read, and which text it was: another than today's is refused. */
  language: Locale,
  textVersion: Type.String({ maxLength: 20 }),
})
export type OwnConsents = Type.Static<typeof OwnConsents>
