import { expect, onTestFinished, test } from 'vitest'
import { toInstant } from '../clock.ts'
import { silentLog } from '../outreach/testing.ts'
import type { DueWork } from '../store/due-work.ts'
import { openStore, type Store } from '../store/store.ts'
import { createFixedClock, createManualMinutes } from '../testing/clock.ts'
import { startDueWork, type DueKeeper } from './due-work.ts'

const second = 1000
const idle: DueKeeper = { foresee: async () => {}, carryOut: async () => 'needless' }

async function open(shared?: Store) {
  const store = shared ?? (await openStore(':memory:'))
  onTestFinished(() => store.close())
  const clock = createFixedClock()
  const minutes = createManualMinutes()
  const done: string[] = []
  const foreseen: boolean[] = []
  const told: string[] = []
  const earlyUntil = clock.now() + 3600 * second
  const keeper: DueKeeper = {
    foresee: async (_now, first) => void foreseen.push(first),
    carryOut: async (writer, { subject }) => {
      if (subject.startsWith('early') && clock.now() < earlyUntil) return 'not-yet'
      await writer.employers.add({ id: subject, name: subject }, toInstant(clock.now()))
      if (subject.startsWith('broken')) throw new Error('not today')
      done.push(subject)
      return subject.startsWith('needless') ? 'needless' : 'done'
    },
    afterwards: async ({ subject }) => void told.push(subject),
  }
  let woken = 0
  const start = () => {
    const worker = startDueWork({
      store,
      clock,
      keepers: { 'reminder': keeper, 'no-answer': idle, 'absence': idle, 'approval-ending': idle },
      wakeOutbox: () => woken++,
      eachMinute: minutes.eachMinute,
      log: silentLog,
    })
    onTestFinished(() => worker.close())
    return worker
  }
  const foresee = (...subjects: string[]) =>
    store.write((writer) =>
      writer.dueWork.foresee(
        subjects.map((subject, index): DueWork => {
          const dueAt = toInstant(clock.now() + (index + 1) * second)
          return { kind: 'reminder', subject, occasion: 'once', dueAt }
        }),
      ),
    )
  const storedEmployers = async () => (await store.read.employers.list()).map(({ id }) => id)
  return {
    store,
    clock,
    minutes,
    done,
    foreseen,
    told,
    foresee,
    start,
    storedEmployers,
    woken: () => woken,
  }
}

test('what is due is done, the longest waiting first, and nothing else', async () => {
  const { clock, minutes, done, foresee, start, woken } = await open()
  start()
  await foresee('a', 'b', 'c')
  await minutes.pass()
  expect(done).toEqual([])
  clock.advance(2 * second)
  await minutes.pass()
  expect(done).toEqual(['a', 'b'])
  expect(woken()).toBe(1)
})

test('nothing is done twice: not by the next minute, not after a restart, not when it is foreseen again', async () => {
  const { clock, minutes, done, foresee, start } = await open()
  await foresee('a')
  clock.advance(second)
  const first = start()
  await minutes.pass()
  await minutes.pass()
  await foresee('a')
  await first.close()
  start()
  await minutes.pass()
  expect(done).toEqual(['a'])
})

test('minutes that were missed lose nothing: all of it is done at the start', async () => {
  const { clock, minutes, done, foresee, start } = await open()
  await foresee(...Array.from({ length: 250 }, (_, index) => `work-${index}`))
  clock.advance(48 * 60 * 60 * second)
  start()
  await minutes.pass()
  expect(done).toHaveLength(250)
})

test('a clock that is set back an hour repeats nothing, and one that is set forward loses nothing', async () => {
  const { clock, minutes, done, foresee, start } = await open()
  start()
  await foresee('a', 'b')
  clock.advance(second)
  await minutes.pass()
  clock.advance(-3600 * second)
  await minutes.pass()
  expect(done).toEqual(['a'])
  clock.advance(2 * 3600 * second)
  await minutes.pass()
  expect(done).toEqual(['a', 'b'])
})

test('one that fails leaves nothing behind, holds up no other, and is tried again', async () => {
  const { clock, minutes, done, foresee, start, storedEmployers } = await open()
  start()
  await foresee('broken', 'a')
  clock.advance(60 * second)
  await minutes.pass()
  expect(done).toEqual(['a'])
  expect(await storedEmployers()).toEqual(['a'])
  await minutes.pass()
  expect(done).toEqual(['a'])
})

test('what has become needless is settled and wakes nobody', async () => {
  const { clock, minutes, done, foresee, start, woken } = await open()
  start()
  await foresee('needless')
  clock.advance(60 * second)
  await minutes.pass()
  await minutes.pass()
  expect(done).toEqual(['needless'])
  expect(woken()).toBe(0)
})

test('what it is too early for is looked at each minute, until it is done once and told', async () => {
  const { clock, minutes, done, told, foresee, start, woken } = await open()
  start()
  await foresee('early', 'needless')
  clock.advance(60 * second)
  await minutes.pass()
  await minutes.pass()
  expect([done, told, woken()]).toEqual([['needless'], [], 0])
  clock.advance(3600 * second)
  await minutes.pass()
  await minutes.pass()
  expect([done, told, woken()]).toEqual([['needless', 'early'], ['early'], 1])
})

test('a second hand on the same table can neither repeat a work nor keep what followed from it', async () => {
  const { store, clock, foresee, storedEmployers } = await open()
  await foresee('a')
  clock.advance(second)
  const [work] = await store.read.dueWork.due(toInstant(clock.now()), 1)
  if (work === undefined) throw new Error('nothing is due')
  const twice = async (id: string) =>
    store.write(async (writer) => {
      await writer.employers.add({ id, name: id }, toInstant(clock.now()))
      await writer.dueWork.settle(work, 'done', toInstant(clock.now()))
    })
  await twice('first')
  await expect(twice('second')).rejects.toThrow('done twice')
  expect(await storedEmployers()).toEqual(['first'])
})

test('only the first look is told that it is the first', async () => {
  const { minutes, foreseen, start } = await open()
  start()
  await minutes.pass()
  await minutes.pass()
  expect(foreseen).toEqual([true, false, false])
})
