/** Runs the installed coturn with our configuration, for the demo and the tests. */
import { spawn } from 'node:child_process'
import { accessSync, constants, mkdtempSync, writeFileSync } from 'node:fs'
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
 * Runs coturn until standard input ends, and removes its folder. Standard input ends with the process that started us,
 * however that one ends: no relay is left behind by a kill. coturn keeps nothing worth saving, so it is ended at once.
 */
const untilInputEnds = `
folder=$1; shift
exec 3<&0
"$@" <&- & relay=$!
(read -r _ <&3; kill -9 "$relay"; rm -rf "$folder") & watch=$!
wait "$relay"
kill "$watch"
rm -rf "$folder"
`

export interface CoturnChanges {
  /** Words before the command, such as `ip netns exec NAME`. */
  readonly wrap?: readonly string[]
  /** What an administrator may have made of our configuration. */
  readonly alter?: (conf: string) => string
}

/**
 * Starts coturn and returns once it listens. Throws with coturn's last lines when it ends instead.
 */
export async function startCoturn(
  options: Omit<TurnServerOptions, 'workFolder'>,
  { wrap = [], alter = (conf) => conf }: CoturnChanges = {},
): Promise<Coturn> {
  const program = findCoturn()
  if (program === null) throw new Error('coturn is not installed')
  const workFolder = mkdtempSync(join(tmpdir(), 'visite-coturn-'))
  const file = join(workFolder, 'turnserver.conf')
  writeFileSync(file, alter(renderTurnserverConf({ ...options, workFolder })), { mode: 0o600 })

  const shell = ['sh', '-c', untilInputEnds, 'coturn', workFolder, program, '-c', file]
  const [command, ...words] = [...wrap, ...shell]
  const child = spawn(command ?? 'sh', words, { stdio: ['pipe', 'pipe', 'pipe'] })
  let printed = ''
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => resolve())
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
      child.stdin.end()
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
