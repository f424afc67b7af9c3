import { expect, test } from 'vitest'
import type { CallLive } from '../call/call-live.ts'
import { createFakeTimers } from '../call/fake-timers.ts'
import { createTrustDoor } from './trust-door.ts'
import type { TrustPorts } from './trust.ts'

const call = (callId: string, phase: 'connecting' | 'connected'): CallLive => ({
  phase,
  appointmentId: 'appointment-00000001',
  callId,
  attempt: 1,
  since: 0,
})

/** What lies behind the door, and who went in and out. */
function openDoor(fails = 0) {
  const timers = createFakeTimers()
  const log: string[] = []
  let failures = fails
  const follow = createTrustDoor({ after: timers.after } as unknown as TrustPorts, async () => {
    if (failures-- > 0) throw new Error('offline')
    return {
      loadTrust: async () => (opened) => {
        log.push(`in ${opened.callId}`)
        return {
          follow: () => log.push(`still ${opened.callId}`),
          close: () => log.push(`out ${opened.callId}`),
        }
      },
    }
  })
  return { follow, log, timers }
}

const settle = () => new Promise((resolve) => setImmediate(resolve))

test('nothing is fetched before a call has been connected for a while', async () => {
  const { follow, log, timers } = openDoor()
  follow(call('one', 'connecting'))
  timers.advance(60_000)
  await settle()
  follow(call('one', 'connected'))
  timers.advance(2_000)
  await settle()
  expect(log).toEqual([])
  timers.advance(1_000)
  await settle()
  expect(log).toEqual(['in one'])
})

test('it is opened once for each call, and left with it', async () => {
  const { follow, log, timers } = openDoor()
  for (const callId of ['one', 'two']) {
    follow(call(callId, 'connected'))
    timers.advance(3_000)
    follow(call(callId, 'connected'))
    await settle()
  }
  follow({ phase: 'none' })
  expect(log).toEqual(['in one', 'out one', 'in two', 'out two'])
})

test('a call that is connected again is followed, as its connection may be another one', async () => {
  const { follow, log, timers } = openDoor()
  follow(call('one', 'connected'))
  timers.advance(3_000)
  await settle()
  follow(call('one', 'connecting'))
  follow(call('one', 'connected'))
  expect(log).toEqual(['in one', 'still one'])
})

test('whoever comes back to a call finds it open sooner', async () => {
  const { follow, log, timers } = openDoor()
  follow(call('one', 'connected'))
  timers.advance(3_000)
  await settle()
  follow({ phase: 'none' })
  follow(call('one', 'connected'))
  timers.advance(500)
  await settle()
  expect(log).toEqual(['in one', 'out one', 'in one'])
})

test('a call that ends while it is fetched has none', async () => {
  const { follow, log, timers } = openDoor()
  follow(call('one', 'connected'))
  timers.advance(3_000)
  follow({ phase: 'none' })
  await settle()
  expect(log).toEqual([])
})

test('what could not be fetched is fetched again with the next change', async () => {
  const { follow, log, timers } = openDoor(1)
  follow(call('one', 'connected'))
  timers.advance(3_000)
  await settle()
  expect(log).toEqual([])
  follow(call('one', 'connected'))
  timers.advance(3_000)
  await settle()
  expect(log).toEqual(['in one'])
})
