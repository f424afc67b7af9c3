// @ts-check
/**
 * Makes a clone ready to run: packages installed from the lock file, program built. Each step leaves a stamp, a hash of
 * what it was made from, and is skipped while the stamp still fits: a second start takes no time here.
 */
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { withLock } from './lock.mjs'
import { runWithProgress } from './progress.mjs'

const root = fileURLToPath(new URL('../..', import.meta.url))
const installStamp = join(root, 'node_modules', '.visite-installed')
const buildStamp = join(root, 'dist', '.visite-built')

/** What the build reads; tests are left out, so that editing one does not build again. */
const sources = [
  'client',
  'signaling',
  'turn',
  'scripts',
  'vite.config.ts',
  'tsconfig.json',
  'package-lock.json',
]

/** Installs the packages when the lock file or the Node version changed. Throws with npm's words when that fails. */
export async function ensureInstalled() {
  // better-sqlite3 is compiled for one Node ABI: another Node needs another build.
  const wanted = hash([readFileSync(join(root, 'package-lock.json')), process.versions.modules])
  if (read(installStamp) === wanted) return
  await alone(async () => {
    if (read(installStamp) === wanted) return
    await runWithProgress(
      'Installing packages (SQLite is compiled where no ready-made binary can be had: about two minutes)',
      npm(),
      ['ci', '--include=dev', '--no-audit', '--no-fund'],
      root,
    )
    writeFileSync(installStamp, wanted)
  })
}

/** Builds the pages and the server when a source changed. Throws with the builder's words when that fails. */
export async function ensureBuilt() {
  const wanted = hash([hashFiles(sources), process.versions.node])
  if (read(buildStamp) === wanted) return
  await alone(async () => {
    if (read(buildStamp) === wanted) return
    const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js')
    await runWithProgress(
      'Building the pages and the server',
      process.execPath,
      [vite, 'build', '--app'],
      root,
    )
    writeFileSync(buildStamp, wanted)
  })
}

/** Two starts side by side on one clone do not both install. */
async function alone(/** @type {() => Promise<void>} */ work) {
  try {
    await withLock(join(root, '.visite-setup.lock'), work)
  } catch (error) {
    if (!isUnwritable(error)) throw error
    throw new Error(
      `Visite cannot write into its own folder ${root}: make it writable for this user.`,
      { cause: error },
    )
  }
}

function isUnwritable(/** @type {unknown} */ error) {
  const codes = ['EACCES', 'EPERM', 'EROFS']
  return error instanceof Error && 'code' in error && codes.includes(String(error.code))
}

function npm() {
  return process.platform === 'win32' ? 'npm.cmd' : 'npm'
}

function read(/** @type {string} */ file) {
  return existsSync(file) ? readFileSync(file, 'utf8') : ''
}

function hash(/** @type {(string | Buffer)[]} */ parts) {
  const sum = createHash('sha256')
  for (const part of parts) sum.update(part)
  return sum.digest('hex')
}

function hashFiles(/** @type {string[]} */ paths) {
  const files = paths.flatMap((path) =>
    statSync(join(root, path)).isDirectory()
      ? readdirSync(join(root, path), { recursive: true, encoding: 'utf8' })
          .map((file) => join(path, file))
          .filter((file) => statSync(join(root, file)).isFile())
      : [path],
  )
  return hash(
    files
      .filter((file) => !file.endsWith('.test.ts'))
      .toSorted()
      .flatMap((file) => [file, readFileSync(join(root, file))]),
  )
}
