import { expect, test } from 'vitest'
import type { ProviderAcceptance } from '../../signaling/protocol/provider-keys.ts'
import { spokenCodeOf } from '../../signaling/rules/spoken-code.ts'
import { acceptChange } from './accept-provider.ts'
import { meetProvider, type KnownProvider } from './known-keys.ts'

const day = 24 * 60 * 60_000
const before: KnownProvider = {
  issuer: 'https://itsme.example/v2',
  clientId: 'visite',
  keys: { old: { counts: day, last: day } },
}
const met = {
  issuer: 'https://itsme.example/v2',
  clientId: 'visite-2',
  offered: ['new', 'beside'],
  signer: 'new',
}
const codeFor = (thumbprint: string) => spokenCodeOf({ ...met, thumbprint })

function open(note: () => Promise<void> = async () => {}) {
  const noted: ProviderAcceptance[] = []
  let known: KnownProvider | null = before
  const ports = {
    note: async (acceptance: ProviderAcceptance) => {
      await note()
      noted.push(acceptance)
    },
    memory: { write: (next: KnownProvider) => void (known = next) },
    now: () => 2 * day,
  }
  const accept = (typed: string) => acceptChange({ before, met }, typed, ports)
  return { noted, accept, known: () => known }
}

test('with the code of the key that signed, this browser believes the change: it counts at once, and is noted', async () => {
  const { noted, accept, known } = open()
  expect(await accept((await codeFor('new')).toLowerCase())).toBe('accepted')
  expect(meetProvider(known(), met, 2 * day + 1).standing).toEqual({
    kind: 'known',
    since: 2 * day,
  })
  expect(noted).toEqual([
    {
      before: { issuer: before.issuer, clientId: 'visite', keys: ['old'] },
      now: { issuer: met.issuer, clientId: 'visite-2', key: 'new' },
    },
  ])
})

test('a key beside it counts no more than any other that is added', async () => {
  const { accept, known } = open()
  await accept(await codeFor('new'))
  const { standing } = meetProvider(known(), { ...met, signer: 'beside' }, 2 * day + 1)
  expect(standing).toEqual({ kind: 'added' })
})

test('what was known before is known no more', async () => {
  const { accept, known } = open()
  await accept(await codeFor('new'))
  const old = { issuer: before.issuer, clientId: 'visite', offered: ['old'], signer: 'old' }
  expect(meetProvider(known(), old, 2 * day + 1).standing).toEqual({ kind: 'changed' })
})

test.each(['', '0000 0000 0000 0000', 'beside', 'old'])(
  'any other code ("%s") changes nothing and is not noted',
  async (typed) => {
    const { noted, accept, known } = open()
    const code = typed === 'beside' || typed === 'old' ? await codeFor(typed) : typed
    expect(await accept(code)).toBe('other-code')
    expect(known()).toBe(before)
    expect(noted).toEqual([])
  },
)

test('what cannot be written down is not done', async () => {
  const { accept, known } = open(() => Promise.reject(new Error('offline')))
  expect(await accept(await codeFor('new'))).toBe('not-noted')
  expect(known()).toBe(before)
})
