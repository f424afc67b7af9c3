// @ts-check
import { spawn } from 'node:child_process'

/** People stop believing in a silent program after some seconds. */
const everyMs = 10_000

/**
 * Runs a program quietly and shows that it goes on. Throws with its last words when it fails.
 * @param {string} title what is being done, for the person who waits
 * @param {string} command
 * @param {readonly string[]} words
 * @param {string} cwd
 */
export async function runWithProgress(title, command, words, cwd) {
  const startedAt = Date.now()
  const seconds = () => Math.round((Date.now() - startedAt) / 1000)
  console.log(`${title} …`)
  const ticking = setInterval(() => console.log(`  … still at it, ${seconds()} s`), everyMs)
  try {
    const { code, words: last } = await run(command, words, cwd)
    if (code !== 0) throw new Error(`${last}\n${title}: failed. The lines above say why.`)
    console.log(`  done in ${seconds()} s`)
  } finally {
    clearInterval(ticking)
  }
}

/**
 * @param {string} command
 * @param {readonly string[]} words
 * @param {string} cwd
 * @returns {Promise<{ code: number, words: string }>}
 */
function run(command, words, cwd) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, words, {
      cwd,
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: process.platform === 'win32',
    })
    let printed = ''
    const keep = (/** @type {Buffer} */ chunk) => {
      printed = (printed + chunk.toString()).slice(-8000)
    }
    child.stdout.on('data', keep)
    child.stderr.on('data', keep)
    child.once('error', reject)
    child.once('close', (code) => resolve({ code: code ?? 1, words: printed.trim() }))
  })
}
