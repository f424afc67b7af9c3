/** The live side through real sockets: who gets in, who hears what, and when it stops. */
import { describe, expect, test } from 'vitest'
import { toInstant } from '../clock.ts'
import { candidate } from '../consultation/specimens.ts'
import { cookieName } from '../identity/cookies.ts'
import { systemActor } from '../identity/identity.ts'
import { hashToken } from '../identity/token.ts'
import { closeCodes } from '../protocol/close-codes.ts'
import type { ClientMessageOf } from '../protocol/messages.ts'
import { loginInCallMs, loginsEveryMs } from './limits.ts'
import { openTestHouse, ringOf } from './test-house.ts'

describe('coming in', () => {
  test('a worker is welcomed with their own consultation, a physician with those of today', async () => {
    const house = await openTestHouse()
    const { desk, first, firstId, secondId } = await house.openClinic()
    const worker = await first.hello()
    expect(worker).toMatchObject({
      participant: 'worker',
      serverTime: '2026-11-24T08:00:00.000Z',
      consultations: [{ appointmentId: firstId, presence: { kind: 'here' } }],
    })
    const { participant, consultations } = await desk.hello()
    expect(participant).toBe('physician')
    expect(consultations.map(({ appointmentId }) => appointmentId)).toEqual([firstId, secondId])
  })

  test('the desk sees a worker come, get ready, lose the line and come back', async () => {
    const house = await openTestHouse()
    const { desk, first, cookies } = await house.openClinic()
    await desk.hello()
    await first.hello({ page: 'page-of-the-worker' })
    expect((await desk.next('consultation')).consultation.presence).toMatchObject({ kind: 'here' })
    first.say({ type: 'readiness', readiness: 'ready', visible: true })
    const ready = await desk.next('consultation')
    expect(ready.consultation.presence).toMatchObject({ readiness: 'ready' })
    first.socket.terminate()
    expect((await desk.next('consultation')).consultation.presence.kind).toBe('away')
    house.time.advance(10_000)
    const again = await house.upgrade('/ws/worker', cookies.first)
    await again.hello({ page: 'page-of-the-worker' })
    const back = await desk.next('consultation')
    expect(back.consultation.presence).toMatchObject({
      kind: 'here',
      since: '2026-11-24T08:00:00.000Z',
      readiness: 'ready',
    })
  })

  test('a second page is asked, hears nothing more, and takes over only when told to', async () => {
    const house = await openTestHouse()
    const { desk, first, firstId, cookies } = await house.openClinic()
    await desk.hello()
    await first.hello()
    const second = await house.upgrade('/ws/worker', cookies.first)
    const page = 'second-page-of-worker'
    second.say({ type: 'hello', version: 1, page, takeOver: false, held: null })
    await second.next('elsewhere')
    desk.say({ type: 'ring', appointmentId: firstId })
    await ringOf(first)
    second.say({ type: 'readiness', readiness: 'ready', visible: true })
    expect(await second.next('refused')).toMatchObject({ code: 'not-allowed' })
    await second.settled()
    const welcome = await second.hello({ page, takeOver: true })
    expect(welcome.consultations[0]?.ring).toMatchObject({ phase: 'ringing' })
    expect(await first.closed).toBe(4409)
    const told = () =>
      desk.received.flatMap((message) =>
        message.type === 'consultation' && message.consultation.presence.kind === 'here'
          ? [message.consultation.presence.takenOverAt]
          : [],
      )
    await desk.settled()
    expect([told().at(0), told().at(-1)]).toEqual([null, '2026-11-24T08:00:00.000Z'])
    expect(second.received.map(({ type }) => type)).toEqual([
      'elsewhere',
      'refused',
      'pong',
      'welcome',
    ])
  })

  test('the same page on a new line silently replaces its own dead one', async () => {
    const house = await openTestHouse()
    const { first, cookies } = await house.openClinic()
    await first.hello({ page: 'page-of-the-worker' })
    const again = await house.upgrade('/ws/worker', cookies.first)
    await again.hello({ page: 'page-of-the-worker' })
    expect(await first.closed).toBe(1006)
  })

  test('what is said while the hello is answered is heard after it', async () => {
    const house = await openTestHouse()
    const { first } = await house.openClinic()
    const welcome = first.hello()
    first.say({ type: 'readiness', readiness: 'blocked', visible: true })
    await welcome
    const told = await first.next('consultation')
    expect(told.consultation.presence).toMatchObject({ readiness: 'blocked' })
  })
})

