import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openDatabase } from '../database.ts'
import { migrations } from './index.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'visite-outbox-kinds-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const before = Object.fromEntries(Object.entries(migrations).filter(([name]) => name < '006'))

test('the messages of an older database stay, in the order in which they were written', async () => {
  const file = join(folder, 'visite.sqlite')
  const old = await openDatabase(file, { known: before })
  const now = '2026-11-24T08:00:00.000Z'
  for (const row of [
    `employers VALUES ('e', 'Acme', '${now}')`,
    `workers VALUES ('w', 'e', NULL, NULL, 'Anna', 'Peeters', '1987-03-12', NULL, NULL, 'nl', '${now}', '${now}', 0)`,
    `physicians VALUES ('p', 'Dr. Claes', NULL, NULL, '${now}')`,
    `sessions VALUES ('se', 'p', NULL, '${now}', '2026-11-24T09:00:00.000Z', 20, '${now}')`,
    `slots VALUES ('s', 'se', '${now}', '2026-11-24T08:20:00.000Z')`,
    `appointments VALUES ('a', 's', 'w', 'remote', 'periodic', 'invited', NULL, NULL, 1, 'uid', 0, '${now}', '${now}')`,
    `outbox VALUES ('z', 'a', 'invitation', 'superseded', 0, '${now}', '${now}', NULL, NULL)`,
    `outbox VALUES ('b', 'a', 'invitation', 'queued', 0, '${now}', '${now}', NULL, NULL)`,
  ]) {
    await sql.raw(`INSERT INTO ${row}`).execute(old.db)
  }
  await old.close()
  const database = await openDatabase(file)
  const rows = await sql`SELECT id, state, appointment_id FROM outbox ORDER BY rowid`.execute(
    database.db,
  )
  expect(rows.rows).toEqual([
    { id: 'z', state: 'superseded', appointment_id: 'a' },
    { id: 'b', state: 'queued', appointment_id: 'a' },
  ])
  await database.close()
})
