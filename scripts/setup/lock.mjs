// @ts-check
/**
 * Two starts side by side on one clone take turns. The lock is a file that names the process which holds it: one that was
 * killed cannot take it away again, and the next start does.
 */
import { linkSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'

/** Longer than any install: by then the number that a dead process had may be another one's. */
const deadAfterMs = 15 * 60_000
const lookEveryMs = 500

/**
 * Does this work while nobody else holds the lock.
 * @param {string} lock the file's path
 * @param {() => Promise<void>} work
 * @param {number} everyMs how often to look whether it is free
 */
export async function withLock(lock, work, everyMs = lookEveryMs) {
  while (!take(lock)) {
    if (!isHeld(lock)) discard(lock)
    else await new Promise((resolve) => setTimeout(resolve, everyMs))
  }
  try {
    await work()
  } finally {
    rmSync(lock, { force: true })
  }
}

/** A link appears whole or not at all: nobody reads a lock without its holder in it. */
function take(/** @type {string} */ lock) {
  const own = `${lock}-${process.pid}`
  writeFileSync(own, String(process.pid))
  try {
    linkSync(own, lock)
    return true
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false
    throw error
  } finally {
    rmSync(own, { force: true })
  }
}

function isHeld(/** @type {string} */ lock) {
  try {
    const { mtimeMs } = statSync(lock)
    return Date.now() - mtimeMs < deadAfterMs && isAlive(holderOf(lock))
  } catch (error) {
    // Given back in this moment: there is nothing to discard either.
    if (codeOf(error) === 'ENOENT') return true
    throw error
  }
}

/** Moved away first: of two that find the same dead holder, one might remove the lock that the other has just taken. */
function discard(/** @type {string} */ lock) {
  const aside = `${lock}-dead-${process.pid}`
  try {
    renameSync(lock, aside)
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return
    throw error
  }
  if (isHeld(aside)) linkSync(aside, lock)
  rmSync(aside, { force: true })
}

function holderOf(/** @type {string} */ lock) {
  return Number(readFileSync(lock, 'utf8'))
}

function isAlive(/** @type {number} */ pid) {
  try {
    // Signal 0 asks only, and 0 is no process but a group of them; kill(2).
    return pid > 0 && process.kill(pid, 0)
  } catch (error) {
    // Another user's process is one too.
    return codeOf(error) === 'EPERM'
  }
}

function codeOf(/** @type {unknown} */ error) {
  return error instanceof Error && 'code' in error ? error.code : null
}