describe('a ring', () => {
  test('is one ring for two clicks, and stops on both pages in the same moment', async () => {
    const house = await openTestHouse()
    const { desk, first, firstId } = await house.openClinic()
    await desk.hello()
    await first.hello()
    desk.say({ type: 'ring', appointmentId: firstId })
    desk.say({ type: 'ring', appointmentId: firstId })
    const ringId = await ringOf(first)
    desk.say({ type: 'stop-ring', appointmentId: firstId, ringId })
    const stopped = await first.next('consultation')
    expect(stopped.consultation.ring).toMatchObject({ id: ringId, outcome: 'stopped' })
    await desk.settled()
    const rings = new Set(
      desk.received.flatMap((message) =>
        message.type === 'consultation' ? (message.consultation.ring?.id ?? []) : [],
      ),
    )
    expect([...rings]).toEqual([ringId])
  })

  test('times out by the clock, without a message from anyone', async () => {
    const house = await openTestHouse()
    const { desk, first, firstId } = await house.openClinic()
    await desk.hello()
    await first.hello()
    desk.say({ type: 'ring', appointmentId: firstId })
    const ringId = await ringOf(first)
    for (let second = 0; second < 45; second += 1) {
      await first.settled()
      await desk.settled()
      house.time.advance(1000)
    }
    const over = await first.next('consultation')
    expect(over.consultation.ring).toMatchObject({ id: ringId, outcome: 'timed-out' })
  })

  test('stops when the worker chooses a visit in person', async () => {
    const house = await openTestHouse()
    const { desk, first, firstId, cookies } = await house.openClinic()
    await desk.hello()
    await first.hello()
    desk.say({ type: 'ring', appointmentId: firstId })
    await ringOf(first)
    const reply = await house.app.inject({
      method: 'POST',
      url: '/api/my-appointment/in-person',
      headers: { cookie: cookies.first, origin: house.origin },
    })
    expect(reply.statusCode).toBeLessThan(300)
    const over = await first.next('consultation')
    expect(over.consultation).toMatchObject({
      over: true,
      ring: { outcome: 'declined-in-person' },
    })
  })
})

