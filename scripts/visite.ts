/** The administrator's command line: `npm run visite -- COMMAND`. Works beside a running server. */
import { runCommand } from './commands/run.ts'
import { openStore } from '../signaling/store/store.ts'
import { databaseFile } from '../signaling/server.ts'
import { explainStartupFailure } from '../signaling/startup-failure.ts'
import { randomId, systemClock } from '../signaling/clock.ts'
import { loadConfig } from '../signaling/config.ts'
import { randomToken } from '../signaling/identity/token.ts'

const loaded = loadConfig(process.env)
if (!loaded.ok) {
  for (const mistake of loaded.mistakes) console.error(mistake)
  process.exit(1)
}
const { config } = loaded

try {
  const { lines, mistake } = await runCommand(process.argv.slice(2), {
    config,
    clock: systemClock,
    makeId: randomId,
    makeToken: randomToken,
    openStore: () => openStore(databaseFile(config.dataDir), { alongside: true }),
  })
  for (const line of lines) console.log(line)
  if (mistake !== null) console.error(mistake)
  process.exitCode = mistake === null ? 0 : 1
} catch (error) {
  console.error(explainStartupFailure(error, config) ?? error)
  process.exitCode = 1
}
