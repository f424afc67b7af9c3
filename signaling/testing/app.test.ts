import { expect, test } from 'vitest'
import { buildTestApp } from './app.ts'

test('the server answers that it is well', async () => {
  const { app } = await buildTestApp()
  const reply = await app.inject('/healthz')
  expect([reply.statusCode, reply.json()]).toEqual([
    200,
    {
      ok: true,
      relay: 'not-set',
      relayChanges: 0,
    },
  ])
})
