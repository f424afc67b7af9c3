/** The laboratory's coturn, to be killed and started again on the same ports. */
import { startCoturn, type Coturn } from '../../turn/coturn.ts'
import { writeSecret } from '../journey/secret-file.ts'
import { makeCertificate } from './certificate.ts'
import type { Networks } from './networks.ts'

export interface Relay {
  readonly urls: readonly string[]
  readonly secretFile: string
  start(): Promise<void>
  /** As a crash does: what it relayed is gone. */
  kill(): Promise<void>
  close(): Promise<void>
}

/** 443 is what strict firewalls let out. */
export const relayPorts = { plain: 3478, tls: 443 } as const

export async function openRelay({ serverAddress, inside }: Networks): Promise<Relay> {
  const secret = writeSecret()
  const certificate = makeCertificate(serverAddress)
  const { certFile, keyFile } = certificate
  let coturn: Coturn | null = null
  const kill = async () => {
    await coturn?.close()
    coturn = null
  }
  const start = async () => {
    coturn ??= await startCoturn(
      {
        realm: 'visite.test',
        address: serverAddress,
        publicAddress: null,
        port: relayPorts.plain,
        tls: { port: relayPorts.tls, certFile, keyFile },
        relayPorts: { min: 51_000, max: 51_400 },
        secret: secret.secret,
        totalQuota: 100,
      },
      { wrap: inside.server },
    )
  }
  await start()
  const plain = `turn:${serverAddress}:${relayPorts.plain}`
  return {
    urls: [
      `${plain}?transport=udp`,
      `${plain}?transport=tcp`,
      `turns:${serverAddress}:${relayPorts.tls}?transport=tcp`,
    ],
    secretFile: secret.file,
    start,
    kill,
    async close() {
      await kill()
      certificate.remove()
      secret.remove()
    },
  }
}
