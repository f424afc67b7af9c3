import type { ErrorCode } from '../../../signaling/protocol/codes.ts'

/** Codes that the pages themselves add to the server's: `offline` when no answer came at all. */
export type ErrorTexts = Readonly<Record<ErrorCode | 'offline', string>>

/** Turns whatever was thrown into a sentence; what has no known code reads as `internal`. */
export function toSentence(texts: ErrorTexts, error: unknown): string {
  const code: unknown =
    typeof error === 'object' && error !== null && 'code' in error ? error.code : error
  return isKnown(texts, code) ? texts[code] : texts.internal
}

function isKnown(texts: ErrorTexts, code: unknown): code is keyof ErrorTexts {
  return typeof code === 'string' && Object.hasOwn(texts, code)
}
