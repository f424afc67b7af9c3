/** What runs here: the first thing that whoever is asked for help wants to know. */
import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { findCoturn } from '../../turn/coturn.ts'
import { findingsAbout, type Finding } from './finding.ts'

const patienceMs = 5000

export async function lookAtVersions(): Promise<Finding> {
  const { well } = findingsAbout('Versions')
  const coturn = await coturnVersion()
  const here = coturn === null ? 'no coturn on this machine' : `coturn ${coturn} on this machine`
  return well(`Node ${process.versions.node} on ${process.platform}, ${here}`)
}

async function coturnVersion(): Promise<string | null> {
  const program = findCoturn()
  if (program === null) return null
  const run = promisify(execFile)
  const printed = await run(program, ['--version'], { timeout: patienceMs }).catch(() => null)
  // It prints more than its version where it finds no configuration.
  return /^\d+(\.\d+)+/m.exec(printed?.stdout ?? '')?.[0] ?? 'of unknown version'
}