describe('a call', () => {
  test('opens for both, with relay credentials of their own', async () => {
    const house = await openTestHouse()
    const { desk, first, firstId } = await house.openCall()
    const opened = [desk, first].map(({ received }) =>
      received.find(({ type }) => type === 'call-opened'),
    )
    expect(opened).toMatchObject([
      { initiator: true, attempt: 1, iceServers: [{ username: `physician ${firstId}` }] },
      { initiator: false, attempt: 1, iceServers: [{ username: `worker ${firstId}` }] },
    ])
  })

  test('gives nothing that enables media before the answer', async () => {
    const house = await openTestHouse()
    const { desk, first, firstId } = await house.openClinic()
    await desk.hello()
    await first.hello()
    desk.say({ type: 'ring', appointmentId: firstId })
    await ringOf(first)
    first.say({ type: 'ice-servers', appointmentId: firstId, callId: 'call-that-is-not-1' })
    expect(await first.next('refused')).toMatchObject({ code: 'call-over' })
    await desk.settled()
    for (const { received } of [desk, first]) {
      expect(JSON.stringify(received)).not.toContain('turn:')
    }
  })

  test('relays signals to the other side, unread and unlogged', async () => {
    const house = await openTestHouse()
    const { desk, first, firstId, callId } = await house.openCall()
    const sdp = 'v=0 a=fingerprint:sha-256 canary'
    const signal = { kind: 'description', type: 'offer', sdp, number: 1 } as const
    desk.say({ type: 'signal', appointmentId: firstId, callId, attempt: 1, signal })
    expect(await first.next('signal')).toEqual({
      type: 'signal',
      appointmentId: firstId,
      callId,
      attempt: 1,
      signal,
    })
    expect(house.log.join('')).not.toContain('canary')
    expect(house.log.join('')).not.toContain('turn:')
  })

  test('hands out fresh relay credentials while it is open', async () => {
    const house = await openTestHouse()
    const { first, firstId, callId } = await house.openCall()
    first.say({ type: 'ice-servers', appointmentId: firstId, callId })
    expect(await first.next('ice-servers')).toMatchObject({ callId, iceServers: [{}] })
  })

  test('goes on when the physician’s page reloads: the view tells, a tap brings them back', async () => {
    const house = await openTestHouse()
    const { desk, first, firstId, callId, cookies } = await house.openCall()
    desk.socket.close(1001)
    const reloaded = await house.upgrade('/ws/desk', cookies.desk)
    const welcome = await reloaded.hello()
    expect(welcome.consultations[0]?.call).toMatchObject({
      phase: 'open',
      physicianIn: false,
      physicianWas: true,
    })
    reloaded.say({ type: 'rejoin', appointmentId: firstId, callId })
    expect(await reloaded.next('call-opened')).toMatchObject({ callId, attempt: 2 })
    expect(await first.next('call-opened')).toMatchObject({ callId, attempt: 2 })
  })

  test('is proved before it is opened: a server that dies between the two leaves no page without a proof', async () => {
    const house = await openTestHouse()
    const { desk, first, callId } = await house.openCall()
    for (const page of [desk, first]) {
      const opening = page.received.filter((message) => 'callId' in message)
      expect(opening).toMatchObject([
        { type: 'call-proof', callId },
        { type: 'call-opened', callId },
      ])
    }
  })

  test('survives a restart of the server in both pages’ hands', async () => {
    const before = await openTestHouse()
    const { firstId, callId, ...pages } = await before.openCall()
    const proofs = {
      desk: (await pages.desk.next('call-proof')).proof,
      first: (await pages.first.next('call-proof')).proof,
    }
    // The same planning in a server that knows nothing of the call.
    const after = await openTestHouse()
    const { desk, first, firstId: sameId } = await after.openClinic()
    expect(sameId).toBe(firstId)
    const held = { appointmentId: firstId, callId, attempt: 1 }
    await first.hello({ held: { ...held, proof: proofs.first } })
    const welcome = await desk.hello({ held: { ...held, proof: proofs.desk } })
    expect(welcome.consultations[0]?.call).toMatchObject({
      id: callId,
      workerIn: true,
      physicianIn: true,
    })
    desk.say({
      type: 'signal',
      appointmentId: firstId,
      callId,
      attempt: 1,
      signal: candidate,
    })
    expect(await first.next('signal')).toMatchObject({ callId })
    expect(first.received.map(({ type }) => type)).not.toContain('call-opened')
  })

  test('goes back to the page that holds it, though another page of the person came first', async () => {
    const before = await openTestHouse()
    const { firstId, callId, first: former } = await before.openCall()
    const { proof } = await former.next('call-proof')
    const after = await openTestHouse()
    const { first, cookies } = await after.openClinic()
    const idle = await after.upgrade('/ws/worker', cookies.first)
    await idle.hello()
    const held = { appointmentId: firstId, callId, attempt: 1, proof }
    const welcome = await first.hello({ held })
    expect(welcome.consultations[0]?.call).toMatchObject({ id: callId, workerIn: true })
    expect(await idle.closed).toBe(closeCodes.replaced)
  })

  test('is not opened on a server that was started anew by a page with another’s proof, or none', async () => {
    const before = await openTestHouse()
    const { firstId, callId, desk: formerDesk } = await before.openCall()
    const { proof } = await formerDesk.next('call-proof')
    const after = await openTestHouse()
    const { first, cookies } = await after.openClinic()
    const held = { appointmentId: firstId, callId, attempt: 1 }
    const claimed = await first.hello({ held: { ...held, proof } })
    expect(claimed.consultations[0]).toMatchObject({ call: null, presence: { kind: 'here' } })
    const again = await after.upgrade('/ws/worker', cookies.first)
    const unproven = await again.hello({ held, takeOver: true })
    expect(unproven.consultations[0]?.call).toBeNull()
  })
})

