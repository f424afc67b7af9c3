/** The server as its administrator meets it: a process of its own, from its first line to its exit code. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { connect, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, onTestFinished, test } from 'vitest'
import WebSocket from 'ws'
import { randomId, toInstant } from './clock.ts'
import { cookieName } from './identity/cookies.ts'
import { hashToken, randomToken } from './identity/token.ts'
import { closeCodes } from './protocol/close-codes.ts'
import type { PasskeyOrder } from './protocol/own-access.ts'
import { databaseFile } from './server.ts'
import { openStore } from './store/store.ts'
import { addClinic } from './testing/fixtures.ts'
import { enterWithNewPasskey } from './testing/passkey-entrance.ts'

const main = fileURLToPath(new URL('main.ts', import.meta.url))
// Compiling the program on a busy machine; each wait below is for something that is announced.
const slow = 120_000

function openFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'visite-startup-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  return port
}

/** Starts a server and returns at once. */
function run(environment: Record<string, string>) {
  const child = spawn(process.execPath, ['--import', 'tsx', main], {
    env: { PATH: process.env['PATH'], HOME: process.env['HOME'], ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const printed = { out: '', err: '' }
  child.stdout.on('data', (chunk: Buffer) => void (printed.out += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => void (printed.err += chunk.toString()))
  const ended = new Promise<number | null>((resolve) => void child.once('close', resolve))
  onTestFinished(async () => {
    child.kill('SIGKILL')
    await ended
  })
  return { child, printed, ended }
}

async function start(environment: Record<string, string> = {}) {
  const port = await freePort()
  const dataDir = environment['VISITE_DATA_DIR'] ?? openFolder()
  const server = run({ VISITE_PORT: String(port), VISITE_DATA_DIR: dataDir, ...environment })
  await new Promise<void>((resolve, reject) => {
    server.child.stdout.on('data', () => {
      if (server.printed.out.includes('listens')) resolve()
    })
    void server.ended.then(() => reject(new Error(`it ended: ${server.printed.err}`)))
  })
  return { ...server, port, dataDir, url: `http://localhost:${port}` }
}

/** Returns the Cookie header of a worker with an appointment in the server's database. */
async function signInWorker(dataDir: string, url: string): Promise<string> {
  const store = await openStore(databaseFile(dataDir), { alongside: true })
  const now = Date.now()
  const { appointments } = await addClinic(store, { makeId: randomId, now })
  const cookie = randomToken()
  await store.write((writer) =>
    writer.logins.add({
      kind: 'worker',
      appointmentId: appointments[0]?.id ?? '',
      linkVersion: 1,
      cookieHash: hashToken(cookie),
      at: toInstant(now),
      expiresAt: toInstant(now + 60_000),
    }),
  )
  await store.close()
  return `${cookieName('worker', url)}=${cookie}`
}

/** For what must fail: returns what was printed and the exit code. */
async function fail(environment: Record<string, string>) {
  const { printed, ended } = run(environment)
  return { code: await ended, ...printed }
}

describe('starting', { timeout: slow }, () => {
  test('says where it listens and, while nobody enrolled, how to', async () => {
    const first = await start()
    expect(first.printed.out).toContain(`Visite listens on ${first.url}\n`)
    await expect.poll(() => first.printed.out).toMatch(/\/office\/#[\w-]{43}\n/)
    expect(first.printed.err).not.toContain('/office/#')
    expect((await fetch(`${first.url}/healthz`)).status).toBe(200)
    expect(statSync(join(first.dataDir, 'visite.sqlite')).mode & 0o777).toBe(0o600)
  })

  test('says nothing more of enrolling once someone has', async () => {
    const first = await start()
    await expect.poll(() => first.printed.out).toMatch(/#[\w-]{43}\n/)
    const token = /#([\w-]{43})/.exec(first.printed.out)?.[1]
    let cookie = ''
    const post = (path: string, body: object) =>
      fetch(first.url + path, {
        method: 'POST',
        headers: { 'origin': first.url, 'content-type': 'application/json', cookie },
        body: JSON.stringify(body),
      })
    const reply = await enterWithNewPasskey(
      {
        origin: first.url,
        async order(draft) {
          const ordered = await post('/api/sign-in/passkey', draft)
          cookie = ordered.headers.getSetCookie()[0]?.split(';')[0] ?? ''
          return (await ordered.json()) as PasskeyOrder
        },
        signIn: (draft) => post('/api/sign-in', draft),
      },
      { token: token ?? '', person: { name: 'Sofie', email: 'sofie@zorgpost.example' } },
    )
    expect(reply.status).toBe(204)
    first.child.kill('SIGTERM')
    expect(await first.ended).toBe(0)
    const second = await start({ VISITE_DATA_DIR: first.dataDir })
    second.child.kill('SIGTERM')
    await second.ended
    expect(second.printed.out).not.toContain('#')
  })
})

describe('a start that cannot be ends with one helpful line', { timeout: slow }, () => {
  const oneLine = (text: string) => expect(text.trim().split('\n')).toHaveLength(1)

  test('for a mistake in the settings', async () => {
    const { code, err } = await fail({ VISITE_PORT: 'http' })
    expect([code, err]).toEqual([1, 'VISITE_PORT must be a whole number from 1 to 65535.\n'])
  })

  test('for a busy port', async () => {
    const other = createServer().listen(0, '127.0.0.1')
    await once(other, 'listening')
    onTestFinished(() => void other.close())
    const { port } = other.address() as AddressInfo
    const { code, err } = await fail({
      VISITE_PORT: String(port),
      VISITE_DATA_DIR: openFolder(),
      VISITE_LOG_LEVEL: 'error',
    })
    expect([code, err]).toEqual([1, expect.stringContaining(`Port ${port} is taken`)])
    oneLine(err)
  })

  test('for a folder that is a file', async () => {
    const file = join(openFolder(), 'file')
    writeFileSync(file, '')
    const { code, err } = await fail({ VISITE_DATA_DIR: file, VISITE_LOG_LEVEL: 'error' })
    expect([code, err]).toEqual([1, expect.stringContaining('VISITE_DATA_DIR')])
    oneLine(err)
  })

  test('for a folder in which another server runs', async () => {
    const { dataDir } = await start()
    const { code, err } = await fail({
      VISITE_PORT: String(await freePort()),
      VISITE_DATA_DIR: dataDir,
    })
    expect([code, err]).toEqual([1, expect.stringContaining('Another Visite is running')])
    oneLine(err)
  })

  test('for a key that others can read', async () => {
    const { dataDir, child, ended } = await start()
    child.kill('SIGTERM')
    await ended
    chmodSync(join(dataDir, 'secrets', 'call-link.key'), 0o644)
    const { code, err } = await fail({
      VISITE_PORT: String(await freePort()),
      VISITE_DATA_DIR: dataDir,
    })
    expect([code, err]).toEqual([1, expect.stringContaining('chmod 600')])
    oneLine(err)
  })

  test('for an address that is none of this machine’s', async () => {
    const { code, err } = await fail({
      VISITE_HOST: '192.0.2.1',
      VISITE_DATA_DIR: openFolder(),
      VISITE_LOG_LEVEL: 'error',
    })
    expect([code, err]).toEqual([1, expect.stringContaining('VISITE_HOST')])
    oneLine(err)
  })
})

describe('stopping', { timeout: slow }, () => {
  test.each(['SIGTERM', 'SIGINT'] as const)(
    'by %s asks pages to come back, then ends well',
    async (signal) => {
      const { child, ended, port, url, dataDir } = await start()
      const cookie = await signInWorker(dataDir, url)
      const socket = new WebSocket(`ws://127.0.0.1:${port}/ws/worker`, {
        origin: url,
        headers: { cookie },
      })
      await once(socket, 'open')
      const closed = once(socket, 'close')
      const began = performance.now()
      child.kill(signal)
      expect((await closed)[0]).toBe(closeCodes['going-away'])
      expect(await ended).toBe(0)
      expect(performance.now() - began).toBeLessThan(5000)
    },
  )

  test('waits for nobody who keeps a connection open and says nothing', async () => {
    const { child, ended, port } = await start()
    const idle = connect(port, '127.0.0.1')
    await once(idle, 'connect')
    const half = connect(port, '127.0.0.1')
    await once(half, 'connect')
    half.write('POST /api/sign-in HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100\r\n\r\n{')
    idle.on('error', () => {})
    half.on('error', () => {})
    const began = performance.now()
    child.kill('SIGTERM')
    expect(await ended).toBe(0)
    expect(performance.now() - began).toBeLessThan(5000)
  })

  test('at the second signal is at once', async () => {
    const { child, ended, port } = await start()
    const half = connect(port, '127.0.0.1')
    half.on('error', () => {})
    await once(half, 'connect')
    half.write('POST /api/sign-in HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100\r\n\r\n{')
    await fetch(`http://127.0.0.1:${port}/healthz`)
    const began = performance.now()
    child.kill('SIGTERM')
    // Once the port is closed the first signal has been heard.
    await expect
      .poll(() =>
        fetch(`http://127.0.0.1:${port}/healthz`).then(
          () => 'open',
          () => 'closed',
        ),
      )
      .toBe('closed')
    child.kill('SIGINT')
    expect(await ended).toBe(1)
    expect(performance.now() - began).toBeLessThan(2500)
  })
})
