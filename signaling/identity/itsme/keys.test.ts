import { describe, expect, test } from 'vitest'
import { decryptingKeys, publicKeys, signingKey, type ItsmeKey } from './keys.ts'

const hour = 60 * 60_000

/** A pair of keys that was made this many hours after the first one. */
function pairMadeAt(hours: number): ItsmeKey[] {
  return (['sig', 'enc'] as const).map((use) => ({
    use,
    kid: `${use} of hour ${hours}`,
    madeAt: hours * hour,
    jwk: { kty: 'RSA', n: 'n', e: 'AQAB', d: 'private', p: 'private', q: 'private' },
  }))
}

const kids = (keys: readonly { readonly kid?: string }[]) => keys.map(({ kid }) => kid)
const at = (keys: readonly ItsmeKey[], hours: number) => ({
  shown: kids(publicKeys(keys, hours * hour)),
  signs: signingKey(keys, hours * hour).kid,
  opens: kids(decryptingKeys(keys, hours * hour)),
})

describe('our keys towards itsme', () => {
  test('are the first ones at once', () => {
    expect(at(pairMadeAt(0), 0)).toEqual({
      shown: ['sig of hour 0', 'enc of hour 0'],
      signs: 'sig of hour 0',
      opens: ['enc of hour 0'],
    })
  })

  test('overlap after a rotation: itsme sees the new ones before anything is signed with them', () => {
    const keys = [...pairMadeAt(0), ...pairMadeAt(100)]
    const both = ['sig of hour 100', 'sig of hour 0', 'enc of hour 100']
    const opens = ['enc of hour 100', 'enc of hour 0']
    expect(at(keys, 100)).toEqual({ shown: both, signs: 'sig of hour 0', opens })
    expect(at(keys, 123.9)).toEqual({ shown: both, signs: 'sig of hour 0', opens })
    expect(at(keys, 124)).toEqual({ shown: both, signs: 'sig of hour 100', opens })
    expect(at(keys, 125)).toEqual({
      shown: ['sig of hour 100', 'enc of hour 100'],
      signs: 'sig of hour 100',
      opens: ['enc of hour 100'],
    })
  })

  test('outlive a second rotation in the same hours: nothing that itsme may still use is lost', () => {
    const keys = [...pairMadeAt(0), ...pairMadeAt(100), ...pairMadeAt(110)]
    expect(at(keys, 110)).toEqual({
      shown: ['sig of hour 110', 'sig of hour 100', 'sig of hour 0', 'enc of hour 110'],
      signs: 'sig of hour 0',
      opens: ['enc of hour 110', 'enc of hour 100', 'enc of hour 0'],
    })
    expect(at(keys, 125).signs).toBe('sig of hour 100')
    expect(at(keys, 134).signs).toBe('sig of hour 110')
    expect(at(keys, 135).shown).toEqual(['sig of hour 110', 'enc of hour 110'])
  })

  test('are shown without their private halves', () => {
    expect(JSON.stringify(publicKeys(pairMadeAt(0), 0))).not.toContain('private')
  })
})
