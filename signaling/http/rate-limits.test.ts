import { afterEach, expect, onTestFinished, test, vi } from 'vitest'
import { cookieName } from '../identity/cookies.ts'
import { createDeviceMarks } from '../identity/device-mark.ts'
import { openTestApp } from '../testing/app.ts'

const key = new Uint8Array(32).fill(3)
const marks = createDeviceMarks(key)
const clinic = '203.0.113.7'

async function open(limits = { requestsPerMinute: 3 }) {
  vi.useFakeTimers({ toFake: ['Date'] })
  const world = await openTestApp({ limits, deviceMarks: marks })
  onTestFinished(() => world.close())
  const name = cookieName('device', world.origin)
  const ask = async (mark: string | null, url = '/api/service', remoteAddress = clinic) => {
    const headers = mark === null ? {} : { cookie: `${name}=${mark}` }
    return (await world.app.inject({ url, headers, remoteAddress })).statusCode
  }
  const flood = async (url = '/api/service', address = clinic) => {
    const codes: number[] = []
    for (let asked = 0; asked < 4; asked += 1) codes.push(await ask(null, url, address))
    return codes
  }
  return { ...world, ask, flood }
}
afterEach(() => void vi.useRealTimers())

test('a flood from a clinic’s address is stopped, and its physician’s own browser is still served', async () => {
  const { ask, flood } = await open()
  expect((await flood()).at(-1)).toBe(429)
  expect(await ask(null)).toBe(429)
  expect(await ask(marks.markOf('physician'))).toBe(200)
})

test('a known browser has a limit too, of its own', async () => {
  const { ask } = await open()
  const mark = marks.markOf('physician')
  const codes: number[] = []
  for (let asked = 0; asked < 4; asked += 1) codes.push(await ask(mark))
  expect(codes).toEqual([200, 200, 200, 429])
  expect([await ask(marks.markOf('planner')), await ask(null)]).toEqual([200, 200])
})

test.each([
  ['made up', 'x'.repeat(87)],
  ['without its seal', marks.markOf('physician').split('.')[0] ?? ''],
  ['of another server', createDeviceMarks(new Uint8Array(32)).markOf('physician')],
  [
    'sealed for somebody else',
    `${marks.markOf('a').split('.')[0]}.${marks.markOf('b').split('.')[1]}`,
  ],
  ['empty', ''],
])('a mark that is %s counts with its address', async (_name, mark) => {
  const { ask, flood } = await open()
  await flood()
  expect(await ask(mark)).toBe(429)
})

test('sockets are counted with everything else, for a whole IPv6 network', async () => {
  const { ask, flood } = await open()
  expect((await flood('/ws/worker', '2001:db8:1:2::1')).at(-1)).toBe(429)
  expect(await ask(null, '/ws/desk', '2001:db8:1:2:ffff::1')).toBe(429)
  expect(await ask(null, '/ws/desk', '2001:db8:1:3::1')).not.toBe(429)
})

test('after a minute the address is served again', async () => {
  const { ask, flood } = await open()
  await flood()
  vi.setSystemTime(Date.now() + 61_000)
  expect(await ask(null)).toBe(200)
})
