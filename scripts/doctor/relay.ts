/** Whether calls that find no direct way find one through the relay: asked as two browsers would, with our own credentials. */
import type { Clock } from '../../signaling/clock.ts'
import type { Config } from '../../signaling/config.ts'
import { readSharedSecret, SecretsError } from '../../signaling/identity/secrets.ts'
import type { TurnConfig } from '../../signaling/settings/turn.ts'
import { createTurnCredentials, type TurnCredential } from '../../turn/credentials.ts'
import { examineRelay, type RelayFacts } from '../../turn/examine.ts'
import { probeRelay } from '../../turn/probe.ts'
import type { RelayProblem } from '../../turn/relay-problems.ts'
import { parseTurnUrl } from '../../turn/turn-url.ts'
import { isInner } from '../../turn/turnserver-conf.ts'
import { relayPorts } from '../turn-options.ts'
import { withoutStop } from './files.ts'
import { findingsAbout, type Finding } from './finding.ts'

const about = findingsAbout('Relay')

type Issue = (lifetimeSeconds: number) => TurnCredential

export async function lookAtRelay(
  { turn, publicUrl }: Pick<Config, 'turn' | 'publicUrl'>,
  clock: Clock,
): Promise<readonly Finding[]> {
  if (turn === null) {
    return [about.notSet('calls connect only where no firewall stands in between')]
  }
  const secret = readSecret(turn)
  if (typeof secret !== 'string') return [secret]
  const issue: Issue = (ttlSeconds) =>
    createTurnCredentials(secret, { clock, ttlSeconds }).issue('doctor')

  const ways = await Promise.all(
    turn.urls.map(async (url) => {
      const way = parseTurnUrl(url)
      return { url, way, problem: await probeRelay(way, issue(turn.credentialSeconds)) }
    }),
  )
  // Each machine once, by the first of its addresses that works.
  const working = ways.filter(({ problem }) => problem === null)
  const hosts = new Map(working.toReversed().map((each) => [each.way.host, each]))
  const isPublic = !['localhost', '127.0.0.1'].includes(new URL(publicUrl).hostname)
  const findings: Finding[] = ways.map(({ url, problem }) => judgeWay(url, problem, turn))
  for (const { url, way } of hosts.values()) {
    const facts = await examineRelay({ way, issue }).catch(() => null)
    findings.push(
      ...(facts === null
        ? [about.notWell(`${url} stopped answering: look into the log of coturn`)]
        : judge(url, facts, { turn, isPublic })),
    )
  }
  return findings
}

function readSecret({ secretFile }: TurnConfig): string | Finding {
  try {
    return readSharedSecret(secretFile, 'VISITE_TURN_SECRET_FILE')
  } catch (error) {
    if (error instanceof SecretsError) return about.notWell(withoutStop(error.message))
    throw error
  }
}

function judgeWay(url: string, problem: RelayProblem | null, turn: TurnConfig): Finding {
  if (problem === null) return about.well(`${url} answers and accepts our credentials`)
  const { port } = parseTurnUrl(url)
  const says: Readonly<Record<RelayProblem, string>> = {
    'unknown-name': 'has a name that is not known here: correct it in VISITE_TURN_URLS or in DNS',
    'nobody-listens': 'is not running: start coturn, and let it listen on this port',
    'silent': `does not answer: look whether coturn runs, and whether the firewall lets port ${port} pass`,
    'tls-failed':
      'does not speak TLS with a certificate that is valid for its name: renew it, and restart coturn',
    'refused': `refuses our credentials: give coturn the content of ${turn.secretFile} as static-auth-secret, and both machines the same time`,
    'full': 'is full: raise total-quota and user-quota in turnserver.conf',
    'failed': 'answers with an error: look into the log of coturn',
  }
  return about.notWell(`${url} ${says[problem]}`)
}

interface Judging {
  readonly turn: Pick<TurnConfig, 'address' | 'publicAddress'>
  /** Whether people come from elsewhere than this machine. */
  readonly isPublic: boolean
}

export function judge(url: string, facts: RelayFacts, judging: Judging): readonly Finding[] {
  return [
    judgeAddress(url, facts, judging),
    judgePort(url, facts, judging),
    judgeMeeting(url, facts),
    judgeDoors(url, facts),
    judgeClock(url, facts),
  ].flat()
}

const again = 'write turnserver.conf anew with npm run visite -- turn-config, and restart coturn'

function judgeAddress(url: string, { relayed }: RelayFacts, { turn, isPublic }: Judging): Finding {
  const { address } = relayed
  const expected = turn.publicAddress ?? turn.address
  if (expected !== null && address !== expected) {
    return about.notWell(`${url} relays at ${address}, the settings say ${expected}: ${again}`)
  }
  if (isPublic && isInner(address)) {
    return about.notWell(
      `${url} relays at ${address}, which nobody outside can reach: set VISITE_TURN_PUBLIC_ADDRESS, ${again}`,
    )
  }
  return about.well(`${url} relays at ${address}`)
}

/** Only where coturn's configuration is ours: another one may have another range, and a firewall that knows it. */
function judgePort(url: string, { relayed }: RelayFacts, { turn }: Judging): readonly Finding[] {
  const { min, max } = relayPorts
  if (turn.address === null) return []
  return relayed.port >= min && relayed.port <= max
    ? [
        about.well(
          `${url} gave a port from ${min} to ${max}; the firewall must let UDP in to all of them`,
        ),
      ]
    : [about.notWell(`${url} relays at port ${relayed.port}, outside ${min} to ${max}: ${again}`)]
}

function judgeMeeting(url: string, { meeting, relayed }: RelayFacts): Finding {
  const { address } = relayed
  const says: Readonly<Record<RelayFacts['meeting'], Finding>> = {
    works: about.well(`${url} brings two people together who both need it`),
    forbidden: about.notWell(
      `${url} forbids its own address, so that two people who both need it never connect: put the line allowed-peer-ip=${address} into turnserver.conf, and restart coturn`,
    ),
    lost: about.notWell(
      `${url} loses what it sends to itself, so that two people who both need it never connect: let its firewall, and a router before it, pass UDP from ${address} to ${address}`,
    ),
  }
  return says[meeting]
}

function judgeDoors(url: string, { openTo, refusesStrangers }: RelayFacts): readonly Finding[] {
  if (!refusesStrangers) {
    return [about.notWell(`${url} serves whoever has no credentials: ${again}`)]
  }
  if (openTo.length === 0) return [about.well(`${url} leads to no private network`)]
  return [
    about.notWell(
      `${url} leads into private networks (${openTo.join(', ')}): deny them with denied-peer-ip, or ${again}`,
    ),
  ]
}

function judgeClock(url: string, { clock }: RelayFacts): Finding {
  if (clock === 'alike') return about.well(`${url} has our time of day`)
  return about.notWell(
    `${url} is more than a minute ${clock === 'behind' ? 'behind' : 'ahead of'} us: let both machines take their time from the network (NTP)`,
  )
}
