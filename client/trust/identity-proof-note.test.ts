// @vitest-environment happy-dom
import { afterEach, expect, test, vi } from 'vitest'
import { texts as trustTexts } from '../i18n/trust/en.ts'
import { texts } from '../i18n/identity-proof/en.ts'
import { createFormat } from '../i18n/format.ts'
import { initialExchange } from './exchange.ts'
import type { IdentityVerdict } from './identity-verdict.ts'
import type { Standing } from './known-keys.ts'
import './identity-proof-note.ts'

afterEach(() => {
  document.body.replaceChildren()
})

const identifiedAt = Date.parse('2026-11-24T08:50:00.000Z')

async function show(identity: IdentityVerdict) {
  document.documentElement.lang = 'en'
  const note = document.createElement('identity-proof-note')
  note.format = createFormat('en', 'Europe/Brussels')
  note.trust = {
    participant: 'physician',
    texts: trustTexts,
    locale: 'en',
    exchange: initialExchange,
    identity,
    compare: () => {},
  }
  document.body.append(note)
  await vi.waitFor(() => {
    if (note.querySelector('p') === null) throw new Error('no words yet')
  })
  const open = [...note.querySelectorAll('[role=status] > p')]
  return { inTheOpen: open.map((each) => each.textContent.trim()), whole: note.textContent }
}

const proved = (keys: Standing) =>
  show({ kind: 'proved', name: 'Anna Peeters', identifiedAt, keys, pinned: false })

test('keys that this browser met for the first time, or knows, are told to whoever asks', async () => {
  const first = await proved({ kind: 'first-seen' })
  expect(first.inTheOpen).toEqual([texts['proved']('Anna Peeters')])
  expect(first.whole).toContain(texts['keys-first'])
  document.body.replaceChildren()
  const known = await proved({ kind: 'known', since: identifiedAt })
  expect(known.inTheOpen).toEqual(first.inTheOpen)
  expect(known.whole).toContain('24 November')
})

test('a key that is new beside a known one is told in the open', async () => {
  const { inTheOpen } = await proved({ kind: 'added' })
  expect(inTheOpen).toEqual([texts['proved']('Anna Peeters'), texts['keys-added']])
})

test('what is not proved is told with its reason', async () => {
  const { inTheOpen } = await show({ kind: 'unproved', code: 'keys-changed' })
  expect(inTheOpen[0]).toContain(texts['claimed'])
  expect(inTheOpen[0]).toContain(texts['keys-changed'])
})
