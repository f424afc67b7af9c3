// @ts-check
/**
 * `npm start`, `npm run demo` and `npm run visite`: makes a fresh clone ready, then runs the built program.
 * Plain JavaScript on Node alone, since on a fresh clone nothing is installed yet.
 */
import { refuseOldNode } from './setup/node-version.mjs'
import { ensureBuilt, ensureInstalled } from './setup/ready.mjs'

/** @type {Record<string, string>} What each command runs, from `dist/server`. */
const programs = { start: 'main.js', demo: 'demo.js', visite: 'visite.js' }

const [command = 'start'] = process.argv.splice(2, 1)
const program = programs[command]
try {
  refuseOldNode()
  if (program === undefined) throw new Error(`There is no command "${command}".`)
  await ensureInstalled()
  await ensureBuilt()
  await import(new URL(`../dist/server/${program}`, import.meta.url).href)
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
}
