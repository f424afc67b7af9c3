/** Everyone comes back at once: what a restarted server makes of two thousand pages. */
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { answerRing, bothWait, connectedIn, openClinic, type Clinic } from './clinic.ts'
import type { ScriptedPage } from './scripted-page.ts'

const sessions = 50
const workersOfEach = 40
const calls = 10

const loopWatch = new URL('loop-delay.mjs', import.meta.url).href
const kilobytesPerMegabyte = 1024

test('two thousand pages are back within 15 s of a restart, those in a call not among the last, in bounded memory and without long stalls', async () => {
  const clinic = await openClinic({
    sessions,
    workers: workersOfEach,
    environment: {
      VISITE_LOG_LEVEL: 'warn',
      VISITE_TRUSTED_PROXY: '127.0.0.1',
      NODE_OPTIONS: `--import=${loopWatch}`,
    },
  })
  const desks = Array.from({ length: sessions }, (_, session) => clinic.openDesk(session))
  const workers: ScriptedPage[] = []
  while (workers.length < clinic.appointmentIds.length) {
    // Nobody opens two thousand pages in one moment.
    const group = Array.from({ length: 200 }, (_, i) => clinic.openWorker(workers.length + i))
    for (const { live } of group) live.reportReadiness('ready', true)
    await areBack(group, 1, 15_000)
    workers.push(...group)
  }
  const inCall = await openCalls(clinic, desks, workers)
  const everyone = [...desks, ...workers]
  const others = everyone.filter((page) => !inCall.includes(page))
  await clinic.visite.kill()
  await clinic.start()
  const began = performance.now()
  const callsBackMs = await areBack(inCall, 2, 15_000)
  const othersThen = others.filter((page) => isBack(page, 2)).length
  await areBack(everyone, 2, 15_000 - callsBackMs)
  const allBackMs = performance.now() - began
  await queuesAreRight(clinic, workers)
  const loopMs = await readLoopDelay(clinic, desks)
  const peakMB = peakKB(clinic.visite.pid) / kilobytesPerMegabyte
  console.info('crowd', { callsBackMs, othersThen, allBackMs, loopMs, peakMB })
  expect(allBackMs).toBeLessThan(15_000)
  // They are greeted first, but the socket itself has to be opened before: measured, 1,690 of 2,030 were back by then.
  expect(othersThen).toBeLessThan(others.length)
  expect(loopMs).toBeLessThan(250)
  expect(peakMB).toBeLessThan(400)
})

const isBack = ({ resumed, live }: ScriptedPage, times: number) =>
  resumed.length >= times && live.state.line.phase === 'open'

/** Returns how long it took. */
async function areBack(pages: readonly ScriptedPage[], times: number, limitMs: number) {
  const began = performance.now()
  for (const page of pages) {
    const leftMs = limitMs - (performance.now() - began)
    await page.until('back', () => isBack(page, times), leftMs)
  }
  return performance.now() - began
}

/** The first physicians are each in a call with their first worker. */
async function openCalls(
  { appointmentIds }: Clinic,
  desks: readonly ScriptedPage[],
  workers: readonly ScriptedPage[],
): Promise<ScriptedPage[]> {
  const pages: ScriptedPage[] = []
  for (const [session, desk] of desks.slice(0, calls).entries()) {
    const worker = workers[session * workersOfEach]
    const appointmentId = appointmentIds[session * workersOfEach]
    if (worker === undefined || appointmentId === undefined) throw new Error('nobody is planned')
    await bothWait(desk, worker, appointmentId)
    desk.live.ring(appointmentId)
    await answerRing(worker, appointmentId)
    await connectedIn([worker, desk])
    pages.push(worker, desk)
  }
  return pages
}

/** Each knows how many ready people of their session come before them. */
async function queuesAreRight({ appointmentIds }: Clinic, workers: readonly ScriptedPage[]) {
  for (const [index, page] of workers.entries()) {
    const before = () => page.consultation(appointmentIds[index] ?? '')?.before
    await page.until('its place', () => before() === index % workersOfEach)
  }
}

async function readLoopDelay({ visite }: Clinic, [desk]: readonly ScriptedPage[]) {
  const read = () => /loop delay p99 (\d+) ms/.exec(visite.output())?.[1]
  process.kill(visite.pid, 'SIGUSR2')
  await desk?.until('the delay is told', () => read() !== undefined)
  return Number(read())
}

/** The most memory that a process ever held (proc(5), VmHWM). */
function peakKB(pid: number): number {
  const [, kilobytes] = /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? []
  return Number(kilobytes)
}
