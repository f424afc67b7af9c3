/** The built program as its administrator runs it: a process of its own, on its own port and data folder. */
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { freePort } from '../free-port.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))

export interface VisiteProcess {
  readonly pid: number
  readonly port: number
  readonly url: string
  readonly dataDir: string
  /** Everything printed so far. */
  output(): string
  /** Ends it as a service manager does. Returns the exit code. */
  stop(): Promise<number>
  /** Ends it as a power cut does. */
  kill(): Promise<void>
  /** Stops it, and removes its data folder. */
  close(): Promise<void>
}

export interface VisiteOptions {
  readonly program?: 'main' | 'demo'
  readonly environment?: Readonly<Record<string, string>>
  readonly inside?: readonly string[]
  /** To start again on the data of a process that was stopped or killed. */
  readonly dataDir?: string
  readonly port?: number
}

/** Starts it, and returns once it answers that it listens. Throws with what it printed when it ends instead. */
export async function startVisite(options: VisiteOptions = {}): Promise<VisiteProcess> {
  const port = options.port ?? (await freePort())
  const dataDir = options.dataDir ?? mkdtempSync(join(tmpdir(), 'visite-data-'))
  const words = [
    ...(options.inside ?? []),
    process.execPath,
    join(root, 'dist', 'server', `${options.program ?? 'main'}.js`),
  ]
  const child = spawn(words[0] ?? '', words.slice(1), {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      PATH: process.env['PATH'],
      HOME: process.env['HOME'],
      VISITE_PORT: String(port),
      VISITE_DATA_DIR: dataDir,
      ...(options.program === 'demo' ? { VISITE_TIME_ZONE: noonZone() } : {}),
      ...options.environment,
    },
  })
  let printed = ''
  const ended = new Promise<number>((resolve) => {
    child.once('close', (code) => resolve(code ?? 1))
  })
  const url = `http://localhost:${port}`
  await new Promise<void>((resolve, reject) => {
    const read = (chunk: Buffer) => {
      printed += chunk.toString()
      if (printed.includes(url)) resolve()
    }
    child.stdout.on('data', read)
    child.stderr.on('data', read)
    child.once('error', reject)
    void ended.then((code) => reject(new Error(`Visite ended with ${code}: ${printed}`)))
  })
  const stop = () => {
    child.kill('SIGTERM')
    return ended
  }
  return {
    // It has printed something: it was spawned.
    pid: child.pid ?? 0,
    port,
    url,
    dataDir,
    output: () => printed,
    stop,
    async kill() {
      child.kill('SIGKILL')
      await ended
    },
    async close() {
      await stop()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

/**
 * A zone in which it is about noon now: no journey meets midnight, when a desk's day ends.
 * In these names the sign is turned around: `Etc/GMT-3` is three hours ahead of UTC.
 */
export function noonZone(): string {
  const ahead = 12 - new Date().getUTCHours()
  if (ahead === 0) return 'UTC'
  return ahead > 0 ? `Etc/GMT-${ahead}` : `Etc/GMT+${-ahead}`
}
