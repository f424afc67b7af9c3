/** Whatever a stranger or a broken page sends: it is told why, and the call beside it does not notice. */
import { connect } from 'node:net'
import { describe, expect, onTestFinished, test } from 'vitest'
import { candidate } from '../consultation/specimens.ts'
import { createConnection } from './connection.ts'
import { createFakeTime } from './fake-timers.ts'
import { maxBufferedBytes } from './limits.ts'
import { openTestHouse, type Path, type TestPage } from './test-house.ts'

type House = Awaited<ReturnType<typeof openTestHouse>>
type Call = Awaited<ReturnType<House['openCall']>>

/** Says something through the healthy call and hears it on the other side. */
async function expectUnharmed({ desk, first, firstId, callId }: Call): Promise<void> {
  const signal = { ...candidate, candidate: 'candidate:healthy' }
  const frame = {
    type: 'signal',
    appointmentId: firstId,
    callId,
    attempt: 1,
    signal,
  } as const
  desk.say(frame)
  expect(await first.next('signal')).toEqual(frame)
}

describe('the handshake', () => {
  const cases: readonly [string, Record<string, string> | null, string | number][] = [
    ['a foreign origin', { origin: 'https://evil.example' }, '403'],
    [
      'an origin that only begins like ours',
      { origin: 'http://localhost:8080.evil.example' },
      '403',
    ],
    ['another port', { origin: 'http://localhost:8081' }, '403'],
    ['another scheme', { origin: 'https://localhost:8080' }, '403'],
    ['the origin null', { origin: 'null' }, '403'],
    ['a browser that says cross-site', { 'sec-fetch-site': 'cross-site' }, '403'],
    ['no cookie', { cookie: '' }, 4401],
    ['a cookie that nobody has', { cookie: 'visite-worker-8080=unknown' }, 4401],
    ['prototype names as cookies', { cookie: '__proto__=1; constructor=2' }, 4401],
  ]
  test.each(cases)('with %s is refused', async (_, headers, expected) => {
    const house = await openTestHouse()
    const clinic = await house.addClinic()
    const cookie = await house.signInWorker(clinic.appointments[0]?.id ?? '')
    const sent = { cookie, origin: house.origin, ...headers }
    const opened = house.upgrade('/ws/worker', null, { headers: sent })
    if (typeof expected === 'string') await expect(opened).rejects.toThrow(expected)
    else expect(await (await opened).closed).toBe(expected)
  })

  test('without an origin is refused', async () => {
    const house = await openTestHouse()
    const clinic = await house.addClinic()
    const cookie = await house.signInWorker(clinic.appointments[0]?.id ?? '')
    const opened = house.upgrade('/ws/worker', null, { headers: { cookie } })
    await expect(opened).rejects.toThrow('403')
  })

  test('of a planner at the desk is refused with a code of its own', async () => {
    const house = await openTestHouse()
    const { planner } = await house.addClinic()
    const page = await house.upgrade('/ws/desk', await house.signInStaff(planner.id))
    expect(await page.closed).toBe(4403)
  })

  test('of a physician at the worker’s door finds no login there', async () => {
    const house = await openTestHouse()
    const { physicianStaff } = await house.addClinic()
    const page = await house.upgrade('/ws/worker', await house.signInStaff(physicianStaff.id))
    expect(await page.closed).toBe(4401)
  })

  test('a fifth line of one login is closed, the four go on', async () => {
    const house = await openTestHouse()
    const { cookies, first } = await house.openClinic()
    await first.hello()
    for (let line = 2; line <= 4; line += 1) await house.upgrade('/ws/worker', cookies.first)
    const fifth = await house.upgrade('/ws/worker', cookies.first)
    expect(await fifth.closed).toBe(4429)
    await first.settled()
  })

  test('both cookies in one browser: each door reads its own', async () => {
    const house = await openTestHouse()
    const { cookies } = await house.openClinic()
    const both = `${cookies.desk}; ${cookies.first}`
    const doors: readonly Path[] = ['/ws/desk', '/ws/worker']
    const pages = await Promise.all(doors.map((path) => house.upgrade(path, both)))
    const welcomes = await Promise.all(pages.map((page) => page.hello()))
    expect(welcomes.map(({ participant }) => participant)).toEqual(['physician', 'worker'])
  })
})

describe('before the hello', () => {
  test('five seconds of silence close the line', async () => {
    const house = await openTestHouse()
    const { first } = await house.openClinic()
    house.time.advance(5000)
    expect(await first.closed).toBe(4408)
  })

  test.each([
    ['a ping', '{"type":"ping"}', 4408],
    ['a ring', '{"type":"ring","appointmentId":"appointment-00001"}', 4408],
    ['a hello of a version to come', '{"type":"hello","version":2,"new":true}', 4426],
    ['a hello without its fields', '{"type":"hello","version":1}', 4400],
  ])('%s', async (_, frame, code) => {
    const house = await openTestHouse()
    const { first } = await house.openClinic()
    first.say(frame)
    expect(await first.closed).toBe(code)
  })
})

