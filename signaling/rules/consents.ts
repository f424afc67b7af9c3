/** What stands of all that was declared and taken back. */
import type { Consent } from '../protocol/consents.ts'

export interface Declared {
  readonly consent: Consent
  /** False: taken back. */
  readonly given: boolean
}

/** Returns what the last word of each is, from declarations in the order in which they were made. */
export function standing(declared: readonly Declared[]): Consent[] {
  const last = new Map(declared.map(({ consent, given }) => [consent, given]))
  return [...last].flatMap(([consent, given]) => (given ? [consent] : []))
}
