/**
 * Whether who an identity provider names is who has the appointment. What registers and rosters write differently is forgiven
 * (accents, hyphens, particles, the order of names, second names, dates that are not whole), and the result says so, for the
 * physician to judge. What tells two people apart is not: twins share everything but the given name.
 */
import type { Likeness } from '../protocol/identification.ts'
import type { CalendarDate } from '../protocol/primitives.ts'

export interface Expected {
  readonly firstName: string
  readonly lastName: string
  readonly birthDate: CalendarDate
}

/** As the provider says it; each may be missing. */
export interface Claimed {
  readonly givenName?: string
  readonly familyName?: string
  /** All names in one. */
  readonly name?: string
  /** Whole, or only its year, or with `00` where nobody knows. */
  readonly birthDate?: string
}

/** Longer is no name. */
const longestClaim = 200

/** What counts of a token's claims, whoever wrote them: texts of a person's length, and nothing else. */
export function toClaimed(claims: Readonly<Record<string, unknown>>): Claimed {
  const text = (claim: string): string | undefined => {
    const value = claims[claim]
    return typeof value === 'string' && value.length <= longestClaim ? value : undefined
  }
  const [givenName, familyName, name] = [text('given_name'), text('family_name'), text('name')]
  const birthDate = text('birthdate') ?? text('birthdate_as_string')
  return {
    ...(givenName !== undefined && { givenName }),
    ...(familyName !== undefined && { familyName }),
    ...(name !== undefined && { name }),
    ...(birthDate !== undefined && { birthDate }),
  }
}

export type Comparison =
  | ({ readonly result: 'same' } & Likeness)
  /** Nothing differs, but too little was said to know. */
  | { readonly result: 'unclear' }
  | { readonly result: 'other' }

export function comparePerson(expected: Expected, claimed: Claimed): Comparison {
  const birthDate = compareBirthDate(expected.birthDate, claimed.birthDate)
  const names = compareNames(expected, claimed)
  if (birthDate === 'other' || names === 'other') return { result: 'other' }
  if (birthDate === 'missing' || names === 'missing') return { result: 'unclear' }
  // A family name and a year are shared by siblings and strangers.
  if (names.givenName === 'missing' && birthDate === 'incomplete') return { result: 'unclear' }
  return { result: 'same', ...names, birthDate }
}

// -- names ------------------------------------------------------------------------------------------------------------

type Names = Pick<Likeness, 'familyName' | 'givenName'>

function compareNames(expected: Expected, claimed: Claimed): Names | 'other' | 'missing' {
  const { givenName = '', familyName = '', name = '' } = claimed
  if (familyName === '') return name === '' ? 'missing' : compareWhole(expected, name)
  const family = compareFamily(expected.lastName, familyName)
  if (givenName === '') {
    return family === 'other' ? 'other' : { familyName: family, givenName: 'missing' }
  }
  const given = compareGiven(expected.firstName, givenName)
  if (family !== 'other' && given !== 'other') return { familyName: family, givenName: given }
  return compareWhole(expected, `${givenName} ${familyName}`)
}

/** Names in another order, or divided elsewhere: the same words, each once. */
function compareWhole({ firstName, lastName }: Expected, name: string): Names | 'other' {
  const isSame = wordsIn(`${firstName} ${lastName}`).some((own) =>
    wordsIn(name).some((other) => sorted(own) === sorted(other)),
  )
  return isSame ? { familyName: 'alike', givenName: 'alike' } : 'other'
}

function compareFamily(own: string, other: string): 'same' | 'alike' | 'other' {
  if (isWritten(own, other)) return 'same'
  // "Van den Broeck" and "Vandenbroeck"; "De Smet" and "Smet"; one of two names, as marriage and customs have it.
  return anyPair(own, other, (a, b) => {
    const [main, others] = [withoutParticles(a), withoutParticles(b)]
    return a.join('') === b.join('') || contains(main, others) || contains(others, main)
  })
    ? 'alike'
    : 'other'
}

/** A register has all given names, a roster the one that is used: the first of one must stand in the other, whole. */
function compareGiven(own: string, other: string): 'same' | 'alike' | 'other' {
  if (isWritten(own, other)) return 'same'
  return anyPair(
    own,
    other,
    (a, b) => a.join('') === b.join('') || contains(a, b) || contains(b, a),
  )
    ? 'alike'
    : 'other'
}

function isWritten(own: string, other: string): boolean {
  const plain = (text: string) => text.normalize('NFC').trim().toLowerCase().replaceAll('’', "'")
  return plain(own) === plain(other)
}

function anyPair(
  own: string,
  other: string,
  test: (a: readonly string[], b: readonly string[]) => boolean,
): boolean {
  return wordsIn(own).some((a) => wordsIn(other).some((b) => test(a, b)))
}

/** Whether all of these words, one at least, are among those. */
function contains(words: readonly string[], all: readonly string[]): boolean {
  return words.length > 0 && words.every((word) => all.includes(word))
}

function sorted(words: readonly string[]): string {
  return words.toSorted().join(' ')
}

const particles = new Set(
  'van vande vanden vander den der de du des d la le l el al von zu zum zur di da dos del ter ten te y e'.split(
    ' ',
  ),
)

/** Where nothing but particles is left, they are the name: "De Le". */
function withoutParticles(words: readonly string[]): readonly string[] {
  const rest = words.filter((word) => !particles.has(word))
  return rest.length === 0 ? words : rest
}

/** The words of a name without accents, in both ways of writing an umlaut. */
function wordsIn(name: string): readonly (readonly string[])[] {
  const lower = name.normalize('NFC').toLowerCase()
  return [lower, lower.replaceAll(/[äöü]/g, (letter) => `${base(letter)}e`)].map((text) =>
    base(text)
      // D'Hondt is one word, Jean-Pierre two.
      .replaceAll(/['’`´]/g, '')
      .split(/[^\p{L}]+/u)
      .filter(Boolean),
  )
}

/** Letters that Unicode does not take apart. */
const whole: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
}

function base(text: string): string {
  return text
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[ßæœøłđðþı]/g, (letter) => whole[letter] ?? letter)
}

// -- dates ------------------------------------------------------------------------------------------------------------

function compareBirthDate(
  own: CalendarDate,
  other: string | undefined,
): Likeness['birthDate'] | 'other' | 'missing' {
  const [year, month, day] = partsOf(other ?? '')
  if (year === null) return 'missing'
  const [ownYear, ownMonth, ownDay] = partsOf(own)
  const differs = (a: string | null | undefined, b: string | null | undefined) => a && b && a !== b
  if (differs(year, ownYear) || differs(month, ownMonth) || differs(day, ownDay)) return 'other'
  return month && day && ownMonth && ownDay ? 'same' : 'incomplete'
}

/** Year, month and day; null for what is not said. A year first, as ISO 8601 has it, or last, as cards have it. */
function partsOf(date: string): readonly (string | null)[] {
  const [, year, month, day] = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/.exec(date) ?? []
  const [, lastDay, lastMonth, lastYear] = /^(?:(?:(\d\d)[./])?(\d\d)[./])(\d{4})$/.exec(date) ?? []
  return [year ?? lastYear, month ?? lastMonth, day ?? lastDay].map((part) =>
    part === undefined || /^0+$/.test(part) ? null : part,
  )
}
