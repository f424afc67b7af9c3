/** The files that an installation cannot do without. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Clock } from '../../signaling/clock.ts'
import type { Config } from '../../signaling/config.ts'
import { itsmeKeyFile, openItsmeKeys } from '../../signaling/identity/itsme/key-file.ts'
import { examineSecrets, SecretsError } from '../../signaling/identity/secrets.ts'
import { databaseFile } from '../../signaling/server.ts'
import { examineDatabase } from '../../signaling/store/examine-database.ts'
import { findingsAbout, type Finding } from './finding.ts'

export function lookAtDatabase(dataDir: string): Finding {
  const { well, notWell, notSet } = findingsAbout('Database')
  const file = databaseFile(dataDir)
  const facts = examineDatabase(file)
  switch (facts.kind) {
    case 'missing':
      return notSet(`${file} is not there yet, the first start makes it`)
    case 'refused':
      return notWell(withoutStop(facts.sentence))
    case 'whole':
      if (facts.isOpenToOthers) return notWell(`${file} can be read by others: run chmod 600 on it`)
      return well(
        facts.pending === 0
          ? `${file} is whole and as this version wants it`
          : `${file} is whole; the next start brings it to this version in ${facts.pending} steps`,
      )
    default:
      return facts satisfies never
  }
}

export async function lookAtKeys(config: Config, clock: Clock): Promise<readonly Finding[]> {
  const { well, notWell, notSet } = findingsAbout('Keys')
  const { dataDir, itsme } = config
  const folder = join(dataDir, 'secrets')
  if (!existsSync(folder)) return [notSet(`${folder} is not there yet, the first start makes it`)]
  const mistakes = [...examineSecrets(dataDir), ...(await mistakesInItsmeKeys(dataDir, clock))]
  if (mistakes.length > 0) return mistakes.map((mistake) => notWell(withoutStop(mistake)))
  const also = itsme !== null && !existsSync(itsmeKeyFile(dataDir)) ? '; itsme’s at first need' : ''
  return [well(`all in ${folder}, for this user alone${also}`)]
}

async function mistakesInItsmeKeys(dataDir: string, clock: Clock): Promise<string[]> {
  // Reading makes the first ones.
  if (!existsSync(itsmeKeyFile(dataDir))) return []
  try {
    await openItsmeKeys(dataDir, clock).read()
    return []
  } catch (error) {
    if (error instanceof SecretsError) return [error.message]
    throw error
  }
}

export function withoutStop(sentence: string): string {
  return sentence.replace(/\.$/, '')
}
