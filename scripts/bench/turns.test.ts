import { expect, test } from 'vitest'
import { createTurns } from './turns.ts'

test('nobody begins before the one before has ended', async () => {
  const turns = createTurns()
  const order: string[] = []
  const end = await turns.take()
  const second = (async () => {
    const endSecond = await turns.take()
    order.push('second begins')
    endSecond()
  })()
  await Promise.resolve()
  order.push('first ends')
  end()
  end()
  await second
  expect(order).toEqual(['first ends', 'second begins'])
})
