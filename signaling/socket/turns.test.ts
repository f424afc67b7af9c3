import { expect, test } from 'vitest'
import { createTurns } from './turns.ts'

test('who is urgent goes before all who wait, each in the order of coming', async () => {
  const turns = createTurns(1)
  const order: string[] = []
  const come = async (name: string, isUrgent: boolean) => {
    const turn = await turns.take(isUrgent)
    order.push(name)
    turn.done()
  }
  await Promise.all([
    come('first', false),
    come('waits 1', false),
    come('waits 2', false),
    come('in a call 1', true),
    come('in a call 2', true),
  ])
  expect(order).toEqual(['first', 'in a call 1', 'in a call 2', 'waits 1', 'waits 2'])
})

test('a few go at once, and after a rest again', async () => {
  const turns = createTurns(2)
  let working = 0
  const most: number[] = []
  const work = async () => {
    const turn = await turns.take(false)
    most.push(++working)
    await new Promise(setImmediate)
    working -= 1
    turn.done()
  }
  await Promise.all([work(), work(), work(), work(), work()])
  await work()
  expect(Math.max(...most)).toBe(2)
  expect(most).toHaveLength(6)
})