describe('a frame', () => {
  const id = 'appointment-00001'
  const long = 'x'.repeat(70 * 1024)
  const cases: readonly [string, string | Buffer, number][] = [
    ['that is too large', `{"type":"ping","x":"${long}"}`, 1009],
    ['that is binary', Buffer.from('{"type":"ping"}'), 4400],
    ['that is empty', '', 4400],
    ['that is not JSON', 'hello', 4400],
    ['that is half JSON', '{"type":"ping"', 4400],
    ['that is a number', '7', 4400],
    ['that is null', 'null', 4400],
    ['that is an array', '[{"type":"ping"}]', 4400],
    ['without a type', '{}', 4400],
    ['with a type that is no string', '{"type":{"toString":"ping"}}', 4400],
    ['of an unknown type', '{"type":"admin"}', 4400],
    ['of type constructor', '{"type":"constructor"}', 4400],
    ['of type __proto__', '{"type":"__proto__"}', 4400],
    ['of type toString', '{"type":"toString"}', 4400],
    ['with a property __proto__', '{"type":"ping","__proto__":{"admin":true}}', 4400],
    ['with one property too many', '{"type":"ping","from":"physician"}', 4400],
    ['with two types, of which the last is unknown', '{"type":"ping","type":"admin"}', 4400],
    ['nested as deep as the limit lets', '['.repeat(60_000), 4400],
    ['with depth inside', `{"type":"ping","x":${'['.repeat(20_000)}${']'.repeat(20_000)}}`, 4400],
    ['with an id that is too long', `{"type":"ring","appointmentId":"${'a'.repeat(65)}"}`, 4400],
    ['with an id of other letters', '{"type":"ring","appointmentId":"../../etc/passwd"}', 4400],
    [
      'with a fractional attempt',
      `{"type":"renew","appointmentId":"${id}","callId":"${id}","attempt":1.5}`,
      4400,
    ],
    [
      'with an attempt beyond all bounds',
      `{"type":"renew","appointmentId":"${id}","callId":"${id}","attempt":1e308}`,
      4400,
    ],
    [
      'with an SDP that is too long',
      JSON.stringify({
        type: 'signal',
        appointmentId: id,
        callId: id,
        attempt: 1,
        signal: { kind: 'description', type: 'offer', sdp: 'x'.repeat(33 * 1024), number: 1 },
      }),
      4400,
    ],
    [
      'a hello of another page on the same line',
      '{"type":"hello","version":1,"page":"page-of-someone-else","takeOver":true,"held":null}',
      4400,
    ],
  ]
  test('each closes its own line with a code, and no other', async () => {
    const house = await openTestHouse()
    const call = await house.openCall()
    let { second } = call
    for (const [name, frame, code] of cases) {
      await second.hello()
      second.say(frame)
      expect([name, await second.closed]).toEqual([name, code])
      second = await house.upgrade('/ws/worker', call.cookies.second)
    }
    await expectUnharmed(call)
    expect(house.log.join('')).not.toMatch(/"level":(50|60)/)
  })

  test('with bad UTF-8 is closed by the protocol itself', async () => {
    const house = await openTestHouse()
    const call = await house.openCall()
    // A masked text frame by hand: a client library would not let it out.
    const { second } = call
    const raw = Reflect.get(second.socket, '_socket') as ReturnType<typeof connect>
    await second.hello()
    raw.write(Buffer.from([0x81, 0x82, 0, 0, 0, 0, 0xc3, 0x28]))
    expect(await second.closed).toBe(1007)
    await expectUnharmed(call)
  })

  test('with a reserved bit or opcode is closed by the protocol itself', async () => {
    const house = await openTestHouse()
    const call = await house.openCall()
    const raw = Reflect.get(call.second.socket, '_socket') as ReturnType<typeof connect>
    raw.write(Buffer.from([0xb1, 0x80, 0, 0, 0, 0]))
    expect(await call.second.closed).toBe(1002)
    await expectUnharmed(call)
  })

  test('with a duplicate key counts as its last one says, for the schema and for the handler alike', async () => {
    const house = await openTestHouse()
    const { first } = await house.openClinic()
    await first.hello()
    first.say('{"type":"admin","type":"ping"}')
    await first.next('pong')
  })
})

