import { expect, onTestFinished, test } from 'vitest'
import { openTestApp } from '../testing/app.ts'

test('the evaluators’ page has the service’s zone, and counts of nobody yet', async () => {
  const world = await openTestApp({ config: { timeZone: 'Europe/Lisbon' } })
  onTestFinished(() => world.close())
  await world.addClinic({ appointments: 2 })
  const cookie = await world.signInStaff(await world.addEvaluator())
  const reply = await world.app.inject({ url: '/api/evaluation', headers: { cookie } })
  expect(reply.json()).toMatchObject({
    timeZone: 'Europe/Lisbon',
    smallest: 5,
    figures: { invited: 0, completed: 0 },
  })
})
