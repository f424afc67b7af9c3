import Database from 'better-sqlite3'
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest'
import { keepPrepared, mostKept } from './prepared.ts'

let database: Database.Database
let prepared: ReturnType<typeof keepPrepared>

beforeEach(() => {
  database = new Database(':memory:')
  onTestFinished(() => void database.close())
  database.exec('CREATE TABLE slots (id TEXT) STRICT')
  prepared = keepPrepared(database)
})

describe('a statement', () => {
  const all = 'SELECT * FROM slots ORDER BY id'
  const add = 'INSERT INTO slots (id) VALUES (?)'

  test('is prepared once, and takes other values each time', () => {
    expect(prepared.prepare(add)).toBe(prepared.prepare(add))
    for (const id of ['a', 'b']) prepared.prepare(add).run([id])
    expect(prepared.prepare(all).all([])).toEqual([{ id: 'a' }, { id: 'b' }])
  })

  test('sees a column that came after it', () => {
    prepared.prepare(add).run(['a'])
    expect(prepared.prepare(all).all([])).toEqual([{ id: 'a' }])
    database.exec("ALTER TABLE slots ADD COLUMN status TEXT NOT NULL DEFAULT 'free'")
    expect(prepared.prepare(all).all([])).toEqual([{ id: 'a', status: 'free' }])
  })

  test('is used again after it was refused', () => {
    database.exec('CREATE UNIQUE INDEX slots_id ON slots (id)')
    prepared.prepare(add).run(['a'])
    expect(() => prepared.prepare(add).run(['a'])).toThrow('UNIQUE')
    prepared.prepare(add).run(['b'])
    expect(prepared.prepare(all).all([])).toHaveLength(2)
  })
})

test('no more statements are kept than the server needs', () => {
  const first = prepared.prepare('SELECT 0')
  for (let count = 1; count <= mostKept; count++) prepared.prepare(`SELECT ${count}`)
  expect(prepared.prepare('SELECT 0')).not.toBe(first)
})
