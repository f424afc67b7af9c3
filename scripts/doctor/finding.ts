/** What one look at the installation found, as one line for the administrator. */

export interface Finding {
  /** `not-set`: nothing to look at, by the administrator's own choice. */
  readonly kind: 'well' | 'not-well' | 'not-set'
  readonly about: string
  /** No full stop. Where something is not well: what is wrong, a colon, and what to do. No secret, nobody's address. */
  readonly says: string
}

export type Look = () => Promise<readonly Finding[]>

/** Returns the three ways to make a finding about one thing. */
export function findingsAbout(about: string) {
  const of = (kind: Finding['kind']) => (says: string) => ({ kind, about, says }) satisfies Finding
  return { well: of('well'), notWell: of('not-well'), notSet: of('not-set') }
}

const heads = { 'well': 'well    ', 'not-well': 'NOT WELL', 'not-set': 'not set ' } as const

export function toLine({ kind, about, says }: Finding): string {
  return `${heads[kind]}  ${about}: ${says}.`
}
