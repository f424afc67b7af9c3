/** Every look, in the order in which an administrator sets things up. Looks only: it makes, changes and sends nothing. */
import type { Clock } from '../../signaling/clock.ts'
import type { Config } from '../../signaling/config.ts'
import { findingsAbout, type Finding, type Look } from './finding.ts'
import { lookAtDatabase, lookAtKeys } from './files.ts'
import { lookAtItsme } from './itsme.ts'
import { lookAtMail, lookAtSms } from './mail.ts'
import { lookAtRelay } from './relay.ts'
import { lookAtStaffSignIn } from './staff-sign-in.ts'
import { lookAtVersions } from './versions.ts'

export async function examine(config: Config, clock: Clock): Promise<readonly Finding[]> {
  const looks: Readonly<Record<string, Look>> = {
    'Versions': async () => [await lookAtVersions()],
    'Settings': async () => [lookAtSettings(config)],
    'Database': async () => [lookAtDatabase(config.dataDir)],
    'Keys': async () => lookAtKeys(config, clock),
    'Mail': async () => [await lookAtMail(config)],
    'SMS': async () => [lookAtSms(config)],
    'itsme': () => lookAtItsme(config, clock),
    'Staff sign-in': () => lookAtStaffSignIn(config, clock),
    'Relay': () => lookAtRelay(config, clock),
  }
  const findings = await Promise.all(
    Object.entries(looks).map(([about, look]) =>
      look().catch((error) => [unforeseen(about, error)]),
    ),
  )
  return findings.flat()
}

/** Whoever reads this got past `loadConfig`, which refuses settings that make no sense together. */
function lookAtSettings({ publicUrl, timeZone }: Config): Finding {
  return findingsAbout('Settings').well(`read; people open ${publicUrl}, clocks show ${timeZone}`)
}

/** By its code alone: its sentence may hold anything. */
function unforeseen(about: string, error: unknown): Finding {
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'no code'
  return findingsAbout(about).notWell(
    `could not be looked at (${code}): run this as the user that runs the server`,
  )
}