describe('a dead line', () => {
  test('loses nothing: what was said into it is heard on the next one, once and in order', async () => {
    const house = await openTestHouse()
    const { desk, first, firstId, cookies } = await house.openClinic()
    await desk.hello()
    const page = 'page-of-the-worker'
    const { conversation } = await first.hello({ page })
    first.say({ type: 'readiness', readiness: 'ready', visible: true, n: 1, heard: 0 })
    await first.settled()
    const heard = Math.max(...first.frames.map(({ n = 0 }) => n))
    // From here on the worker's line is half open: it hears nothing, and what it says does not arrive.
    first.socket.pause()
    desk.say({ type: 'ring', appointmentId: firstId })
    await ringOf(desk)
    const again = await house.upgrade('/ws/worker', cookies.first)
    const welcome = await again.hello({ page, resume: { conversation, heard } })
    expect(welcome).toMatchObject({ conversation, resumed: true })
    expect(again.received.slice(0, 2).map(({ type }) => type)).toEqual(['consultation', 'welcome'])
    expect(again.frames[0]).toMatchObject({ n: heard + 1, consultation: { ring: {} } })
    again.say({ type: 'readiness', readiness: 'ready', visible: true, n: 1, heard })
    again.say({ type: 'readiness', readiness: 'ready', visible: false, n: 2, heard })
    const told = await again.next('consultation')
    expect(told.consultation.ring).toMatchObject({ phase: 'ringing' })
    expect((await again.next('consultation')).consultation.presence).toMatchObject({
      visible: false,
    })
  })

  test('of another page, or of a conversation that is not known, starts afresh', async () => {
    const house = await openTestHouse()
    const { first, cookies } = await house.openClinic()
    const page = 'page-of-the-worker'
    const { conversation } = await first.hello({ page })
    const resumes: readonly NonNullable<ClientMessageOf<'hello'>['resume']>[] = [
      { conversation: 'conversation-of-others', heard: 0 },
      { conversation, heard: 99 },
    ]
    for (const resume of resumes) {
      const again = await house.upgrade('/ws/worker', cookies.first)
      expect(await again.hello({ page, resume })).toMatchObject({ resumed: false })
    }
    const other = await house.upgrade('/ws/worker', cookies.first)
    const resume = { conversation, heard: 0 }
    const taken = await other.hello({ page: 'page-of-another-device', takeOver: true, resume })
    expect(taken.resumed).toBe(false)
  })

  test('is closed if it acknowledges what was never said', async () => {
    const house = await openTestHouse()
    const { first } = await house.openClinic()
    await first.hello()
    first.say({ type: 'ping', heard: 1000 })
    expect(await first.closed).toBe(4400)
  })
})

