/** itsme: whom we ask, as whom, and how strictly; all of it or nothing. And by which ways workers may identify themselves. */
import type { IdentificationMethod } from '../protocol/identification.ts'
import { isIssuer } from './issuer.ts'
import { readChoice, type Reading } from './reading.ts'

export interface ItsmeConfig {
  readonly issuer: string
  readonly clientId: string
  /** The code of the service of type Identification that itsme gave. */
  readonly serviceCode: string
  /** The level of assurance, as the request names it (`acr_values`). */
  readonly acr: string
  /** Thumbprints (RFC 7638) of the keys by which itsme may sign; none: whatever it publishes. */
  readonly pinnedKeys?: readonly string[]
}

export interface IdentificationConfig {
  readonly itsme: ItsmeConfig | null
  /** The ways that are allowed, the first choice first. */
  readonly identification: readonly IdentificationMethod[]
}

/** itsme's documentation, "Level of assurance": `advanced` asks for the itsme code, `basic` is content with a fingerprint. */
const acrs = {
  advanced: 'http://itsme.services/v2/claim/acr_advanced',
  basic: 'http://itsme.services/v2/claim/acr_basic',
} as const

export function readIdentification(reading: Reading): IdentificationConfig {
  const itsme = readItsme(reading)
  return { itsme, identification: readWays(reading, itsme) }
}

function readItsme(reading: Reading): ItsmeConfig | null {
  const { read, refuse } = reading
  const names = ['VISITE_ITSME_ISSUER', 'VISITE_ITSME_CLIENT_ID', 'VISITE_ITSME_SERVICE'] as const
  const missing = names.filter((name) => !read(name))
  const level = readChoice(reading, 'VISITE_ITSME_ACR', ['advanced', 'basic'])
  if (missing.length === names.length) return null
  if (missing.length > 0) {
    const set = names.filter((name) => read(name)).join(' and ')
    refuse(`itsme is half set: ${set} without ${missing.join(' and ')}; set all three or none.`)
    return null
  }
  const [issuer, clientId, serviceCode] = names.map(read)
  if (!isIssuer(issuer ?? '') || issuer?.endsWith('/') === true) {
    refuse('VISITE_ITSME_ISSUER must be an address such as https://idp.prd.itsme.services/v2.')
  }
  if (!/^[\w.-]{1,100}$/.test(clientId ?? '') || !/^[\w.-]{1,100}$/.test(serviceCode ?? '')) {
    refuse('VISITE_ITSME_CLIENT_ID and VISITE_ITSME_SERVICE must be the codes that itsme gave.')
  }
  return {
    issuer: issuer ?? '',
    clientId: clientId ?? '',
    serviceCode: serviceCode ?? '',
    acr: acrs[level],
    pinnedKeys: readPins(reading),
  }
}

function readPins({ read, refuse }: Reading): readonly string[] {
  const text = read('VISITE_ITSME_PINNED_KEYS')
  const pins = text === '' ? [] : text.split(',').map((pin) => pin.trim())
  if (pins.every((pin) => /^[\w-]{43}$/.test(pin))) return pins
  refuse('VISITE_ITSME_PINNED_KEYS must hold thumbprints of keys (RFC 7638, SHA-256), by commas.')
  return []
}

const ways = ['itsme', 'code', 'card'] as const satisfies readonly IdentificationMethod[]

function readWays(
  { read, refuse }: Reading,
  itsme: ItsmeConfig | null,
): readonly IdentificationMethod[] {
  const usual = ways.filter((way) => way !== 'itsme' || itsme !== null)
  const text = read('VISITE_IDENTIFICATION')
  if (text === '') return usual
  const words = text.split(',').map((word) => word.trim())
  const chosen = words.flatMap((word) => ways.find((way) => way === word) ?? [])
  if (chosen.length !== words.length || new Set(chosen).size !== chosen.length) {
    refuse('VISITE_IDENTIFICATION must hold itsme, code and card, or some of them, each once.')
    return usual
  }
  if (chosen.includes('itsme') && itsme === null) {
    refuse('VISITE_IDENTIFICATION names itsme, but VISITE_ITSME_ISSUER is not set.')
  }
  return chosen
}
