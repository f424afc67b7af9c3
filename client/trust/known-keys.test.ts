import { expect, test } from 'vitest'
import { meetProvider, type MetProvider } from './known-keys.ts'

const day = 24 * 60 * 60_000
const itsme = {
  issuer: 'https://itsme.example/v2',
  clientId: 'visite',
}
/** The first of them signs. */
const withKeys = (signer: string, ...others: string[]): MetProvider => ({
  ...itsme,
  offered: [signer, ...others],
  signer,
})

test('keys are trusted at first sight, and known from then on', () => {
  const first = meetProvider(null, withKeys('one'), day)
  expect(first.standing).toEqual({ kind: 'first-seen' })
  expect(meetProvider(first.known, withKeys('one'), 2 * day).standing).toEqual({
    kind: 'known',
    since: day,
  })
})

test('a key that signs for the first time beside a known one is told for a day, and known from then on', () => {
  const { known } = meetProvider(null, withKeys('one'), day)
  const { standing, known: both } = meetProvider(known, withKeys('two', 'one'), 2 * day)
  expect(standing).toEqual({ kind: 'added' })
  const { standing: still, known: again } = meetProvider(both, withKeys('two'), 2.5 * day)
  expect(still).toEqual({ kind: 'added' })
  expect(meetProvider(again, withKeys('two'), 4 * day).standing).toEqual({
    kind: 'known',
    since: 3 * day,
  })
})

test('a key that only lay beside the one that signed is told as well when it signs itself', () => {
  const { known } = meetProvider(null, withKeys('one', 'two'), day)
  const { standing, known: again } = meetProvider(known, withKeys('one', 'two'), 2 * day)
  expect(standing).toEqual({ kind: 'known', since: day })
  expect(meetProvider(again, withKeys('two'), 3 * day).standing).toEqual({ kind: 'added' })
})

test('a key of somebody else does not become known by the good name of one beside it', () => {
  const { known } = meetProvider(null, withKeys('one'), day)
  expect(meetProvider(known, withKeys('theirs', 'one'), 2 * day).standing).toEqual({
    kind: 'added',
  })
  expect(meetProvider(known, withKeys('theirs'), 2 * day).standing).toEqual({ kind: 'changed' })
})

test('others in the place of all are told, each time, and not learned', () => {
  const { known } = meetProvider(null, withKeys('one'), day)
  const changed = meetProvider(known, withKeys('three'), 2 * day)
  expect(changed).toEqual({ standing: { kind: 'changed' }, known })
  expect(meetProvider(changed.known, withKeys('three'), 3 * day).standing).toEqual({
    kind: 'changed',
  })
})

test.each<[string, Partial<MetProvider>]>([
  ['another provider', { issuer: 'https://itsme.evil.example' }],
  ['another service', { clientId: 'somebody-else' }],
])('%s is told as a change, even with the same keys, and not learned', (_what, other) => {
  const { known } = meetProvider(null, withKeys('one'), day)
  for (const named of [withKeys('one'), withKeys('nine'), withKeys('nine', 'one')]) {
    expect(meetProvider(known, { ...named, ...other }, 2 * day)).toEqual({
      standing: { kind: 'changed' },
      known,
    })
  }
})

test('a browser that was away for two months begins anew', () => {
  const { known } = meetProvider(null, withKeys('one'), day)
  const later = meetProvider(known, { ...withKeys('nine'), clientId: 'visite-2' }, 70 * day)
  expect(later.standing).toEqual({ kind: 'first-seen' })
  expect(later.known).toMatchObject({ clientId: 'visite-2' })
})
