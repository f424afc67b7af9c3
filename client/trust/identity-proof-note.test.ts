// @vitest-environment happy-dom
import { afterEach, expect, test, vi } from 'vitest'
import { texts as trustTexts } from '../i18n/trust/en.ts'
import { texts } from '../i18n/identity-proof/en.ts'
import { createFormat } from '../i18n/format.ts'
import { initialExchange } from './exchange.ts'
import type { IdentityVerdict } from './identity-verdict.ts'
import type { ProviderChange, Standing } from './known-keys.ts'
import type { Accepted } from './accept-provider.ts'
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

const change: ProviderChange = {
  before: {
    issuer: 'https://itsme.example/v2',
    clientId: 'visite',
    keys: { 'thumbprint-before': { counts: 0, last: 0 } },
  },
  met: {
    issuer: 'https://itsme.example/v2',
    clientId: 'visite-2',
    offered: ['thumbprint-now'],
    signer: 'thumbprint-now',
  },
}

test('a change is shown with what was before, and believed by nothing but a code that fits', async () => {
  const { whole } = await show({ kind: 'unproved', code: 'keys-changed', change })
  for (const told of ['thumbprint-before', 'thumbprint-now', 'visite-2']) {
    expect(whole).toContain(told)
  }
  const element = document.querySelector('keys-change')
  if (element === null) throw new Error('the change is not shown')
  const answers: Accepted[] = ['other-code', 'not-noted', 'accepted']
  const typed: string[] = []
  element.accept = async (_change, code) => {
    typed.push(code)
    return answers.shift() ?? 'accepted'
  }
  const said = () => element.querySelector('[role]')?.textContent.trim()
  const submits = async (answer: string) => {
    const input = element.querySelector('input')
    if (input !== null) input.value = '7K3M'
    element.querySelector('form')?.requestSubmit()
    await vi.waitFor(() => expect(said()).toBe(answer))
  }
  await submits(texts['change-other-code'])
  await submits(texts['change-not-noted'])
  await submits(texts['change-accepted'])
  expect(typed).toEqual(['7K3M', '7K3M', '7K3M'])
  expect(element.querySelector('form')).toBeNull()
})

test('what is not proved is told with its reason', async () => {
  const { inTheOpen } = await show({ kind: 'unproved', code: 'keys-changed', change })
  expect(inTheOpen[0]).toContain(texts['claimed'])
  expect(inTheOpen[0]).toContain(texts['keys-changed'])
})
