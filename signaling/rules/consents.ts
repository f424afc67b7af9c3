/** What stands of all that was declared and taken back. */
import type { Consent } from '../protocol/consents.ts'

export interface Declared {
  readonly consent: Consent
  /** False: taken back. */
  readonly given: boolean
}

/** Returns the last word of each that was given and not taken back, from declarations in the order in which they were made. */
export function standing<Said extends Declared>(declared: readonly Said[]): Said[] {
  const last = new Map(declared.map((said) => [said.consent, said]))
  return [...last.values()].filter(({ given }) => given)
}

const opposites: Partial<Record<Consent, Consent>> = { alone: 'accompanied', accompanied: 'alone' }

/** Returns what cannot be true as well: who says the one takes the other back. */
export function oppositeOf(consent: Consent): Consent | null {
  return opposites[consent] ?? null
}
