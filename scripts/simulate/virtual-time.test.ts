import { expect, test } from 'vitest'
import { createVirtualTime } from './virtual-time.ts'

const awake = { settle: async () => {}, sleeps: () => false }

test('time leaps to what happens next, in order, and runs up to its end', async () => {
  const time = createVirtualTime(1000)
  const seen: string[] = []
  const see = (what: string) => seen.push(`${what} at ${time.clock.now()}`)
  time.after(50, () => see('timer'))
  void time.sleep(20).then(() => see('sleeper'))
  time.after(20, () => see('second at the same moment'))
  const cancel = time.after(30, () => see('never'))
  cancel()
  await time.run(1100, { ...awake, settle: () => new Promise((done) => setImmediate(done)) })
  expect(seen).toEqual(['sleeper at 1020', 'second at the same moment at 1020', 'timer at 1050'])
  expect([time.clock.now(), time.monotonic()]).toEqual([1100, 100])
})

test('while nobody is there, timers wait for what is planned', async () => {
  const time = createVirtualTime(0)
  const ticks: number[] = []
  const tick = () => {
    ticks.push(time.clock.now())
    time.after(2, tick)
  }
  time.after(2, tick)
  let sleeps = true
  const wake = async () => {
    await time.until(1000)
    sleeps = false
  }
  void wake()
  await time.run(1004, {
    settle: () => new Promise((done) => setImmediate(done)),
    sleeps: () => sleeps,
  })
  expect(ticks).toEqual([1000, 1002, 1004])
})

test('time waits for work that is done again and again', async () => {
  const time = createVirtualTime(0)
  const at: number[] = []
  const stop = time.every(
    () => 10,
    async () => {
      await Promise.resolve()
      at.push(time.clock.now())
      if (at.length === 3) stop()
    },
  )
  await time.run(100, awake)
  expect(at).toEqual([10, 20, 30])
})
