/** The server dies, stalls and returns under people who wait and people who talk: real processes, pages without a browser. */
import { expect, onTestFinished, test } from 'vitest'
import { closeCodes } from '../../signaling/protocol/close-codes.ts'
import type { ConsultationView } from '../../signaling/protocol/consultation.ts'
import { answerRing, bothWait, connectedIn, openCall, openClinic } from './clinic.ts'

test('a call outlives a killed server: the same call and connection, and both lines are back within 3 s', async () => {
  const { clinic, pages, callId, desk, worker, appointmentId } = await openCall()
  await clinic.visite.kill()
  await desk.until('the line is lost', () => desk.live.state.line.phase === 'lost')
  await clinic.start()
  const began = performance.now()
  for (const page of pages) {
    await page.until('a new line', () => page.resumed.length === 2, 3_000)
    const isBack = () => {
      const view = page.consultation(appointmentId)
      return view !== undefined && isWhole(view, callId)
    }
    await page.until('both are in', isBack, 3_000 - (performance.now() - began))
    expect(page.live.state.call).toMatchObject({ phase: 'connected', callId, attempt: 1 })
    expect(page.peers.filter(({ isOpen }) => isOpen)).toHaveLength(1)
    expect(page.resumed.at(-1)).toBe(false)
  }
  // And it works as before.
  desk.peers[0]?.say('after the restart')
  await worker.until('heard', () => worker.peers[0]?.heard.includes('after the restart') ?? false)
})

test.each([
  ['before the offer', 'physician'],
  ['offered', 'physician'],
  ['before the answer', 'worker'],
  ['answered', 'worker'],
  ['connected', 'physician'],
] as const)(
  'a server killed at the moment "%s" of the %s costs at most 5 s, and one answer counts',
  async (moment, side) => {
    const clinic = await openClinic()
    const appointmentId = clinic.appointmentIds[0] ?? ''
    const desk = clinic.openDesk()
    const worker = clinic.openWorker()
    await bothWait(desk, worker, appointmentId)
    const killed = new Promise<void>((resolve) => {
      const page = side === 'worker' ? worker : desk
      page.once(moment, () => resolve(clinic.visite.kill()))
    })
    desk.live.ring(appointmentId)
    await answerRing(worker, appointmentId)
    await killed
    await clinic.start()
    const began = performance.now()
    const callId = await connectedIn([worker, desk], 5_000)
    expect(performance.now() - began).toBeLessThan(5_000)
    expect(desk.live.state.call).toMatchObject({ callId })
    const open = desk.peers.filter(({ isOpen }) => isOpen)
    expect(open).toHaveLength(1)
    expect(open[0]?.heard.filter((said) => said === 'answer')).toHaveLength(1)
    expect(worker.peers.filter(({ isOpen }) => isOpen)).toHaveLength(1)
  },
)

test('a hundred who wait find the same order after a killed server, which is ready within 2 s', async () => {
  const clinic = await openClinic({ workers: 1_000 })
  const workers = Array.from({ length: 100 }, (_, index) => clinic.openWorker(index))
  const places = () =>
    workers.map((page, index) => page.consultation(clinic.appointmentIds[index] ?? '')?.before)
  const inOrder = workers.map((_, index) => index)
  const [first] = workers
  const allWait = () => first?.until('the order', () => places().join() === inOrder.join())
  for (const { live } of workers) live.reportReadiness('ready', true)
  await allWait()
  await clinic.visite.kill()
  expect(await clinic.start()).toBeLessThan(2_000)
  await first?.until('all are back', () => workers.every(({ resumed }) => resumed.length === 2))
  await allWait()
})

test('a stopped server tells every page to come back and ends well; nobody who waits is told that the other left', async () => {
  const clinic = await openClinic()
  const appointmentId = clinic.appointmentIds[0] ?? ''
  const desk = clinic.openDesk()
  const worker = clinic.openWorker()
  await bothWait(desk, worker, appointmentId)
  const seen = new Set<string | undefined>()
  const look = () => seen.add(desk.consultation(appointmentId)?.presence.kind)
  onTestFinished(desk.live.subscribe(look))
  const began = performance.now()
  expect(await clinic.visite.stop()).toBe(0)
  expect(performance.now() - began).toBeLessThan(5_000)
  for (const page of [desk, worker]) {
    await page.until('closed', () => page.closes[0] === closeCodes['going-away'])
  }
  await clinic.start()
  for (const page of [desk, worker]) {
    await page.until('back', () => page.resumed.length === 2)
  }
  await bothWait(desk, worker, appointmentId)
  expect([...seen]).not.toContain('absent')
})

test('a server that stood still for 5 s throws nobody out, and says how long it was', async () => {
  const { clinic, pages, callId, desk, worker } = await openCall()
  process.kill(clinic.visite.pid, 'SIGSTOP')
  await pause(5_000)
  process.kill(clinic.visite.pid, 'SIGCONT')
  desk.peers[0]?.say('after the stall')
  await worker.until('heard', () => worker.peers[0]?.heard.includes('after the stall') ?? false)
  await desk.until('noted', () => clinic.visite.output().includes('process stalled'))
  for (const page of pages) {
    expect(page.closes).toEqual([null])
    expect(page.live.state.call).toMatchObject({ phase: 'connected', callId, attempt: 1 })
  }
})

function isWhole({ call }: ConsultationView, callId: string): boolean {
  return call?.phase === 'open' && call.id === callId && call.workerIn && call.physicianIn
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))
