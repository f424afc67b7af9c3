/** coturn for the journeys. */
import { startCoturn } from '../../turn/coturn.ts'
import { freePort } from '../free-port.ts'
import type { Closing } from './scene.ts'
import { writeSecret } from './secret-file.ts'

/** On this machine alone: both browsers are here. */
export async function openRelay(closing: Closing) {
  const { file, secret, remove } = writeSecret()
  closing.later(remove)
  const port = await freePort()
  const coturn = await startCoturn({
    realm: 'localhost',
    address: '127.0.0.1',
    publicAddress: null,
    port,
    tls: null,
    relayPorts: { min: 51_000, max: 51_400 },
    secret,
    totalQuota: 100,
    loopbackPeers: true,
  })
  closing.later(() => coturn.close())
  return { port, secretFile: file }
}
