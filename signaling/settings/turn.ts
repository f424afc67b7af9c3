/** The relay through which calls go where there is no direct way: its addresses and the secret, or nothing of it. */
import { isIPv4 } from 'node:net'
import type { IcePolicy } from '../protocol/consultation.ts'
import { readChoice, type Reading } from './reading.ts'
import type { SettingName } from './table.ts'

export interface TurnConfig {
  readonly urls: readonly string[]
  readonly secretFile: string
  /** For coturn's own configuration; null where the administrator runs coturn otherwise. */
  readonly address: string | null
  readonly publicAddress: string | null
  readonly certificate: { readonly certFile: string; readonly keyFile: string } | null
  readonly credentialSeconds: number
}

export function readTurn(reading: Reading): TurnConfig | null {
  const { read, refuse } = reading
  const urls = readUrls(reading)
  refuseWithoutUrls(reading, urls)
  const secretFile = read('VISITE_TURN_SECRET_FILE')
  if (urls.length > 0 && !secretFile) {
    refuse(
      'VISITE_TURN_URLS is set without VISITE_TURN_SECRET_FILE; set the file with the shared secret too.',
    )
  }
  const address = readIPv4(reading, 'VISITE_TURN_ADDRESS')
  const publicAddress = readIPv4(reading, 'VISITE_TURN_PUBLIC_ADDRESS')
  const certificate = readCertificate(reading)
  const credentialSeconds = readCredentialSeconds(reading)
  return urls.length > 0
    ? { urls, secretFile, address, publicAddress, certificate, credentialSeconds }
    : null
}

export function readIcePolicy(reading: Reading, turn: TurnConfig | null): IcePolicy {
  const policy = readChoice(reading, 'VISITE_ICE_POLICY', ['all', 'relay'])
  if (policy === 'relay' && turn === null) {
    reading.refuse(
      'VISITE_ICE_POLICY is relay but VISITE_TURN_URLS is not set: no call could connect.',
    )
  }
  return policy
}

function readUrls({ read, refuse }: Reading): string[] {
  const urls = read('VISITE_TURN_URLS')
    .split(',')
    .map((url) => url.trim())
    .filter(Boolean)
  if (!urls.every((url) => /^turns?:[^\s?@]+(\?transport=(udp|tcp))?$/.test(url))) {
    refuse('VISITE_TURN_URLS must hold addresses such as turn:turn.example.be:3478?transport=udp.')
  }
  return urls
}

/** Whoever sets a part of the relay believes that calls use it. */
function refuseWithoutUrls({ read, refuse }: Reading, urls: readonly string[]): void {
  if (urls.length > 0) return
  const parts: SettingName[] = [
    'VISITE_TURN_SECRET_FILE',
    'VISITE_TURN_ADDRESS',
    'VISITE_TURN_PUBLIC_ADDRESS',
    'VISITE_TURN_CERT_FILE',
    'VISITE_TURN_KEY_FILE',
  ]
  const set = parts.filter((name) => read(name))
  if (set.length === 0) return
  const are = set.length === 1 ? 'is' : 'are'
  refuse(`${set.join(' and ')} ${are} set without VISITE_TURN_URLS; set the addresses too.`)
}

function readIPv4({ read, refuse }: Reading, name: SettingName): string | null {
  const address = read(name)
  if (address && !isIPv4(address)) refuse(`${name} must be an IPv4 address such as 203.0.113.7.`)
  return address || null
}

function readCertificate({ read, refuse }: Reading): TurnConfig['certificate'] {
  const certFile = read('VISITE_TURN_CERT_FILE')
  const keyFile = read('VISITE_TURN_KEY_FILE')
  if (certFile && keyFile) return { certFile, keyFile }
  if (certFile || keyFile) {
    refuse('VISITE_TURN_CERT_FILE and VISITE_TURN_KEY_FILE belong together; set both.')
  }
  return null
}

/** Connecting takes up to ten seconds: with less, a credential could be dead on arrival. */
function readCredentialSeconds({ read, refuse }: Reading): number {
  const seconds = Number(read('VISITE_TURN_CREDENTIAL_SECONDS'))
  if (!Number.isInteger(seconds) || seconds < 10 || seconds > 86_400) {
    refuse('VISITE_TURN_CREDENTIAL_SECONDS must be a whole number from 10 to 86400.')
  }
  return seconds
}
