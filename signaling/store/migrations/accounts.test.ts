import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { expect, onTestFinished, test } from 'vitest'
import { openDatabase } from '../database.ts'
import { migrations } from './index.ts'

const before = Object.fromEntries(Object.entries(migrations).filter(([name]) => name < '019'))
const now = '2026-11-24T08:00:00.000Z'

test('the accounts of an older database stay, with all that points at them', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'visite-accounts-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const file = join(folder, 'visite.sqlite')
  const old = await openDatabase(file, { known: before })
  for (const row of [
    `physicians VALUES ('p', 'Dr. Claes', NULL, NULL, '${now}')`,
    `staff VALUES ('d', 'physician', 'Dr. Claes', NULL, 'p', NULL, '${now}')`,
    `staff VALUES ('s', 'planner', 'Sofie Maes', 's@zorgpost.example', NULL, '${now}', '${now}')`,
    `sign_in_links VALUES ('hash', 'sign-in', 'planner', 's', 0, '${now}', '${now}', NULL)`,
    `logins VALUES ('cookie', 'staff', 'd', NULL, NULL, '${now}', '${now}', NULL, NULL, '${now}')`,
    `passkeys VALUES ('key', 'd', 'Firefox', 'public', 0, '[]', '${now}', NULL)`,
  ]) {
    await sql.raw(`INSERT INTO ${row}`).execute(old.db)
  }
  await old.close()

  const database = await openDatabase(file)
  onTestFinished(() => database.close())
  const { db } = database
  const staff = await db.selectFrom('staff').selectAll().orderBy('id').execute()
  expect(staff).toMatchObject([
    { id: 'd', role: 'physician', physician_id: 'p', disabled_at: null, employer_id: null },
    { id: 's', role: 'planner', email: 's@zorgpost.example', disabled_at: now },
  ])
  const owners = await Promise.all(
    (['sign_in_links', 'logins', 'passkeys'] as const).map((table) =>
      db.selectFrom(table).select('staff_id').execute(),
    ),
  )
  expect(owners.flat().map(({ staff_id }) => staff_id)).toEqual(['s', 'd', 'd'])
  expect((await sql`PRAGMA foreign_key_check`.execute(db)).rows).toEqual([])
  const orphan = sql.raw(
    `INSERT INTO passkeys VALUES ('other', 'nobody', 'x', 'x', 0, '[]', '${now}', NULL)`,
  )
  await expect(orphan.execute(db)).rejects.toThrow('FOREIGN KEY')
})
