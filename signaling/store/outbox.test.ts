import { expect, onTestFinished, test } from 'vitest'
import { toInstant } from '../clock.ts'
import type { Id } from '../protocol/primitives.ts'
import { createFixedClock, createSequentialIds } from '../testing/clock.ts'
import { addClinic } from '../testing/fixtures.ts'
import { openStore } from './store.ts'
import { writeOutbox } from './outbox.ts'

type Outbox = ReturnType<typeof writeOutbox>

async function open() {
  const store = await openStore(':memory:')
  onTestFinished(() => store.close())
  const clock = createFixedClock()
  const { appointments, planner, physicianStaff } = await addClinic(store, {
    makeId: createSequentialIds(),
    now: clock.now(),
    appointments: 3,
  })
  const at = (seconds: number) => toInstant(clock.now() + seconds * 1000)
  const write = (work: (outbox: Outbox) => Promise<void>) =>
    store.write((writer) => work(writer.outbox))
  const queue = (id: Id, which: number, seconds: number) =>
    write((outbox) =>
      outbox.queue({
        id,
        appointmentId: appointments[which]?.id ?? '',
        kind: 'invitation',
        at: at(seconds),
      }),
    )
  const due = async (seconds: number, limit = 10) =>
    (await store.read.outbox.due(at(seconds), limit)).map((message) => message.id)
  const stateOf = async (which: number) => {
    const appointment = await store.read.appointments.get(appointments[which]?.id ?? '')
    return appointment?.delivery
  }
  const accounts = [planner.id, physicianStaff.id] as const
  return { store, at, write, queue, due, stateOf, accounts }
}

test('what is due comes in the order of its time, and no more than asked for', async () => {
  const { queue, due } = await open()
  await queue('b', 1, 20)
  await queue('a', 0, 10)
  await queue('c', 2, 30)
  expect(await due(29)).toEqual(['a', 'b'])
  expect(await due(60, 2)).toEqual(['a', 'b'])
  expect(await due(9)).toEqual([])
})

test('the next time is that of the earliest message that waits', async () => {
  const { store, queue, write, at } = await open()
  expect(await store.read.outbox.nextDueAt()).toBeNull()
  await queue('a', 0, 10)
  await queue('b', 1, 20)
  await write((outbox) => outbox.retryAt('a', at(90), 'smtp-450'))
  expect(await store.read.outbox.nextDueAt()).toBe(at(20))
})

test('a message that is tried again counts its attempts', async () => {
  const { store, queue, write, at, stateOf } = await open()
  await queue('a', 0, 0)
  await write((outbox) => outbox.retryAt('a', at(30), 'etimedout'))
  await write((outbox) => outbox.retryAt('a', at(90), 'etimedout'))
  expect(await store.read.outbox.due(at(90), 1)).toMatchObject([{ attempts: 2, dueAt: at(90) }])
  expect(await stateOf(0)).toMatchObject({ state: 'queued', attempts: 2 })
})

test('a settled message is due no more', async () => {
  const { queue, write, at, due, stateOf } = await open()
  for (const [which, id] of ['a', 'b', 'c'].entries()) await queue(id, which, 0)
  await write((outbox) => outbox.markSent('a', at(1)))
  await write((outbox) => outbox.giveUp('b', at(1), 'smtp-550'))
  await write((outbox) => outbox.supersede('c', at(1)))
  expect(await due(60)).toEqual([])
  expect(await stateOf(0)).toMatchObject({ state: 'sent', at: at(1) })
  expect(await stateOf(1)).toMatchObject({ state: 'failed', attempts: 1 })
})

test('a second message for the same appointment replaces the first while that waits', async () => {
  const { queue, due } = await open()
  await queue('a', 0, 0)
  await queue('b', 1, 0)
  await queue('a-again', 0, 1)
  expect(await due(60)).toEqual(['b', 'a-again'])
})

test('a contact who is invited again gets the second link alone: the first opens nothing', async () => {
  const { write, due, at, accounts } = await open()
  const [els, tom] = accounts
  await write(async (outbox) => {
    await outbox.queue({ id: 'a', kind: 'contact-link', staffId: els, at: at(0) })
    await outbox.queue({ id: 'b', kind: 'contact-link', staffId: tom, at: at(0) })
    await outbox.queue({ id: 'a-again', kind: 'contact-link', staffId: els, at: at(1) })
  })
  expect(await due(60)).toEqual(['b', 'a-again'])
})

test('a message that was superseded on its way can still be called sent, and nothing else', async () => {
  const { queue, write, at, due } = await open()
  await queue('a', 0, 0)
  await queue('a-again', 0, 1)
  await write((outbox) => outbox.retryAt('a', at(2), 'etimedout'))
  await write((outbox) => outbox.giveUp('a', at(2), 'smtp-550'))
  expect(await due(60)).toEqual(['a-again'])
  await write((outbox) => outbox.markSent('a', at(3)))
  expect(await due(60)).toEqual(['a-again'])
})

test('a refused transaction queues nothing', async () => {
  const { store, at, due } = await open()
  const refused = store.write(async (writer) => {
    await writer.outbox.queue({ id: 'a', appointmentId: 'nobody', kind: 'invitation', at: at(0) })
  })
  await expect(refused).rejects.toThrow('FOREIGN KEY')
  expect(await due(60)).toEqual([])
})
