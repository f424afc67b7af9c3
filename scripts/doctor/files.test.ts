import { chmodSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { openSecrets } from '../../signaling/identity/secrets.ts'
import { databaseFile } from '../../signaling/server.ts'
import { openStore } from '../../signaling/store/store.ts'
import { testConfig } from '../../signaling/testing/app.ts'
import { createFixedClock } from '../../signaling/testing/clock.ts'
import { lookAtDatabase, lookAtKeys } from './files.ts'

function openFolder() {
  const dataDir = mkdtempSync(join(tmpdir(), 'visite-doctor-'))
  onTestFinished(() => rmSync(dataDir, { recursive: true }))
  const keys = () => lookAtKeys({ ...testConfig(), dataDir }, createFixedClock())
  return { dataDir, keys, database: () => lookAtDatabase(dataDir) }
}

describe('before the first start', () => {
  test('neither database nor keys are amiss, and looking makes none', async () => {
    const { dataDir, database, keys } = openFolder()
    expect(database().kind).toBe('not-set')
    expect((await keys()).map(({ kind }) => kind)).toEqual(['not-set'])
    expect(readdirSync(dataDir)).toEqual([])
  })
})

describe('the database', () => {
  test('is well beside a running server', async () => {
    const { dataDir, database } = openFolder()
    const store = await openStore(databaseFile(dataDir))
    expect(database()).toMatchObject({ kind: 'well' })
    await store.close()
  })

  test('is not when others can read it, or when it is damaged', async () => {
    const { dataDir, database } = openFolder()
    const file = databaseFile(dataDir)
    await (await openStore(file)).close()
    chmodSync(file, 0o644)
    expect(database()).toMatchObject({ kind: 'not-well', says: expect.stringContaining('chmod') })
    writeFileSync(file, 'this was a database')
    expect(database()).toMatchObject({ kind: 'not-well', says: expect.stringContaining('backup') })
  })
})

describe('the keys', () => {
  test('are well when all are there for their owner alone', async () => {
    const { dataDir, keys } = openFolder()
    openSecrets(dataDir)
    expect((await keys()).map(({ kind }) => kind)).toEqual(['well'])
  })

  test('are each named that can be read by others or is gone, and none is made', async () => {
    const { dataDir, keys } = openFolder()
    openSecrets(dataDir)
    chmodSync(join(dataDir, 'secrets', 'call-link.key'), 0o640)
    rmSync(join(dataDir, 'secrets', 'short-link.key'))
    const found = await keys()
    expect(found.map(({ kind }) => kind)).toEqual(['not-well', 'not-well'])
    expect(found[0]?.says).toMatch(/call-link\.key can be read by others: run chmod 600/)
    expect(found[1]?.says).toMatch(/short-link\.key is not there: restore it/)
    expect((await keys()).map(({ kind }) => kind)).toEqual(['not-well', 'not-well'])
  })
})
