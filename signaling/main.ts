/** Environment -> settings -> server, until a signal ends it. People read stdout; the log goes to stderr as JSON lines. */
import { fileURLToPath } from 'node:url'
import { loadConfig } from './config.ts'
import { startServer } from './server.ts'
import { explainStartupFailure } from './startup-failure.ts'
import { closeOnSignal } from './stop.ts'

const loaded = loadConfig(process.env)
if (!loaded.ok) {
  for (const mistake of loaded.mistakes) console.error(mistake)
  process.exit(1)
}
const { config } = loaded

try {
  const server = await startServer(config, {
    clientDir: fileURLToPath(new URL('../client', import.meta.url)),
    logTarget: process.stderr,
  })
  closeOnSignal(server)
  console.log(`Visite listens on ${config.publicUrl}`)
  if (server.firstLink !== null) {
    console.log(
      `Nobody has signed in yet. Open this once, within 24 hours: ${server.firstLink.url}`,
    )
  }
} catch (error) {
  console.error(explainStartupFailure(error, config) ?? error)
  process.exit(1)
}
