/** A worker who waits is told when they are expected, through real sockets. */
import { expect, test } from 'vitest'
import { openTestHouse } from './test-house.ts'

test('a call that goes on moves the expected start of the next one, on the page that waits and on no other', async () => {
  const house = await openTestHouse()
  const { desk, second, secondId } = await house.openCall()
  const { consultations } = await second.hello()
  expect(consultations[0]).not.toHaveProperty('expectedAt')
  // The call began now, in the time of a quarter of an hour that belongs to the second.
  house.time.setWall(Date.parse('2026-11-24T09:25:00Z'))
  await house.minutePassed()
  const { consultation } = await second.next('consultation')
  expect(consultation).toMatchObject({
    appointmentId: secondId,
    expectedAt: '2026-11-24T09:40:00.000Z',
  })
  await desk.settled()
  expect(JSON.stringify(desk.received)).not.toContain('expectedAt')
  await house.minutePassed()
  await second.settled()
  expect(second.received.filter(({ type }) => type === 'consultation')).toHaveLength(1)
})
