/**
 * The settings. Each is an environment variable `VISITE_…` with a working default; the README's table is compared with
 * their list by a test. `loadConfig` is pure: it reads the given environment, touches no file, and refuses with one
 * sentence per mistake.
 */
import type { IcePolicy } from './protocol/consultation.ts'
import { readAddress, type AddressConfig } from './settings/address.ts'
import { readIdentification, type IdentificationConfig } from './settings/itsme.ts'
import { readLegal, type LegalConfig } from './settings/legal.ts'
import { readMail, type MailConfig } from './settings/mail.ts'
import { createReading, readChoice, type Environment } from './settings/reading.ts'
import { readNoAnswer, readRefill, type RefillConfig } from './settings/refill.ts'
import { readSms, type SmsConfig } from './settings/sms.ts'
import { readService, type ServiceConfig } from './settings/service.ts'
import { readStaffOidc, type StaffOidcConfig } from './settings/staff-oidc.ts'
import { settings } from './settings/table.ts'
import { readStandby, type StandbyConfig } from './settings/standby.ts'
import { readIcePolicy, readTurn, type TurnConfig } from './settings/turn.ts'

export { settings }
export type { Environment }

export interface Config extends AddressConfig, ServiceConfig, IdentificationConfig {
  readonly dataDir: string
  readonly mail: MailConfig | null
  readonly sms: SmsConfig | null
  readonly turn: TurnConfig | null
  readonly staffOidc: StaffOidcConfig | null
  readonly icePolicy: IcePolicy
  readonly standby: StandbyConfig
  readonly legal: LegalConfig
  readonly refill: RefillConfig
  /** How long somebody who does not come is waited for; null: until the physician says so. */
  readonly noAnswerMs: number | null
  readonly logLevel: 'silent' | 'error' | 'warn' | 'info' | 'debug'
}

export type Loaded =
  | { readonly ok: true; readonly config: Config }
  | { readonly ok: false; readonly mistakes: string[] }

/** Returns the configuration, or every mistake as a sentence that says what to do. Unknown `VISITE_…` names are mistakes too. */
export function loadConfig(environment: Environment): Loaded {
  const reading = createReading(environment)
  for (const name of Object.keys(environment)) {
    if (name.startsWith('VISITE_') && !Object.hasOwn(settings, name)) {
      reading.refuse(`${name} is not a setting of Visite; check its spelling against the README.`)
    }
  }
  const turn = readTurn(reading)
  const icePolicy = readIcePolicy(reading, turn)
  const config: Config = {
    ...readAddress(reading),
    ...readService(reading),
    ...readIdentification(reading),
    dataDir: reading.read('VISITE_DATA_DIR'),
    mail: readMail(reading),
    sms: readSms(reading),
    turn,
    staffOidc: readStaffOidc(reading),
    icePolicy,
    standby: readStandby(reading, turn, icePolicy),
    legal: readLegal(reading),
    refill: readRefill(reading),
    noAnswerMs: readNoAnswer(reading),
    logLevel: readChoice(reading, 'VISITE_LOG_LEVEL', levels),
  }
  const { mistakes } = reading
  return mistakes.length === 0 ? { ok: true, config } : { ok: false, mistakes }
}

const levels = ['silent', 'error', 'warn', 'info', 'debug'] as const