describe('the end', () => {
  test('a stop tells every page to come back later, leaves no timer, and is quick', async () => {
    const house = await openTestHouse()
    const { desk, first } = await house.openCall()
    await house.app.close()
    expect(await Promise.all([desk.closed, first.closed])).toEqual([1012, 1012])
    expect(house.time.pending()).toBe(0)
  })

  test('a login whose link was withdrawn loses its line, in a call too, and no other does', async () => {
    const house = await openTestHouse()
    const { desk, first, guest, firstId } = await house.openCallWithGuest()
    const deed = { actor: systemActor, at: toInstant(house.clock.now()) }
    await house.store.write((writer) => writer.appointments.revokeLinks(firstId, deed))
    house.time.advance(loginsEveryMs)
    expect(await first.closed).toBe(closeCodes['signed-out'])
    for (const page of [desk, guest]) {
      await page.settled()
      expect(page.socket.readyState).toBe(page.socket.OPEN)
    }
  })

  test('a login that expires in a call finds its way back to it, and ends some minutes after the call', async () => {
    const house = await openTestHouse()
    const { desk, firstId } = await house.openClinic()
    const [cookie, at] = ['cookie-of-a-short-login', house.time.clock.now()]
    await house.store.write((writer) =>
      writer.logins.add({
        kind: 'worker',
        appointmentId: firstId,
        linkVersion: 1,
        cookieHash: hashToken(cookie),
        at: toInstant(at),
        expiresAt: toInstant(at + loginsEveryMs + 1_000),
      }),
    )
    const cookies = `${cookieName('worker', house.origin)}=${cookie}`
    const before = await house.upgrade('/ws/worker', cookies)
    await desk.hello()
    await before.hello()
    desk.say({ type: 'ring', appointmentId: firstId })
    before.say({ type: 'answer', appointmentId: firstId, ringId: await ringOf(before) })
    const { callId } = await before.next('call-opened')
    for (let look = 0; look < 3; look += 1) {
      house.time.advance(loginsEveryMs)
      await desk.settled()
      await before.settled()
    }
    before.socket.terminate()
    const after = await house.upgrade('/ws/worker', cookies)
    await after.hello()
    desk.say({ type: 'hang-up', appointmentId: firstId, callId })
    await desk.settled()
    await after.settled()
    house.time.advance(loginInCallMs)
    const late = await house.upgrade('/ws/worker', cookies)
    expect(await late.closed).toBe(closeCodes['signed-out'])
  })

  test('a login that ends takes its pages with it', async () => {
    const house = await openTestHouse()
    const { desk, cookies } = await house.openClinic()
    await desk.hello()
    const reply = await house.app.inject({
      method: 'POST',
      url: '/api/sign-out',
      headers: { cookie: cookies.desk, origin: house.origin },
    })
    expect(reply.statusCode).toBeLessThan(300)
    expect(await desk.closed).toBe(4401)
  })
})

describe('time', () => {
  test('a page that falls silent is pinged, and dropped after half a minute', async () => {
    const house = await openTestHouse()
    const { desk, first } = await house.openClinic()
    await desk.hello()
    await first.hello()
    await desk.next('consultation')
    first.socket.pause()
    for (let second = 0; second < 32; second += 1) {
      await desk.settled()
      house.time.advance(1000)
    }
    expect((await desk.next('consultation')).consultation.presence.kind).toBe('away')
  })

  test('a process that stood still for a minute throws nobody out', async () => {
    const house = await openTestHouse()
    const { desk, first } = await house.openClinic()
    await desk.hello()
    await first.hello()
    house.time.stall(60_000)
    await desk.settled()
    await first.settled()
    expect(house.log.join('')).toContain('process stalled')
  })

  test('setting the machine’s clock ends no ring', async () => {
    const house = await openTestHouse()
    const { desk, first, firstId } = await house.openClinic()
    await desk.hello()
    await first.hello()
    desk.say({ type: 'ring', appointmentId: firstId })
    await ringOf(first)
    house.time.setWall(Date.parse('2026-11-24T09:00:00Z'))
    house.time.advance(10_000)
    await first.settled()
    first.say({ type: 'readiness', readiness: 'ready', visible: true })
    const { consultation } = await first.next('consultation')
    expect(consultation.ring).toMatchObject({
      phase: 'ringing',
      expiresAt: '2026-11-24T09:00:45.000Z',
    })
  })
})
