import { describe, expect, test } from 'vitest'
import { comparePerson, toClaimed, type Claimed, type Expected } from './same-person.ts'

const anna: Expected = { firstName: 'Anna', lastName: 'Peeters', birthDate: '1984-03-07' }

/** As the roster has them, as the provider says it. */
const same: [string, Partial<Expected>, Claimed, string][] = [
  ['all as written', {}, { givenName: 'Anna', familyName: 'Peeters' }, 'same same'],
  ['capitals', {}, { givenName: 'ANNA', familyName: 'PEETERS' }, 'same same'],
  [
    'accents',
    { firstName: 'Elise', lastName: 'Lefevre' },
    { givenName: 'Élise', familyName: 'Lefèvre' },
    'alike alike',
  ],
  [
    'an umlaut written out',
    { lastName: 'Müller' },
    { givenName: 'Anna', familyName: 'Mueller' },
    'alike same',
  ],
  [
    'an umlaut left out',
    { lastName: 'Müller' },
    { givenName: 'Anna', familyName: 'Muller' },
    'alike same',
  ],
  ['a sharp s', { lastName: 'Weiß' }, { givenName: 'Anna', familyName: 'Weiss' }, 'alike same'],
  [
    'another apostrophe',
    { lastName: 'D’Hondt' },
    { givenName: 'Anna', familyName: "D'Hondt" },
    'same same',
  ],
  [
    'no apostrophe',
    { lastName: 'D’Hondt' },
    { givenName: 'Anna', familyName: 'Dhondt' },
    'alike same',
  ],
  [
    'a hyphen',
    { firstName: 'Jean Pierre' },
    { givenName: 'Jean-Pierre', familyName: 'Peeters' },
    'same alike',
  ],
  [
    'no gap',
    { firstName: 'Jeanpierre' },
    { givenName: 'Jean-Pierre', familyName: 'Peeters' },
    'same alike',
  ],
  [
    'particles written together',
    { lastName: 'Van den Broeck' },
    { givenName: 'Anna', familyName: 'Vandenbroeck' },
    'alike same',
  ],
  [
    'particles left out',
    { lastName: 'De Smet' },
    { givenName: 'Anna', familyName: 'Smet' },
    'alike same',
  ],
  ['the names in another order', {}, { givenName: 'Peeters', familyName: 'Anna' }, 'alike alike'],
  ['a second given name', {}, { givenName: 'Anna Maria', familyName: 'Peeters' }, 'same alike'],
  ['the second one of two', {}, { givenName: 'Maria Anna', familyName: 'Peeters' }, 'same alike'],
  [
    'one of two family names',
    {},
    { givenName: 'Anna', familyName: 'Peeters-Janssens' },
    'alike same',
  ],
  ['no given name', {}, { familyName: 'Peeters' }, 'same missing'],
  ['one name for all', {}, { name: 'Peeters Anna' }, 'alike alike'],
  [
    'letters taken apart',
    { firstName: 'Zoë' },
    { givenName: 'Zoe\u0308', familyName: 'Peeters' },
    'same same',
  ],
]

test.each(same)('it is the same person with %s', (_what, expected, claimed, likeness) => {
  const compared = comparePerson({ ...anna, ...expected }, { birthDate: '1984-03-07', ...claimed })
  const [familyName, givenName] = likeness.split(' ')
  expect(compared).toEqual({ result: 'same', familyName, givenName, birthDate: 'same' })
})

const other: [string, Partial<Expected>, Claimed][] = [
  ['another family name', {}, { givenName: 'Anna', familyName: 'Janssens' }],
  ['another given name: a twin', {}, { givenName: 'Emma', familyName: 'Peeters' }],
  [
    'a short form of the name',
    { firstName: 'Tom' },
    { givenName: 'Thomas', familyName: 'Peeters' },
  ],
  ['an initial alone', { firstName: 'A.' }, { givenName: 'Anna', familyName: 'Peeters' }],
  ['a name that only begins like it', {}, { givenName: 'Anna', familyName: 'Peetersen' }],
  [
    'only a particle in common',
    { lastName: 'Van Dam' },
    { givenName: 'Anna', familyName: 'Van Loo' },
  ],
  ['the one name of somebody else', {}, { name: 'Jan Peeters' }],
  ['another birth date', {}, { givenName: 'Anna', familyName: 'Peeters', birthDate: '1984-03-08' }],
  [
    'day and month exchanged',
    {},
    { givenName: 'Anna', familyName: 'Peeters', birthDate: '1984-07-03' },
  ],
  ['another year alone', {}, { givenName: 'Anna', familyName: 'Peeters', birthDate: '1985' }],
  ['another birth date and no name', {}, { birthDate: '1984-03-08' }],
]

test.each(other)('it is another person with %s', (_what, expected, claimed) => {
  const compared = comparePerson({ ...anna, ...expected }, { birthDate: '1984-03-07', ...claimed })
  expect(compared).toEqual({ result: 'other' })
})

describe('a birth date', () => {
  const withDate = (birthDate: string) =>
    comparePerson(anna, { givenName: 'Anna', familyName: 'Peeters', birthDate })

  test.each(['1984-03-07', '07/03/1984', '07.03.1984'])('is the same as %s', (date) => {
    expect(withDate(date)).toMatchObject({ result: 'same', birthDate: 'same' })
  })
  test.each(['1984', '1984-03', '1984-00-00', '1984-03-00', '00/00/1984', '03/1984'])(
    'is not whole, and does not differ, as %s',
    (date) => expect(withDate(date)).toMatchObject({ result: 'same', birthDate: 'incomplete' }),
  )
  test.each(['1984-04', '00/04/1984', '1985-00-00'])('differs from %s', (date) => {
    expect(withDate(date)).toEqual({ result: 'other' })
  })
  test.each(['', '0000-00-00', 'unknown', '84-03-07'])('is not said by %s', (date) => {
    expect(withDate(date)).toEqual({ result: 'unclear' })
  })
})

test('a family name and a year alone are not enough', () => {
  expect(comparePerson(anna, { familyName: 'Peeters', birthDate: '1984' })).toEqual({
    result: 'unclear',
  })
})

test('nothing said is nothing known', () => {
  expect(comparePerson(anna, {})).toEqual({ result: 'unclear' })
  expect(comparePerson(anna, { birthDate: '1984-03-07' })).toEqual({ result: 'unclear' })
})

test('of what a token claims, texts of a person’s length count, and nothing else', () => {
  const whole = { given_name: 'Anna', family_name: 'Peeters', birthdate: '1984-03-07' }
  expect(toClaimed({ ...whole, sub: 'x', acr: 'y' })).toEqual({
    givenName: 'Anna',
    familyName: 'Peeters',
    birthDate: '1984-03-07',
  })
  expect(toClaimed({ given_name: 7, family_name: 'P'.repeat(201), name: null })).toEqual({})
  expect(toClaimed({ birthdate_as_string: '1984' })).toEqual({ birthDate: '1984' })
})
