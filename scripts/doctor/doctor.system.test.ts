/** The command as its administrator runs it, against real coturns and a real mail server: well, and broken one way at a time. */
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { systemClock } from '../../signaling/clock.ts'
import { openSecrets } from '../../signaling/identity/secrets.ts'
import { openSmtpSink } from '../../signaling/outreach/smtp-sink.ts'
import { databaseFile } from '../../signaling/server.ts'
import { openStore } from '../../signaling/store/store.ts'
import { testConfig } from '../../signaling/testing/app.ts'
import { startCoturn, type CoturnChanges } from '../../turn/coturn.ts'
import { freePort } from '../free-port.ts'
import { writeSecret } from '../journey/secret-file.ts'
import { makeCertificate } from '../lab/certificate.ts'
import { startStandIn } from '../stand-in/provider.ts'
import { startStaffProvider } from '../stand-in/staff-provider.ts'
import { lookAtItsme } from './itsme.ts'
import { lookAtRelay } from './relay.ts'

const { file: secretFile, secret, remove: removeSecret } = writeSecret()
const other = writeSecret()
const certificate = makeCertificate('127.0.0.1')
const dataDir = mkdtempSync(join(tmpdir(), 'visite-doctor-'))

beforeAll(async () => {
  openSecrets(dataDir)
  await (await openStore(databaseFile(dataDir))).close()
})
afterAll(() => {
  removeSecret()
  other.remove()
  certificate.remove()
  rmSync(dataDir, { recursive: true })
})

async function startRelay(changes: CoturnChanges = {}) {
  const [port, tlsPort] = [await freePort(), await freePort()]
  const coturn = await startCoturn(
    {
      realm: 'localhost',
      address: '127.0.0.1',
      publicAddress: null,
      port,
      tls: { port: tlsPort, ...certificate },
      relayPorts: { min: 52_000, max: 52_200 },
      secret,
      totalQuota: 100,
      loopbackPeers: true,
    },
    changes,
  )
  onTestFinished(() => coturn.close())
  const urls = {
    udp: `turn:127.0.0.1:${port}`,
    tcp: `turn:127.0.0.1:${port}?transport=tcp`,
    tls: `turns:127.0.0.1:${tlsPort}`,
  }
  return { urls, close: () => coturn.close() }
}

function settingsFor(urls: readonly string[]) {
  return {
    VISITE_DATA_DIR: dataDir,
    VISITE_TURN_URLS: urls.join(','),
    VISITE_TURN_SECRET_FILE: secretFile,
    VISITE_TURN_ADDRESS: '127.0.0.1',
  }
}

/** Returns what is not well with the relay. */
async function findFaults(
  settings: Record<string, string>,
  clock = systemClock,
): Promise<string[]> {
  const findings = await lookAtRelay(testConfig(settings), clock)
  return findings.flatMap(({ kind, says }) => (kind === 'not-well' ? [says] : []))
}

