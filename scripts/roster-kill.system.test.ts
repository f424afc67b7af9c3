/** The server is killed while it stores an employer's list of workers: afterwards all of them are there, or none. */
import { randomBytes } from 'node:crypto'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { randomId, systemClock, toInstant } from '../signaling/clock.ts'
import { hashToken } from '../signaling/identity/token.ts'
import type { RosterApplied, RosterPreview } from '../signaling/protocol/planning.ts'
import { roster, rosterLine } from '../signaling/roster/specimens.ts'
import { databaseFile } from '../signaling/server.ts'
import { openStore } from '../signaling/store/store.ts'
import { addClinic } from '../signaling/testing/fixtures.ts'
import { startVisite } from './journey/visite-process.ts'

const rows = 500
/** Parts of the time that storing the list takes. */
const moments = [0.2, 0.4, 0.6, 0.8, 1] as const
const key = randomBytes(32).toString('base64url')

test('a list of 500 workers is stored whole or not at all, whenever the server is killed, and can be sent again', async () => {
  const { dataDir, employerId } = await prepareClinic()
  let visite = await startVisite({ dataDir })
  onTestFinished(() => visite.close())

  const send = async <Reply>(path: string, file: Uint8Array) => {
    const reply = await fetch(`${visite.url}/api/employers/${employerId}/roster${path}`, {
      method: 'POST',
      headers: { 'authorization': `Bearer ${key}`, 'content-type': 'text/csv' },
      body: Buffer.from(file),
    })
    if (!reply.ok) throw new Error(`${path}: ${reply.status} ${await reply.text()}`)
    return (await reply.json()) as Reply
  }
  const preview = (file: Uint8Array) => send<RosterPreview>('/preview', file)
  const apply = (file: Uint8Array, digest: string) => send<RosterApplied>(`?digest=${digest}`, file)

  const first = makeRoster('first')
  const { digest } = await preview(first)
  const began = performance.now()
  await apply(first, digest)
  const usualMs = performance.now() - began

  for (const moment of moments) {
    const file = makeRoster(`at-${moment}`)
    const seen = await preview(file)
    expect(seen).toMatchObject({ added: rows, rowsLeftOut: 0 })
    const answer = apply(file, seen.digest).catch(() => null)
    await new Promise((resolve) => setTimeout(resolve, usualMs * moment))
    await visite.kill()
    const acknowledged = (await answer) !== null
    visite = await startVisite({ dataDir, port: visite.port })
    const { added, unchanged } = await preview(file)
    expect([0, rows]).toContain(added)
    expect(added + unchanged).toBe(rows)
    if (acknowledged) expect(unchanged).toBe(rows)
    expect(await apply(file, seen.digest)).toMatchObject({ added, unchanged })
    expect(await preview(file)).toMatchObject({ added: 0, unchanged: rows })
  }
})

function makeRoster(name: string): Uint8Array {
  const line = (_: unknown, index: number) => {
    const own = `${name}-${index}`
    return rosterLine({ number: own, lastName: own, email: `${own}@example.be` })
  }
  return roster(...Array.from({ length: rows }, line))
}

async function prepareClinic() {
  const dataDir = mkdtempSync(join(tmpdir(), 'visite-roster-'))
  const store = await openStore(databaseFile(dataDir))
  const now = systemClock.now()
  const { employer } = await addClinic(store, { makeId: randomId, now, appointments: 0 })
  const at = toInstant(now)
  await store.write((writer) =>
    writer.apiKeys.add({ id: randomId(), keyHash: hashToken(key), name: 'planning', at }),
  )
  await store.close()
  return { dataDir, employerId: employer.id }
}
