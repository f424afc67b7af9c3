/**
 * `npm run bench -- agenda [--appointments 100000] [--rounds 50] [--json FILE]`: how soon the real server answers what the
 * office and the desk ask all day, from an agenda of years. Beside each the plainest thing: one prepared SELECT of the same
 * rows in the same process, without a server. With it stands by which indexes the rows were found.
 */
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { systemClock } from '../../signaling/clock.ts'
import { loadConfig } from '../../signaling/config.ts'
import { databaseFile, startServer } from '../../signaling/server.ts'
import type { Query } from '../../signaling/store/database.ts'
import { openPlans, scannedTables, type Plans } from '../../signaling/store/query-plans.ts'
import { freePort } from '../free-port.ts'
import { fillAgenda, type Agenda } from './agenda-fill.ts'
import { questions, type Asked } from './agenda-questions.ts'
import { waitUntilCalm } from './idle.ts'
import { percentile } from './percentile.ts'

const { values: options } = parseArgs({
  options: {
    appointments: { type: 'string', default: '100000' },
    rounds: { type: 'string', default: '50' },
    json: { type: 'string' },
  },
})
const rounds = Number(options.rounds)
/** The first answers are slower: schemas and queries are compiled. */
const warmUp = 10
const appointments = Number(options.appointments)
/** Each is examined some five times in these years; and there are more of them than slots in the weeks ahead. */
const size = { appointments, workers: Math.max(3500, Math.ceil(appointments / 5)), employers: 100 }

interface Measured {
  readonly what: string
  readonly kB: number
  readonly medianMs: number
  readonly p95Ms: number
  readonly plainMs: number
  readonly goalMs: number | null
  readonly indexes: readonly string[]
  /** Tables that were read from end to end. */
  readonly scanned: readonly string[]
}

const folder = mkdtempSync(join(tmpdir(), 'visite-bench-agenda-'))
try {
  await run()
} finally {
  rmSync(folder, { recursive: true })
}

async function run(): Promise<void> {
  const port = await freePort()
  const loaded = loadConfig({
    VISITE_PORT: String(port),
    VISITE_DATA_DIR: folder,
    VISITE_LOG_LEVEL: 'error',
  })
  if (!loaded.ok) throw new Error(loaded.mistakes.join(' '))
  const { config } = loaded
  const file = databaseFile(folder)
  const now = systemClock.now()
  const began = performance.now()
  const agenda = await fillAgenda(file, size, { now, origin: config.publicUrl })
  const seconds = Math.round((performance.now() - began) / 1000)
  const megabytes = Math.round(statSync(file).size / 1e6)
  console.error(`${appointments} appointments written in ${seconds} s, ${megabytes} MB`)

  const asked: Query[] = []
  const server = await startServer(config, {
    clientDir: null,
    logTarget: process.stderr,
    onQuery: (query) => void asked.push(query),
  })
  const plans = openPlans(file)
  try {
    const measured: Measured[] = []
    for (const each of questions(agenda, now, config.timeZone)) {
      await waitUntilCalm()
      measured.push(await measure(each, { agenda, origin: config.publicUrl, asked, plans }))
    }
    report(measured)
  } finally {
    plans.close()
    await server.close()
  }
}

async function measure(
  { what, path, body, who, plainly, indexes, goalMs }: Asked,
  around: { agenda: Agenda; origin: string; asked: Query[]; plans: Plans },
): Promise<Measured> {
  const { agenda, origin, asked, plans } = around
  const ask = async () => {
    const reply = await fetch(`${origin}${path}`, {
      method: body === undefined ? 'GET' : 'POST',
      headers: {
        cookie: agenda.cookies[who],
        ...(body !== undefined && { origin, 'content-type': 'application/json' }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })
    const text = await reply.text()
    if (!reply.ok) throw new Error(`${path}: ${reply.status} ${text}`)
    return text.length
  }
  asked.length = 0
  const bytes = await ask()
  const found = asked
    .filter(({ sql }) => /^(select|with) /i.test(sql))
    .map((query) => ({ query, lines: plans.of(query) }))
  const lines = found.flatMap((each) => each.lines)
  const scanned = found.flatMap((each) => scannedTables(each.query, each.lines))
  const rows = plans.prepare(plainly)
  const [replies, plain]: [number[], number[]] = [[], []]
  // In turn, so that a busy moment of the machine meets both.
  for (let round = 0; round < rounds + warmUp; round++) {
    const [reply, select] = [await timed(ask), await timed(async () => rows())]
    if (round < warmUp) continue
    replies.push(reply)
    plain.push(select)
  }
  return {
    what,
    kB: Math.round(bytes / 1000),
    medianMs: percentile(replies, 0.5),
    p95Ms: percentile(replies, 0.95),
    plainMs: percentile(plain, 0.5),
    goalMs: goalMs ?? null,
    indexes: indexes.filter((index) => lines.some((line) => line.split(' ').includes(index))),
    scanned: [...new Set(scanned)],
  }
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now()
  await work()
  return performance.now() - began
}

function report(measured: readonly Measured[]): void {
  console.log(`${cpus().length} processors (${cpus()[0]?.model.trim() ?? '?'}), ${rounds} rounds\n`)
  console.log('| asked for | kB | median ms | p95 ms | beside a SELECT | found by |')
  console.log('| --- | ---: | ---: | ---: | ---: | --- |')
  for (const each of measured) {
    const ratio = (each.medianMs / each.plainMs).toFixed(1)
    const cells = [
      each.what,
      each.kB,
      each.medianMs.toFixed(1),
      each.p95Ms.toFixed(1),
      `${ratio} × ${each.plainMs.toFixed(1)}`,
      each.indexes.join(', '),
    ]
    console.log(`| ${cells.join(' | ')} |`)
  }
  for (const { what, medianMs, goalMs } of measured) {
    if (goalMs !== null && medianMs >= goalMs)
      console.log(`\nOver its goal of ${goalMs} ms: ${what}`)
  }
  for (const { what, scanned } of measured) {
    if (scanned.length > 0) console.log(`\nReads a whole table: ${what}: ${scanned.join(', ')}`)
  }
  if (options.json !== undefined) writeFileSync(options.json, JSON.stringify(measured, null, 1))
}