/** Runs it in a process of its own; returns its exit code and what it printed. */
async function runDoctor(settings: Record<string, string>) {
  const visite = fileURLToPath(new URL('../visite.ts', import.meta.url))
  const child = spawn(process.execPath, ['--import', 'tsx', visite, 'doctor'], {
    env: {
      PATH: process.env['PATH'],
      HOME: process.env['HOME'],
      NODE_EXTRA_CA_CERTS: certificate.certFile,
      ...settings,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let printed = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => void (printed += chunk.toString()))
  }
  const code = await new Promise<number | null>((resolve) => void child.once('close', resolve))
  return { code, printed }
}

describe('an installation', () => {
  test('that is well is said to be so, line by line, without a secret, and no mail is sent', async () => {
    const { urls } = await startRelay()
    const mail = await openSmtpSink({
      options: {
        allowInsecureAuth: true,
        onAuth: ({ username, password }, _session, done) =>
          done(null, password === 'hush-hush' && username !== undefined ? { user: username } : {}),
      },
    })
    onTestFinished(() => mail.close())
    const staff = await startStaffProvider({
      publicUrl: 'http://localhost:8080',
      secret,
      people: () => [],
    })
    onTestFinished(() => staff.close())
    const { code, printed } = await runDoctor({
      ...settingsFor(Object.values(urls)),
      VISITE_SMTP_URL: mail.url.replace('//', '//jan.peeters:hush-hush@'),
      VISITE_MAIL_FROM: 'visite@service.example',
      VISITE_STAFF_OIDC_ISSUER: staff.issuer,
      VISITE_STAFF_OIDC_CLIENT_ID: staff.clientId,
      VISITE_STAFF_OIDC_SECRET_FILE: secretFile,
    })
    expect(printed).toContain('All is well.')
    expect(code).toBe(0)
    for (const url of Object.values(urls)) {
      expect(printed).toContain(`${url} answers and accepts our credentials`)
    }
    expect(printed).toMatch(/Versions: Node \d+\S+ on \w+, coturn \d+\.\d+\S* on this machine\./)
    expect(printed).toContain('brings two people together who both need it')
    expect(printed).toContain('leads to no private network')
    expect(printed).toContain(`Staff sign-in: ${staff.issuer} answers`)
    expect(printed).toMatch(/Mail: 127\.0\.0\.1:\d+ answers and accepts us/)
    for (const hidden of [secret, 'hush-hush', 'jan.peeters']) expect(printed).not.toContain(hidden)
    expect([mail.begun, mail.taken]).toEqual([0, []])
  })

  test('that is not makes it end with 1, each fault with what to do', async () => {
    const port = await freePort()
    const { code, printed } = await runDoctor({
      ...settingsFor([`turn:127.0.0.1:${port}?transport=tcp`]),
      VISITE_SMTP_URL: `smtp://127.0.0.1:${port}`,
      VISITE_MAIL_FROM: 'visite@service.example',
    })
    expect(code).toBe(1)
    expect(printed).toMatch(/NOT WELL {2}Relay: .*is not running: start coturn/)
    expect(printed).toMatch(/NOT WELL {2}Mail: .*cannot be reached/)
    expect(printed).toMatch(/Not well: 2 of \d+\./)
  })
})

describe('itsme', () => {
  test('that answers is well and has our hour, unless our clock is off, or it is not there', async () => {
    const publicUrl = 'http://localhost:8080'
    const standIn = await startStandIn({ publicUrl, people: async () => [] })
    const config = testConfig({
      VISITE_ITSME_ISSUER: standIn.issuer,
      VISITE_ITSME_CLIENT_ID: standIn.clientId,
      VISITE_ITSME_SERVICE: 'DOCTOR',
    })
    const look = async (aheadMs = 0) =>
      (await lookAtItsme(config, { now: () => Date.now() + aheadMs })).map(
        ({ kind, about }) => `${about} ${kind}`,
      )
    expect(await look()).toEqual(['itsme well', 'Clock well'])
    expect(await look(600_000)).toEqual(['itsme well', 'Clock not-well'])
    await standIn.close()
    expect(await look()).toEqual(['itsme not-well'])
  })
})

describe('a relay', () => {
  test('that runs is well over UDP and TCP', async () => {
    const { urls } = await startRelay()
    expect(await findFaults(settingsFor([urls.udp, urls.tcp]))).toEqual([])
  })

  test('with another secret refuses our credentials', async () => {
    const { urls } = await startRelay()
    const settings = { ...settingsFor([urls.udp]), VISITE_TURN_SECRET_FILE: other.file }
    expect(await findFaults(settings)).toEqual([expect.stringContaining('static-auth-secret')])
  })

  test('that was stopped does not answer over UDP, and is not running over TCP and TLS', async () => {
    const { urls, close } = await startRelay()
    await close()
    expect(await findFaults(settingsFor(Object.values(urls)))).toEqual([
      expect.stringContaining('does not answer'),
      expect.stringContaining('is not running'),
      expect.stringContaining('is not running'),
    ])
  })

  test('whose own address is not allowed is told the exact line to add', async () => {
    const alter = (conf: string) => conf.replace('allowed-peer-ip=127.0.0.1\n', '')
    const { urls } = await startRelay({ alter })
    expect(await findFaults(settingsFor([urls.udp]))).toEqual([
      expect.stringContaining('put the line allowed-peer-ip=127.0.0.1 into turnserver.conf'),
    ])
  })

  test('that leads into a private network is told which', async () => {
    const alter = (conf: string) => conf.replace('denied-peer-ip=10.0.0.0-10.255.255.255\n', '')
    const { urls } = await startRelay({ alter })
    expect(await findFaults(settingsFor([urls.udp]))).toEqual([
      expect.stringContaining('leads into private networks (10.0.0.1)'),
    ])
  })

  test('whose certificate is not trusted is told to renew it', async () => {
    const { urls } = await startRelay()
    expect(await findFaults(settingsFor([urls.udp, urls.tls]))).toEqual([
      expect.stringMatching(/^turns:.*does not speak TLS with a certificate/),
    ])
  })

  test.each([
    ['behind', 10],
    ['ahead of', -10],
  ])('whose clock is ten minutes %s is told so', async (way, minutes) => {
    const { urls } = await startRelay()
    const clock = { now: () => Date.now() + minutes * 60_000 }
    expect(await findFaults(settingsFor([urls.udp]), clock)).toEqual([
      expect.stringContaining(`more than a minute ${way} us`),
    ])
  })
})
