/** Our configuration on the installed coturn: who gets an allocation, and where it may lead. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startCoturn, type Coturn } from './coturn.ts'
import { createTurnCredentials } from './credentials.ts'
import { openTurnClient, type TurnClient } from './turn-client.ts'
import { freePort } from '../scripts/free-port.ts'

const secret = 'only-for-this-test'
let coturn: Coturn
let port: number

beforeAll(async () => {
  port = await freePort()
  coturn = await startCoturn({
    realm: 'localhost',
    address: '127.0.0.1',
    publicAddress: null,
    port,
    tls: null,
    relayPorts: { min: 50_200, max: 50_400 },
    secret,
    totalQuota: 100,
  })
})
afterAll(() => coturn.close())

async function withClient<T>(
  {
    transport = 'udp',
    user = 'worker-1',
    clock = { now: () => Date.now() },
    key = secret,
  }: {
    transport?: 'udp' | 'tcp'
    user?: string
    clock?: { now(): number }
    key?: string
  },
  work: (client: TurnClient) => Promise<T>,
): Promise<T> {
  const credential = createTurnCredentials(key, { clock }).issue(user)
  const client = await openTurnClient({ host: '127.0.0.1', port, transport }, credential)
  try {
    return await work(client)
  } finally {
    client.close()
  }
}

describe('coturn with our configuration', () => {
  test.each(['udp', 'tcp'] as const)('gives a relayed address over %s', async (transport) => {
    const answer = await withClient({ transport }, (client) => client.allocate())
    expect(answer.code).toBe(0)
    expect(answer.relayed?.address).toBe('127.0.0.1')
  })

  test('refuses a credential made with another secret', async () => {
    const answer = await withClient({ key: 'guessed' }, (client) => client.allocate())
    expect(answer.code).toBe(401)
  })

  test('refuses an expired credential', async () => {
    const yesterday = { now: () => Date.now() - 86_400_000 }
    const answer = await withClient({ clock: yesterday }, (client) => client.allocate())
    expect(answer.code).toBe(401)
  })

  test('relays IPv4 only', async () => {
    const answer = await withClient({ user: 'six' }, (client) =>
      client.allocate({ addressFamily: 6 }),
    )
    expect(answer.code).toBe(440)
  })

  test.each([
    ['the machine itself by a loopback address', '127.0.0.2'],
    ['a private network', '10.0.0.1'],
    ['a home network', '192.168.1.1'],
    ['a cloud provider’s metadata', '169.254.169.254'],
    ['carrier-grade NAT', '100.64.0.1'],
    ['multicast', '224.0.0.5'],
    ['broadcast', '255.255.255.255'],
    ['this network', '0.0.0.0'],
  ])('does not lead to %s', async (_what, peer) => {
    const code = await withClient({ user: peer }, async (client) => {
      await client.allocate()
      return client.permit(peer)
    })
    expect(code).toBe(403)
  })

  test.each(['::1', '::ffff:127.0.0.1', '::ffff:10.0.0.1', 'fe80::1', 'fd00::5', '64:ff9b::a00:1'])(
    'does not lead to %s in an IPv6 disguise',
    async (peer) => {
      const code = await withClient({ user: peer }, async (client) => {
        await client.allocate()
        return client.permit(peer)
      })
      // 443: the peer's address family is not the allocation's (RFC 8656, 9.2).
      expect([403, 443]).toContain(code)
    },
  )

  test('leads to the public internet', async () => {
    const code = await withClient({ user: 'public' }, async (client) => {
      await client.allocate()
      return client.permit('8.8.8.8')
    })
    expect(code).toBe(0)
  })

  test('gives one person no more than twelve allocations', async () => {
    const clients: TurnClient[] = []
    const credential = createTurnCredentials(secret, { clock: { now: () => Date.now() } }).issue(
      'greedy',
    )
    const codes: number[] = []
    for (let n = 0; n < 13; n++) {
      const way = { host: '127.0.0.1', port, transport: 'udp' } as const
      const client = await openTurnClient(way, credential)
      clients.push(client)
      codes.push((await client.allocate()).code)
    }
    for (const client of clients) client.close()
    expect(codes).toEqual([...Array<number>(12).fill(0), 486])
    const other = await withClient({ user: 'modest' }, (client) => client.allocate())
    expect(other.code).toBe(0)
  })
})
