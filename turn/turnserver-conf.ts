/**
 * Options -> `turnserver.conf`. A relay is a door between networks: everything that the calls do not need is shut.
 * coturn's parser takes a comment behind a value as part of the value, so comments stand on lines of their own.
 */
import { BlockList } from 'node:net'

export interface TurnServerOptions {
  readonly realm: string
  /** IPv4 address of this machine to listen on and to relay from. */
  readonly address: string
  /** The address that browsers see, where `address` is translated by NAT. */
  readonly publicAddress: string | null
  readonly port: number
  readonly tls: {
    readonly port: number
    readonly certFile: string
    readonly keyFile: string
  } | null
  readonly relayPorts: { readonly min: number; readonly max: number }
  /** Shared with the signaling server, which makes time-limited credentials from it. */
  readonly secret: string
  /** Allocations for all calls together; a browser makes up to three for each side of a call. */
  readonly totalQuota: number
  /** Folder for coturn's own small files; its default needs root. */
  readonly workFolder: string
  /** Only for a demo or a test on one machine: lets peers be 127.0.0.1. */
  readonly loopbackPeers?: boolean
}

/**
 * A browser makes one allocation per TURN address and network interface; twelve leaves room for a phone
 * with Wi-Fi and mobile data and three addresses, and for a second attempt beside the first.
 */
const allocationsPerUser = 12

/** Bytes per second and allocation: 2.5 Mbit/s, libwebrtc's own cap for one 720p camera (`encoder_stream_factory.cc`), plus sound. */
const bytesPerSecond = 340_000

/** What no peer may be: networks that are not the public internet (RFC 6890), by first and last address. */
const deniedIPv4 = [
  '0.0.0.0-0.255.255.255',
  '10.0.0.0-10.255.255.255',
  '100.64.0.0-100.127.255.255',
  '127.0.0.0-127.255.255.255',
  '169.254.0.0-169.254.255.255',
  '172.16.0.0-172.31.255.255',
  '192.0.0.0-192.0.0.255',
  '192.0.2.0-192.0.2.255',
  '192.88.99.0-192.88.99.255',
  '192.168.0.0-192.168.255.255',
  '198.18.0.0-198.19.255.255',
  '198.51.100.0-198.51.100.255',
  '203.0.113.0-203.0.113.255',
  '240.0.0.0-255.255.255.255',
]

/**
 * Harmless while the relay is IPv4 only, needed the day it is not. coturn before 4.9 lets `::ffff:10.0.0.1` pass an IPv4
 * rule (CVE-2026-27624), hence the mapped, NAT64, Teredo and 6to4 forms. A range must never start at `::`: it denies all IPv4.
 */
const deniedIPv6 = [
  '::1',
  '::1-::ffff:ffff',
  '::ffff:0.0.0.0-::ffff:255.255.255.255',
  '64:ff9b::-64:ff9b::ffff:ffff',
  '2001::-2001:1ff:ffff:ffff:ffff:ffff:ffff:ffff',
  '2002::-2002:ffff:ffff:ffff:ffff:ffff:ffff:ffff',
  'fc00::-fdff:ffff:ffff:ffff:ffff:ffff:ffff:ffff',
  'fe80::-febf:ffff:ffff:ffff:ffff:ffff:ffff:ffff',
]

const inner = new BlockList()
for (const range of deniedIPv4) {
  const [first = '', last = ''] = range.split('-')
  inner.addRange(first, last)
}

/** Whether an IPv4 address is of a network that is not the public internet. */
export function isInner(address: string): boolean {
  return inner.check(address)
}

/** Returns the whole file. It holds the secret: write it with mode 0600. */
export function renderTurnserverConf(options: TurnServerOptions): string {
  const { address, publicAddress, tls, relayPorts, workFolder } = options
  const lines = [
    '# Made by Visite; made again at every change of its settings. Holds a secret: mode 0600.',
    `listening-ip=${address}`,
    `relay-ip=${address}`,
    ...(publicAddress === null ? [] : [`external-ip=${publicAddress}/${address}`]),
    `listening-port=${options.port}`,
    ...(tls === null
      ? ['no-tls']
      : [`tls-listening-port=${tls.port}`, `cert=${tls.certFile}`, `pkey=${tls.keyFile}`]),
    'no-dtls',
    'no-tlsv1',
    'no-tlsv1_1',
    `min-port=${relayPorts.min}`,
    `max-port=${relayPorts.max}`,
    '',
    '# Who may use it: time-limited credentials only.',
    `realm=${options.realm}`,
    'use-auth-secret',
    `static-auth-secret=${options.secret}`,
    'fingerprint',
    'stale-nonce=600',
    `user-quota=${allocationsPerUser}`,
    `total-quota=${options.totalQuota}`,
    `max-bps=${bytesPerSecond}`,
    '',
    '# What it does not do.',
    'no-cli',
    'no-tcp-relay',
    'no-multicast-peers',
    'no-rfc5780',
    'no-stun-backward-compatibility',
    'response-origin-only-with-rfc5780',
    'no-software-attribute',
    '',
    '# Where it does not go. Two people who are both relayed meet at the relay itself: its own address is allowed.',
    ...[...deniedIPv4, ...deniedIPv6].map((range) => `denied-peer-ip=${range}`),
    `allowed-peer-ip=${address}`,
    ...(publicAddress === null ? [] : [`allowed-peer-ip=${publicAddress}`]),
    ...(options.loopbackPeers === true ? ['allow-loopback-peers'] : []),
    '',
    `userdb=${workFolder}/turndb`,
    `pidfile=${workFolder}/turnserver.pid`,
    'log-file=stdout',
    'simple-log',
  ]
  return `${lines.join('\n')}\n`
}
