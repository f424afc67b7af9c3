import { sql } from 'kysely'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { readAudit, writeAudit, type AuditDraft, type AuditHead } from './audit.ts'
import { openDatabase, type OpenDatabase } from './database.ts'

let database: OpenDatabase
beforeEach(async () => {
  database = await openDatabase(':memory:')
})
afterEach(() => database.close())

const draft: AuditDraft = {
  at: '2026-11-24T08:00:00.000Z',
  actor: { kind: 'staff', id: 'staff-1' },
  appointmentId: 'appointment-1',
  action: 'appointment-planned',
  details: { b: 1, a: null },
}
const append = (change: Partial<AuditDraft> = {}) =>
  database.transact((tx) => writeAudit(tx).append({ ...draft, ...change }))
const verify = () => readAudit(database.db).verify()

test('entries are chained, and read back as they were written', async () => {
  await append()
  await append({ action: 'appointment-cancelled', details: {} })
  expect(await verify()).toEqual({ entries: 2, brokenAt: null })
  expect(await readAudit(database.db).ofAppointment('appointment-1')).toMatchObject([
    { number: 1, action: 'appointment-planned', details: { a: null, b: 1 } },
    { number: 2, action: 'appointment-cancelled' },
  ])
})

test('an empty log verifies, and so does a long one', async () => {
  expect(await verify()).toEqual({ entries: 0, brokenAt: null })
  await database.transact(async (tx) => {
    const audit = writeAudit(tx)
    for (let index = 0; index < 2001; index += 1) await audit.append(draft)
  })
  expect(await verify()).toEqual({ entries: 2001, brokenAt: null })
})

test('the table itself refuses changes', async () => {
  await append()
  for (const statement of ['UPDATE audit SET action = action', 'DELETE FROM audit']) {
    await expect(sql.raw(statement).execute(database.db)).rejects.toThrow('append-only')
  }
})

test.each([
  ["UPDATE audit SET details = '{}' WHERE number = 2", 2],
  ["UPDATE audit SET at = '2026-11-24T09:00:00.000Z' WHERE number = 1", 1],
  ['UPDATE audit SET actor_id = NULL WHERE number = 3', 3],
  ['DELETE FROM audit WHERE number = 2', 2],
  ['UPDATE audit SET number = 9 WHERE number = 3', 3],
])('whoever gets around that is found out: %s', async (statement, brokenAt) => {
  for (const action of ['a', 'b', 'c']) await append({ action })
  await sql`DROP TRIGGER audit_is_append_only_update`.execute(database.db)
  await sql`DROP TRIGGER audit_is_append_only_delete`.execute(database.db)
  await sql.raw(statement).execute(database.db)
  expect((await verify()).brokenAt).toBe(brokenAt)
})

test('a head that was kept elsewhere shows that the log still goes through it, and when its end is missing or was written anew', async () => {
  const continues = (head: AuditHead) => readAudit(database.db).continues(head)
  const empty = await readAudit(database.db).head()
  expect(empty.number).toBe(0)
  for (const action of ['a', 'b', 'c']) await append({ action })
  const head = await readAudit(database.db).head()
  await append({ action: 'd' })
  expect([await continues(empty), await continues(head)]).toEqual([true, true])

  await sql`DROP TRIGGER audit_is_append_only_delete`.execute(database.db)
  await sql`DELETE FROM audit WHERE number > 2`.execute(database.db)
  expect([await verify(), await continues(head)]).toEqual([{ entries: 2, brokenAt: null }, false])
  await append({ action: 'another c' })
  expect([await verify(), await continues(head)]).toEqual([{ entries: 3, brokenAt: null }, false])
})

test('a change that fails leaves no entry', async () => {
  await expect(
    database.transact(async (tx) => {
      await writeAudit(tx).append(draft)
      throw new Error('no')
    }),
  ).rejects.toThrow('no')
  expect(await verify()).toEqual({ entries: 0, brokenAt: null })
})
