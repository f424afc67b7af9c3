/** Runs the installed coturn with our configuration, for the demo and the tests. */
import { spawn } from 'node:child_process'
import { accessSync, constants, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { renderTurnserverConf, type TurnServerOptions } from './turnserver-conf.ts'

/** Returns the program's path, or null when coturn is not installed. */
export function findCoturn(path = process.env['PATH'] ?? ''): string | null {
  const candidates = [...path.split(delimiter), '/usr/bin', '/usr/sbin'].map((folder) =>
    join(folder, 'turnserver'),
  )
  return candidates.find(isExecutable) ?? null
}

export interface Coturn {
  /** Resolves when the process has ended; its small files are gone then. */
  close(): Promise<void>
  /** What it printed so far; holds user ids and addresses. */
  readonly output: () => string
}

/**
 * Starts coturn and returns once it listens. `wrap` puts words before the command, such as `ip netns exec NAME`.
 * Throws with coturn's last lines when it ends instead.
 */
export async function startCoturn(
  options: Omit<TurnServerOptions, 'workFolder'>,
  { wrap = [] }: { wrap?: readonly string[] } = {},
): Promise<Coturn> {
  const program = findCoturn()
  if (program === null) throw new Error('coturn is not installed')
  const workFolder = mkdtempSync(join(tmpdir(), 'visite-coturn-'))
  const file = join(workFolder, 'turnserver.conf')
  writeFileSync(file, renderTurnserverConf({ ...options, workFolder }), { mode: 0o600 })

  const [command, ...words] = [...wrap, program, '-c', file]
  const child = spawn(command ?? program, words, { stdio: ['ignore', 'pipe', 'pipe'] })
  let printed = ''
  const ended = new Promise<void>((resolve) => {
    child.once('close', () => {
      rmSync(workFolder, { recursive: true, force: true })
      resolve()
    })
  })
  await new Promise<void>((resolve, reject) => {
    const read = (chunk: Buffer) => {
      printed = (printed + chunk.toString()).slice(-100_000)
      // Its last words once the listeners are open and the authentication threads run.
      if (printed.includes('SQLite DB connection success')) resolve()
    }
    child.stdout.on('data', read)
    child.stderr.on('data', read)
    child.once('error', reject)
    void ended.then(() => reject(new Error(`coturn ended at once: ${printed.slice(-500)}`)))
  })
  return {
    output: () => printed,
    async close() {
      child.kill('SIGTERM')
      await ended
    },
  }
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}
