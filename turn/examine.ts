/** What an administrator should know of a relay and cannot see from outside of a call: asked from the relay itself. */
import { turnLifetimeSeconds, type TurnCredential } from './credentials.ts'
import { problemOf } from './probe.ts'
import type { Address } from './stun.ts'
import { openTurnClient, type TurnClient } from './turn-client.ts'
import type { TurnWay } from './turn-url.ts'

export interface RelayFacts {
  /** Where browsers are told that the relayed media are. */
  readonly relayed: Address
  /** Whether two people who both need the relay reach each other: it may forbid its own address, or its packets may get lost. */
  readonly meeting: 'works' | 'forbidden' | 'lost'
  /** Inner networks, by an address in each, to which it would relay. */
  readonly openTo: readonly string[]
  readonly refusesStrangers: boolean
  /** Its time of day, compared with ours to a minute. */
  readonly clock: 'alike' | 'behind' | 'ahead'
}

export interface ExamineOptions {
  readonly way: TurnWay
  /** `lifetimeSeconds` below zero: one that has expired. */
  readonly issue: (lifetimeSeconds: number) => TurnCredential
}

/** One of each kind of network that is not the public internet (RFC 6890); the last one is a cloud provider's metadata. */
const innerPeers = [
  '10.0.0.1',
  '172.16.0.1',
  '192.168.1.1',
  '100.64.0.1',
  '127.0.0.2',
  '169.254.169.254',
]

/** The same in the shapes of IPv6: a relay that has any may take them for something else (CVE-2026-27624). */
const innerPeersOf6 = ['::1', '::ffff:10.0.0.1', '64:ff9b::a00:1', 'fe80::1', 'fd00::5']

/** As browsers have them: a relay whose clock is ahead by less takes them, and the comparison of clocks tells. */
const usualSeconds = turnLifetimeSeconds
/** How far two clocks may be apart: a credential of an hour does not mind, and a wrong time zone is found. */
const clockToleranceSeconds = 60
/** A packet may be lost; a handful in two seconds are not. */
const sendAgainMs = 300

/** For a way that works: `probeRelay` says so. Throws `TurnUnreachable` when it falls silent meanwhile. */
export async function examineRelay({ way, issue }: ExamineOptions): Promise<RelayFacts> {
  const open: TurnClient[] = []
  const allocate = async (user: TurnCredential, addressFamily: 4 | 6 = 4) => {
    const client = await openTurnClient(way, user)
    open.push(client)
    return { client, ...(await client.allocate(addressFamily === 6 ? { addressFamily } : {})) }
  }
  const isTaken = async (lifetimeSeconds: number) =>
    (await allocate(issue(lifetimeSeconds))).code === 0
  try {
    const [one, other] = [await allocate(issue(usualSeconds)), await allocate(issue(usualSeconds))]
    if (one.relayed === null || other.relayed === null) {
      throw new Error(`no allocation: ${problemOf(one.code) ?? problemOf(other.code)}`)
    }
    const six = await allocate(issue(usualSeconds), 6)
    const stranger = { ...issue(usualSeconds), credential: 'a guess' }
    return {
      relayed: one.relayed,
      meeting: await meet([one.client, one.relayed], [other.client, other.relayed]),
      openTo: [
        ...(await findOpen(one.client, innerPeers, one.relayed.address)),
        ...(six.code === 0 ? await findOpen(six.client, innerPeersOf6) : []),
      ],
      refusesStrangers: (await allocate(stranger)).code !== 0,
      clock: await compareClocks(isTaken),
    }
  } finally {
    await Promise.all(
      open.map(async (client) => {
        await client.release().catch(() => undefined)
        client.close()
      }),
    )
  }
}

type Side = readonly [TurnClient, Address]

/** A byte each way, as two browsers would send it that have no other way. */
async function meet(one: Side, other: Side): Promise<RelayFacts['meeting']> {
  const permissions = [await one[0].permit(other[1].address), await other[0].permit(one[1].address)]
  if (permissions.some((code) => code !== 0)) return 'forbidden'
  const there = await passes(one, other, Buffer.from('there'))
  return there && (await passes(other, one, Buffer.from('back'))) ? 'works' : 'lost'
}

async function passes([from]: Side, [to, address]: Side, bytes: Buffer): Promise<boolean> {
  const heard = to.hear(bytes)
  const send = () => from.send(address, bytes)
  send()
  const again = setInterval(send, sendAgainMs)
  try {
    return await heard
  } finally {
    clearInterval(again)
  }
}

/** A relay in a private network may, and must, lead to itself. */
async function findOpen(
  client: TurnClient,
  peers: readonly string[],
  own?: string,
): Promise<string[]> {
  const found: string[] = []
  for (const peer of peers) {
    if (peer !== own && (await client.permit(peer)) === 0) found.push(peer)
  }
  return found
}

/** A relay judges a credential by its own time: what has just expired here must be refused there, what has not, taken. */
async function compareClocks(
  isTaken: (lifetimeSeconds: number) => Promise<boolean>,
): Promise<RelayFacts['clock']> {
  if (await isTaken(-clockToleranceSeconds)) return 'behind'
  return (await isTaken(clockToleranceSeconds)) ? 'alike' : 'ahead'
}
