// @ts-check
/**
 * `npm run simulate`: makes a clone ready as `npm start` does, then runs `scripts/simulate/`. It needs no built pages.
 * Plain JavaScript on Node alone, since on a fresh clone nothing is installed yet.
 */
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { refuseOldNode } from './setup/node-version.mjs'
import { ensureInstalled } from './setup/ready.mjs'

try {
  refuseOldNode()
  await ensureInstalled()
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
}
const file = fileURLToPath(new URL('simulate/run.ts', import.meta.url))
const { status } = spawnSync(
  process.execPath,
  ['--import', 'tsx', file, ...process.argv.slice(2)],
  { stdio: 'inherit' },
)
process.exitCode = status ?? 1
