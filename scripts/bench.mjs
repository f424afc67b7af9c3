// @ts-check
/**
 * `npm run bench -- NAME …`: makes a clone ready as the tests do, then runs `scripts/bench/NAME.ts`.
 * Plain JavaScript on Node alone, since on a fresh clone nothing is installed yet.
 */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { refuseOldNode } from './setup/node-version.mjs'
import { ensureBuilt, ensureInstalled } from './setup/ready.mjs'
import { ensureTestPrograms } from './setup/test-programs.mjs'

/** What each bench measures, in the order in which they are told. */
const benches = {
  call: 'how soon both see each other after the answer, beside a bare pair of connections',
  recovery: 'what an outage costs a call, beside its goal',
  agenda:
    'how soon the office is answered from an agenda of 100,000 appointments, and by which indexes',
}

const [name = '', ...options] = process.argv.slice(2)
const file = fileURLToPath(new URL(`bench/${name}.ts`, import.meta.url))
if (!Object.hasOwn(benches, name) || !existsSync(file)) {
  console.error('npm run bench -- NAME [--rounds N or --runs N] [--appointments N] [--json FILE]')
  for (const [each, about] of Object.entries(benches))
    console.error(`  ${each.padEnd(10)} ${about}`)
  process.exit(1)
}
try {
  refuseOldNode()
  await ensureInstalled()
  for (const program of await ensureTestPrograms())
    console.error(`${program.name} is missing: ${program.install}`)
  await ensureBuilt()
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
}
const { status } = spawnSync(process.execPath, ['--import', 'tsx', file, ...options], {
  stdio: 'inherit',
})
process.exitCode = status ?? 1
