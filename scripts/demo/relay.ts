/** The demonstration's own coturn, on this machine alone. */
import { randomBytes } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Config } from '../../signaling/config.ts'
import { findCoturn, startCoturn } from '../../turn/coturn.ts'
import { turnLifetimeSeconds } from '../../turn/credentials.ts'
import { freePort } from '../free-port.ts'

export interface DemoRelay {
  readonly turn: NonNullable<Config['turn']>
  close(): Promise<void>
}

/** Returns null when coturn is not installed. */
export async function startDemoRelay(dataDir: string): Promise<DemoRelay | null> {
  if (findCoturn() === null) return null
  const secret = randomBytes(32).toString('base64url')
  const secretFile = join(dataDir, 'secrets', 'turn-secret')
  mkdirSync(join(dataDir, 'secrets'), { recursive: true, mode: 0o700 })
  writeFileSync(secretFile, secret, { mode: 0o600 })
  const port = await freePort()
  const coturn = await startCoturn({
    realm: 'localhost',
    address: '127.0.0.1',
    publicAddress: null,
    port,
    tls: null,
    relayPorts: { min: 50_500, max: 50_999 },
    secret,
    totalQuota: 120,
    // Both browsers are on this machine, and so is the relay between them.
    loopbackPeers: true,
  })
  return {
    turn: {
      urls: [`turn:127.0.0.1:${port}?transport=udp`, `turn:127.0.0.1:${port}?transport=tcp`],
      secretFile,
      address: '127.0.0.1',
      publicAddress: null,
      certificate: null,
      credentialSeconds: turnLifetimeSeconds,
    },
    close: () => coturn.close(),
  }
}
