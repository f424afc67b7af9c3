import { expect, test } from 'vitest'
import { meetProvider, type MetProvider } from './known-keys.ts'

const day = 24 * 60 * 60_000
const itsme: Omit<MetProvider, 'offered'> = {
  issuer: 'https://itsme.example/v2',
  clientId: 'visite',
}
const withKeys = (...offered: string[]): MetProvider => ({ ...itsme, offered })

test('keys are trusted at first sight, and known from then on', () => {
  const first = meetProvider(null, withKeys('one'), day)
  expect(first.standing).toEqual({ kind: 'first-seen' })
  expect(meetProvider(first.known, withKeys('one'), 2 * day).standing).toEqual({
    kind: 'known',
    since: day,
  })
})

test('a key that is added beside a known one is learned; it counts when the former is gone', () => {
  const { known } = meetProvider(null, withKeys('one'), day)
  const { known: both } = meetProvider(known, withKeys('one', 'two'), 2 * day)
  expect(meetProvider(both, withKeys('two'), 3 * day).standing).toEqual({
    kind: 'known',
    since: 2 * day,
  })
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
  for (const offered of [['one'], ['nine'], ['one', 'nine']]) {
    expect(meetProvider(known, { ...itsme, ...other, offered }, 2 * day)).toEqual({
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
