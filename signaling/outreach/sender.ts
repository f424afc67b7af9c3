/** Who writes: the sender of every mail and the organizer of every calendar entry. */
import type { Config } from '../config.ts'
import type { House } from './invitation.ts'
import type { MailAddress } from './mailer.ts'
import { oneLine } from './one-line.ts'

/** Returns the configured sender; without a mail server one that says where the mail was kept. */
export function toSender(config: Pick<Config, 'mail' | 'publicUrl' | 'service'>): MailAddress {
  if (config.mail !== null) return parseSender(config.mail.from, config.service.name)
  const { hostname } = new URL(config.publicUrl)
  return { name: oneLine(config.service.name), address: `visite@${hostname}` }
}

/** What every message says of the service. */
export function toHouse(config: Config): House {
  const { service, serviceAddress, timeZone, publicUrl } = config
  return { service, serviceAddress, sender: toSender(config), timeZone, publicUrl }
}

/** Reads `Name <address>` or an address; `loadConfig` has refused anything else. */
function parseSender(from: string, serviceName: string): MailAddress {
  const named = /^(.*)<([^<>]+)>$/.exec(from)
  const name = named?.[1]?.trim().replace(/^"(.*)"$/, '$1')
  return { name: oneLine(name || serviceName), address: named?.[2] ?? from }
}
