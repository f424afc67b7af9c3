// @ts-check
/** The programs that tests need besides Node: two browsers, a TURN server, and what makes and cuts separate networks. */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { runWithProgress } from './progress.mjs'

/** @typedef {{ name: string, command: string, package: string, install: string }} Program */

/** @type {readonly Program[]} */
const programs = [
  { name: 'Chromium', command: 'chromium', package: 'chromium' },
  { name: 'Firefox ESR', command: 'firefox-esr', package: 'firefox-esr' },
  { name: 'coturn', command: 'turnserver', package: 'coturn' },
  { name: 'ip (separate networks)', command: 'ip', package: 'iproute2' },
  { name: 'nft (cuts between them)', command: 'nft', package: 'nftables' },
  { name: 'openssl (a certificate for the relay)', command: 'openssl', package: 'openssl' },
].map((program) => ({ ...program, install: `sudo apt-get install ${program.package}` }))

/**
 * Installs what is missing, through apt and as root only. Returns what is still missing afterwards.
 * @returns {Promise<readonly Program[]>}
 */
export async function ensureTestPrograms() {
  const missing = programs.filter((program) => findProgram(program.command) === null)
  if (missing.length === 0 || process.getuid?.() !== 0 || findProgram('apt-get') === null)
    return missing
  const packages = missing.map((program) => program.package)
  try {
    await runWithProgress('Reading the list of Debian packages', 'apt-get', ['update', '-qq'], '/')
    await runWithProgress(
      `Installing ${packages.join(', ')} for the tests`,
      'env',
      [
        'DEBIAN_FRONTEND=noninteractive',
        'apt-get',
        'install',
        '-y',
        '-qq',
        '--no-install-recommends',
        ...packages,
      ],
      '/',
    )
  } catch (error) {
    console.log(error instanceof Error ? error.message : error)
  }
  return programs.filter((program) => findProgram(program.command) === null)
}

/**
 * Returns the program's path, or null.
 * @param {string} command
 */
export function findProgram(command) {
  const folders = [
    ...(process.env['PATH'] ?? '').split(delimiter),
    '/usr/bin',
    '/usr/sbin',
    '/sbin',
    '/bin',
  ]
  return folders.map((folder) => join(folder, command)).find((file) => existsSync(file)) ?? null
}

/** Whether this machine lets us make network namespaces of our own. Leaves none behind. */
export function canMakeNetworks() {
  const ip = findProgram('ip')
  if (ip === null || process.getuid?.() !== 0) return false
  const name = `visite-try-${process.pid}`
  const made = spawnSync(ip, ['netns', 'add', name]).status === 0
  if (made) spawnSync(ip, ['netns', 'del', name])
  return made
}
