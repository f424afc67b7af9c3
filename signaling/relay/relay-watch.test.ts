import { expect, test } from 'vitest'
import type { RelayProblem } from '../../turn/relay-problems.ts'
import { createFakeTime } from '../socket/fake-timers.ts'
import { watchRelay } from './relay-watch.ts'

const address = 'turn:turn.example.be'

/** A relay whose answers the test gives; `chance` is the longest pause unless said otherwise. */
function open({
  chance = 1,
  answer = null,
}: { chance?: number; answer?: RelayProblem | null } = {}) {
  const time = createFakeTime()
  const log: object[] = []
  let asked = 0
  let next: () => Promise<RelayProblem | null> = async () => answer
  const write = (fields: object) => void log.push(fields)
  const watch = watchRelay({
    probes: [{ address, ask: () => (asked++, next()) }],
    clock: time.clock,
    timers: time,
    chance: () => chance,
    log: { info: write, warn: write },
  })
  return {
    watch,
    log,
    time,
    asked: () => asked,
    phase: () => watch.stands()[0]?.state.phase,
    answers: (with_: typeof next) => (next = with_),
    /** A second at a time: what comes of each is awaited. */
    pass: async (seconds: number) => {
      for (let second = 0; second < seconds; second++) {
        time.advance(1000)
        await settle()
      }
    },
  }
}

async function settle() {
  for (let turn = 0; turn < 10; turn++) await Promise.resolve()
}

test('it is asked at once, and then every 10 to 20 s', async () => {
  for (const [chance, pauseS] of [
    [0, 10],
    [1, 20],
  ] as const) {
    const { asked, pass } = open({ chance })
    await settle()
    expect(asked()).toBe(1)
    await pass(pauseS - 1)
    expect(asked()).toBe(1)
    await pass(1)
    expect(asked()).toBe(2)
  }
})

test('a relay that falls silent right after it answered is known to fail within 35 s, with the slowest probes', async () => {
  const { answers, pass, phase } = open()
  await settle()
  expect(phase()).toBe('working')
  answers(() => new Promise(() => undefined))
  await pass(34)
  expect(phase()).toBe('failing')
})

test('one failure is a doubt: it is asked again within 4 s, and nothing is logged', async () => {
  const { answers, pass, phase, log } = open()
  await settle()
  answers(async () => 'silent')
  await pass(20)
  expect(phase()).toBe('doubted')
  answers(async () => null)
  await pass(4)
  expect(phase()).toBe('working')
  expect(log).toEqual([])
})

test('each change is logged once, with the address of the settings and a code', async () => {
  const { answers, pass, log } = open({ answer: 'refused' })
  await pass(120)
  expect(log).toEqual([{ address, problem: 'refused' }])
  answers(async () => null)
  await pass(60)
  expect(log).toEqual([{ address, problem: 'refused' }, { address }])
})

test('a question that hangs is not asked a second time beside itself', async () => {
  const { answers, asked, pass, phase } = open()
  await settle()
  answers(() => new Promise(() => undefined))
  await pass(300)
  expect(asked()).toBe(2)
  expect(phase()).toBe('failing')
})

test('a question that breaks counts as failed', async () => {
  const { answers, pass, watch } = open()
  await settle()
  answers(() => Promise.reject(new Error('unforeseen')))
  await pass(60)
  expect(watch.stands()[0]?.state).toMatchObject({ phase: 'failing', problem: 'failed' })
})

test('a closed watch asks no more and leaves no timer behind', async () => {
  const { watch, asked, pass, time } = open()
  await settle()
  watch.close()
  await pass(60)
  expect(asked()).toBe(1)
  expect(time.pending()).toBe(0)
})

test('without a relay nothing is asked', () => {
  const time = createFakeTime()
  const log = { info: () => undefined, warn: () => undefined }
  const watch = watchRelay({ probes: [], clock: time.clock, timers: time, chance: () => 0, log })
  expect(watch.stands()).toEqual([])
  expect(time.pending()).toBe(0)
})
