import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { withLock } from './lock.mjs'

const everyMs = 1

function makeLock(): string {
  const folder = mkdtempSync(join(tmpdir(), 'visite-lock-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  return join(folder, 'lock')
}

/** The number of a process that has ended. */
function deadPid(): number {
  return spawnSync(process.execPath, ['--version']).pid
}

test('who holds the lock is named in it, and nothing stays behind', async () => {
  const lock = makeLock()
  await withLock(lock, async () => expect(readFileSync(lock, 'utf8')).toBe(String(process.pid)))
  expect(readdirSync(dirname(lock))).toEqual([])
})

test('a second one waits for the first, and work that fails gives the lock back', async () => {
  const lock = makeLock()
  const order: string[] = []
  let finish = () => {}
  const first = withLock(lock, async () => {
    await new Promise<void>((resolve) => (finish = resolve))
    order.push('first')
    throw new Error('no network')
  })
  const second = withLock(lock, async () => void order.push('second'), everyMs)
  finish()
  await expect(first).rejects.toThrow('no network')
  await second
  expect(order).toEqual(['first', 'second'])
  expect(existsSync(lock)).toBe(false)
})

test('the lock of a process that was killed is taken over at once', async () => {
  const lock = makeLock()
  writeFileSync(lock, String(deadPid()))
  const began = performance.now()
  await withLock(lock, async () => {})
  expect(performance.now() - began).toBeLessThan(500)
  expect(readdirSync(dirname(lock))).toEqual([])
})

test('of many that find a dead one’s lock, one at a time works', async () => {
  const lock = makeLock()
  writeFileSync(lock, String(deadPid()))
  let inside = 0
  const work = async () => {
    expect(++inside).toBe(1)
    await new Promise((resolve) => setImmediate(resolve))
    inside -= 1
  }
  await Promise.all(Array.from({ length: 20 }, () => withLock(lock, work, everyMs)))
})

test('a lock in which nobody is named holds nobody up', async () => {
  const lock = makeLock()
  writeFileSync(lock, '')
  await withLock(lock, async () => {})
  expect(existsSync(lock)).toBe(false)
})
