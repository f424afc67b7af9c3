/** What the administrator reads out is what a physician's browser waits for. */
import { calculateJwkThumbprint } from 'jose'
import { expect, onTestFinished, test } from 'vitest'
import { systemClock } from '../../signaling/clock.ts'
import { isSpokenCode, spokenCodeOf } from '../../signaling/rules/spoken-code.ts'
import { openStore } from '../../signaling/store/store.ts'
import { testConfig } from '../../signaling/testing/app.ts'
import { startStandIn } from '../stand-in/provider.ts'
import { runCommand } from './run.ts'

const run = (issuer: string) =>
  runCommand(['itsme', 'provider'], {
    config: testConfig({
      VISITE_ITSME_ISSUER: issuer,
      VISITE_ITSME_CLIENT_ID: 'visite-sample',
      VISITE_ITSME_SERVICE: 'VISITE_SAMPLE',
    }),
    clock: systemClock,
    makeId: () => 'id',
    makeToken: () => 'token',
    openStore: () => openStore(':memory:'),
  })

test('the keys with which itsme signs are asked of itself, each with its code', async () => {
  const publicUrl = 'http://localhost:8080'
  const standIn = await startStandIn({ publicUrl, people: async () => [] })
  onTestFinished(() => standIn.close())
  const { issuer, clientId } = standIn
  const reply = await fetch(`${issuer}/jwkSet`)
  const { keys } = (await reply.json()) as { keys: { use: string; kty: string }[] }
  const signing = keys.find(({ use }) => use === 'sig') ?? { kty: '' }
  const thumbprint = await calculateJwkThumbprint(signing)
  const { lines, mistake } = await run(issuer)
  expect(mistake).toBeNull()
  expect(lines).toEqual([
    `${issuer} knows the service as ${clientId}.`,
    expect.stringContaining(thumbprint),
  ])
  const typed = /code (.{19}) /.exec(lines[1] ?? '')?.[1] ?? ''
  expect(isSpokenCode(typed, await spokenCodeOf({ issuer, clientId, thumbprint }))).toBe(true)
})

test('where itsme cannot be asked, the command says so in a sentence', async () => {
  const { lines, mistake } = await run('http://127.0.0.1:1/v2')
  expect(lines).toEqual([])
  expect(mistake).toBe('http://127.0.0.1:1/v2 could not be asked (network).')
})