describe('someone who may not', () => {
  async function refusal(page: TestPage, frame: object): Promise<unknown> {
    page.say(JSON.stringify(frame))
    const { code, about } = await page.next('refused')
    return `${about} ${code}`
  }

  test('a worker asks what only the physician may ask, and the reverse', async () => {
    const house = await openTestHouse()
    const { desk, first, firstId } = await house.openClinic()
    await first.hello()
    await desk.hello()
    const ringId = 'ring-000000000001'
    const appointmentId = firstId
    expect(await refusal(first, { type: 'ring', appointmentId })).toBe('ring not-allowed')
    expect(await refusal(first, { type: 'stop-ring', appointmentId, ringId })).toBe(
      'stop-ring not-allowed',
    )
    expect(await refusal(desk, { type: 'answer', appointmentId, ringId })).toBe(
      'answer not-allowed',
    )
    expect(await refusal(desk, { type: 'defer', appointmentId, ringId })).toBe('defer not-allowed')
  })

  test('an appointment of others and one that is not look the same, and nothing reaches it', async () => {
    const house = await openTestHouse()
    const call = await house.openCall()
    const other = await house.openClinic('Ander')
    await other.desk.hello()
    await call.second.hello()
    const heard = [call.desk, call.first].map(({ received }) => received.length)
    const { callId } = call
    const frames = (appointmentId: string) =>
      [
        { type: 'signal', appointmentId, callId, attempt: 1, signal: candidate },
        { type: 'renew', appointmentId, callId, attempt: 1 },
        { type: 'rejoin', appointmentId, callId },
        { type: 'hang-up', appointmentId, callId },
      ] as const
    for (const page of [other.desk, call.second]) {
      for (const appointmentId of [call.firstId, 'appointment-of-nobody']) {
        for (const frame of frames(appointmentId)) {
          expect(await refusal(page, frame)).toBe(`${frame.type} not-found`)
        }
      }
    }
    const ring = { type: 'ring', appointmentId: call.firstId }
    expect(await refusal(other.desk, ring)).toBe('ring not-found')
    await call.desk.settled()
    await call.first.settled()
    const news = [call.desk, call.first].map(({ received }, index) =>
      received.slice(heard[index]).flatMap((message) => ('callId' in message ? message : [])),
    )
    expect(news).toEqual([[], []])
    await expectUnharmed(call)
  })

  test('a signal of an older attempt, or of another call, is dropped without a word', async () => {
    const house = await openTestHouse()
    const { desk, first, firstId, callId } = await house.openCall()
    desk.say({ type: 'renew', appointmentId: firstId, callId, attempt: 1 })
    await first.next('call-opened')
    const frame = { type: 'signal', appointmentId: firstId, signal: candidate } as const
    desk.say({ ...frame, callId, attempt: 1 })
    desk.say({ ...frame, callId, attempt: 3 })
    desk.say({ ...frame, callId: 'call-that-is-not-1', attempt: 2 })
    await desk.settled()
    await first.settled()
    expect(first.received.map(({ type }) => type)).not.toContain('signal')
    expect(desk.received.map(({ type }) => type)).not.toContain('refused')
  })
})

describe('too much', () => {
  test('a flood closes its own line; a burst of candidates does not', async () => {
    const house = await openTestHouse()
    const call = await house.openCall()
    const { first, firstId, callId, second } = call
    const frame = { type: 'signal', appointmentId: firstId, callId, attempt: 1 } as const
    for (let count = 0; count < 100; count += 1) first.say({ ...frame, signal: candidate })
    await first.settled()
    await second.hello()
    for (let count = 0; count < 300; count += 1) second.say({ type: 'ping' })
    expect(await second.closed).toBe(4429)
    await expectUnharmed(call)
  })

  test('large frames have a budget of their own', async () => {
    const house = await openTestHouse()
    const { desk, firstId, callId } = await house.openCall()
    const sdp = 'x'.repeat(32 * 1024)
    const signal = { kind: 'description', type: 'offer', sdp, number: 1 } as const
    const frame = { type: 'signal', appointmentId: firstId, callId, attempt: 1, signal } as const
    for (let count = 0; count < 40; count += 1) desk.say(frame)
    expect(await desk.closed).toBe(4429)
  })

  test('thousands of headers, or a header without end, get no socket', async () => {
    const house = await openTestHouse()
    const socket = connect(house.port, '127.0.0.1')
    onTestFinished(() => void socket.destroy())
    const answer = new Promise<string>((resolve) => {
      socket.once('data', (data) => resolve(data.toString('latin1')))
      socket.once('close', () => resolve('closed'))
      socket.once('error', () => resolve('closed'))
    })
    const many = Array.from({ length: 3000 }, (_, index) => `x-${index}: y`).join('\r\n')
    socket.write(`GET /ws/worker HTTP/1.1\r\nHost: localhost\r\n${many}\r\n\r\n`)
    expect(await answer).toMatch(/^HTTP\/1.1 (431|400)|^closed$/)
  })
})

test('a reader that stops reading is dropped once its share is full', () => {
  const cut: string[] = []
  const wire = {
    bufferedAmount: 0,
    send: () => cut.push('sent'),
    ping: () => {},
    close: () => {},
    terminate: () => cut.push('cut'),
  }
  const log = { debug() {}, info() {}, warn() {}, error() {} }
  const connection = createConnection({
    number: 1,
    person: { side: 'worker', appointmentId: 'appointment-00001' },
    loginKey: 'login',
    wire,
    timers: createFakeTime(),
    log,
    onGone: () => cut.push('gone'),
  })
  connection.send({ type: 'elsewhere', inCall: false })
  wire.bufferedAmount = maxBufferedBytes + 1
  connection.send({ type: 'elsewhere', inCall: false })
  connection.send({ type: 'elsewhere', inCall: false })
  expect(cut).toEqual(['sent', 'gone', 'cut'])
})
