import { expect, test } from 'vitest'
import { openTestHouse } from './test-house.ts'

test('a handler that throws refuses that one message: its own line goes on, and so do the others', async () => {
  let fails = false
  const house = await openTestHouse({
    iceServers() {
      if (fails) throw new Error('the secret is gone')
      return []
    },
  })
  const { desk, first, second, firstId, callId } = await house.openCall()
  await second.hello()
  fails = true
  first.say({ type: 'ice-servers', appointmentId: firstId, callId })
  expect(await first.next('refused')).toMatchObject({ code: 'internal', about: 'ice-servers' })
  for (const page of [desk, first, second]) await page.settled()
  expect(house.log.join('')).toContain('the secret is gone')
  fails = false
  first.say({ type: 'ice-servers', appointmentId: firstId, callId })
  expect(await first.next('ice-servers')).toMatchObject({ callId })
})
