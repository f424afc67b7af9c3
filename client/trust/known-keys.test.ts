import { expect, test } from 'vitest'
import { meetKeys } from './known-keys.ts'

const day = 24 * 60 * 60_000

test('keys are trusted at first sight, and known from then on', () => {
  const first = meetKeys({}, ['one'], day)
  expect(first.standing).toEqual({ kind: 'first-seen' })
  expect(meetKeys(first.known, ['one'], 2 * day).standing).toEqual({ kind: 'known', since: day })
})

test('a key that is added beside a known one is learned; it counts when the former is gone', () => {
  const { known } = meetKeys({}, ['one'], day)
  const { known: both } = meetKeys(known, ['one', 'two'], 2 * day)
  expect(meetKeys(both, ['two'], 3 * day).standing).toEqual({ kind: 'known', since: 2 * day })
})

test('others in the place of all are told, each time, and not learned', () => {
  const { known } = meetKeys({}, ['one'], day)
  const changed = meetKeys(known, ['three'], 2 * day)
  expect(changed).toEqual({ standing: { kind: 'changed' }, known })
  expect(meetKeys(changed.known, ['three'], 3 * day).standing).toEqual({ kind: 'changed' })
})

test('a browser that was away for two months begins anew', () => {
  const { known } = meetKeys({}, ['one'], day)
  expect(meetKeys(known, ['nine'], 70 * day).standing).toEqual({ kind: 'first-seen' })
})
