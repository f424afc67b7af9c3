import type { ApiErrorCode } from '../../api/error-codes.ts'

/** The server's codes, and those that the pages add. */
export type ErrorTexts = Readonly<Record<ApiErrorCode, string>>

/** Turns whatever was thrown into a sentence; what has no known code reads as `internal`. */
export function toSentence(texts: ErrorTexts, error: unknown): string {
  const code: unknown =
    typeof error === 'object' && error !== null && 'code' in error ? error.code : error
  return isKnown(texts, code) ? texts[code] : texts.internal
}

function isKnown(texts: ErrorTexts, code: unknown): code is keyof ErrorTexts {
  return typeof code === 'string' && Object.hasOwn(texts, code)
}
