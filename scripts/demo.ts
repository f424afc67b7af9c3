/** `npm run demo`: the server with a sample clinic, made new at each start, and one link for each kind of visitor. */
import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { randomId, systemClock } from '../signaling/clock.ts'
import { loadConfig, type Environment } from '../signaling/config.ts'
import { homes } from '../signaling/identity/staff-links.ts'
import { randomToken } from '../signaling/identity/token.ts'
import { databaseFile, startServer } from '../signaling/server.ts'
import { explainStartupFailure } from '../signaling/startup-failure.ts'
import { closeOnSignal } from '../signaling/stop.ts'
import { lockFile } from '../signaling/store/file-lock.ts'
import { clinic } from './demo/clinic.ts'
import { startDemoRelay, type DemoRelay } from './demo/relay.ts'
import { seedClinic, type Seeded } from './demo/seed.ts'
import { readPeople, startDemoStandIn, withStandIn } from './demo/stand-in.ts'
import type { Person } from './stand-in/person.ts'
import type { StandIn } from './stand-in/provider.ts'

/** Says that a data folder is a demonstration's own: only such a folder is ever emptied. */
const marker = '.visite-demo'

const environment: Environment = {
  VISITE_DATA_DIR: 'data-demo',
  VISITE_SERVICE_NAME: clinic.service.name,
  VISITE_SERVICE_PHONE: clinic.service.phone,
  VISITE_LOG_LEVEL: 'warn',
  ...process.env,
}
const loaded = loadConfig(environment)
if (!loaded.ok) fail(loaded.mistakes.join('\n'))
const { config } = loaded

let relay: DemoRelay | null = null
let standIn: StandIn | null = null
try {
  emptyDemoFolder(config.dataDir)
  relay = config.turn === null ? await startDemoRelay(config.dataDir) : null
  let seeded: Seeded | null = null
  let people: readonly Person[] = []
  standIn = config.itsme === null ? await startDemoStandIn(config, async () => people) : null
  const server = await startServer(
    { ...withStandIn(config, standIn), turn: config.turn ?? relay?.turn ?? null },
    {
      clientDir: fileURLToPath(new URL('../client', import.meta.url)),
      logTarget: process.stderr,
      prepare: async (store) => {
        seeded = await seedClinic(store, {
          clock: systemClock,
          makeId: randomId,
          makeToken: randomToken,
          timeZone: config.timeZone,
        })
        people = await readPeople(store, seeded.appointmentIds)
      },
    },
  )
  closeOnSignal({
    async close() {
      await server.close()
      await standIn?.close()
      await relay?.close()
    },
  })
  console.log(await welcome(seeded, server, relay !== null))
} catch (error) {
  await standIn?.close()
  await relay?.close()
  fail(
    explainStartupFailure(error, config) ??
      (error instanceof Error ? (error.stack ?? error.message) : String(error)),
  )
}

async function welcome(
  seeded: Seeded | null,
  { store, callLinks }: Awaited<ReturnType<typeof startServer>>,
  relayed: boolean,
): Promise<string> {
  if (seeded === null) throw new Error('the sample clinic was not made')
  const { publicUrl } = config
  const staff = seeded.staff.map(
    ({ role, name, token }) =>
      `  ${role.padEnd(10)} ${name.padEnd(18)} ${publicUrl}${homes[role]}#${token}`,
  )
  const workers: string[] = []
  for (const appointmentId of seeded.appointmentIds.slice(0, 3)) {
    const context = await store.read.appointments.context(appointmentId)
    if (context === null) continue
    const { appointment, linkVersion, worker } = context
    const url = callLinks.urlFor({ ...appointment, linkVersion }, worker.language)
    workers.push(
      `  ${'worker'.padEnd(10)} ${`${worker.firstName} ${worker.lastName}`.padEnd(18)} ${url}`,
    )
  }
  return [
    `Visite listens on ${publicUrl} with a sample clinic, made new at every start.`,
    '',
    'Open each link in a window of its own:',
    ...staff,
    ...workers,
    '',
    'All other mail waits in the mailbox of the planner’s office.',
    relayed
      ? 'coturn runs beside it for connections that cannot be direct.'
      : config.turn === null
        ? 'coturn is not installed: connections are direct only, which is enough on one machine.'
        : 'Connections that cannot be direct use your TURN server.',
    standIn === null
      ? 'Workers identify themselves as your settings say.'
      : 'Instead of itsme a stand-in asks workers who they would like to be.',
    'Stop with Ctrl+C.',
  ].join('\n')
}

/** Empties the demonstration's folder. One in use is refused, and so is one that somebody else filled. */
function emptyDemoFolder(folder: string): void {
  mkdirSync(folder, { recursive: true })
  const isOurs = existsSync(join(folder, marker))
  if (!isOurs && readdirSync(folder).length > 0) {
    fail(
      `${folder} holds something that is no demonstration’s: set VISITE_DATA_DIR to another folder.`,
    )
  }
  writeFileSync(join(folder, marker), '')
  const database = databaseFile(folder)
  const release = lockFile(database)
  for (const file of [database, `${database}-wal`, `${database}-shm`, join(folder, 'secrets')]) {
    rmSync(file, { recursive: true, force: true })
  }
  release()
}

function fail(sentence: string): never {
  console.error(sentence)
  process.exit(1)
}
