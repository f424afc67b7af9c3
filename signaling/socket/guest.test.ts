/** The third seat through real sockets: who hears what, before the guest is let in, then, and afterwards. */
import { describe, expect, test } from 'vitest'
import { candidate } from '../consultation/specimens.ts'
import type { ClientMessageOf } from '../protocol/messages.ts'
import { openTestHouse, type TestPage } from './test-house.ts'

type With = ClientMessageOf<'guest-signal'>['with']

/** The call with its guest let in; every page has heard of both connections. */
async function openAdmitted() {
  const house = await openTestHouse()
  const call = await house.openCallWithGuest()
  const { desk, first, guest, guestId, firstId } = call
  desk.say({ type: 'admit-guest', appointmentId: firstId, guestId })
  const { stand } = await guest.next('guest-stand')
  if (stand.phase !== 'admitted') throw new Error('not let in')
  const opened = {
    guest: [
      await guest.next('guest-connection-opened'),
      await guest.next('guest-connection-opened'),
    ],
    first: await first.next('guest-connection-opened'),
    desk: await desk.next('guest-connection-opened'),
  }
  const signal = (page: TestPage, other: With, attempt = 1) =>
    page.say({
      type: 'guest-signal',
      appointmentId: firstId,
      admissionId: stand.admissionId,
      with: other,
      attempt,
      signal: candidate,
    })
  return { ...house, ...call, stand, opened, signal }
}

const typesOf = (page: TestPage) => new Set(page.received.map(({ type }) => type))

const auditOf = async ({ store, firstId }: Awaited<ReturnType<typeof openAdmitted>>) =>
  (await store.read.audit.ofAppointment(firstId))
    .filter(({ action }) => action.startsWith('guest-'))
    .map(({ action, actor }) => [action, actor.kind])

const leave = async ({ app, guestCookie, origin }: Awaited<ReturnType<typeof openAdmitted>>) => {
  const headers = { cookie: guestCookie, origin }
  const { statusCode } = await app.inject({ method: 'POST', url: '/api/my-seat/leave', headers })
  return statusCode
}

describe('before they are let in', () => {
  test('a guest hears that they wait, and nothing else; the physician sees them, the worker does not', async () => {
    const house = await openTestHouse()
    const { desk, first, guest, guestId } = await house.openCallWithGuest()
    const seen = (await desk.next('consultation')).consultation.guest
    expect(seen ?? (await desk.next('consultation')).consultation.guest).toBeDefined()
    await guest.settled()
    await first.settled()
    expect(typesOf(guest)).toEqual(new Set(['welcome', 'guest-stand', 'pong']))
    expect(JSON.stringify(guest.received)).not.toMatch(/turn:|callId|admissionId/)
    expect(JSON.stringify(first.received)).not.toContain(guestId)
    expect(JSON.stringify(desk.received)).toContain(guestId)
  })

  test('whatever a guest says reaches nobody', async () => {
    const house = await openTestHouse()
    const { desk, first, guest, guestId, firstId, callId } = await house.openCallWithGuest()
    await desk.settled()
    const before = [desk.received.length, first.received.length]
    const appointmentId = firstId
    const invented = { appointmentId, admissionId: callId, with: 'worker', attempt: 1 } as const
    guest.say({ type: 'guest-signal', ...invented, signal: candidate })
    guest.say({ type: 'guest-renew', ...invented })
    guest.say({ type: 'signal', appointmentId, callId, attempt: 1, signal: candidate })
    guest.say({ type: 'ring', appointmentId })
    guest.say({ type: 'rejoin', appointmentId, callId })
    guest.say({ type: 'hang-up', appointmentId, callId })
    guest.say({ type: 'admit-guest', appointmentId, guestId })
    guest.say({ type: 'ice-servers', appointmentId, callId })
    await guest.settled()
    await desk.settled()
    await first.settled()
    expect([desk.received.length - 1, first.received.length - 1]).toEqual(before)
    const refusals = guest.received.flatMap((each) => (each.type === 'refused' ? [each.code] : []))
    expect(new Set(refusals)).toEqual(new Set(['not-allowed', 'call-over']))
  })

  test('a refused guest is told so, and their cookie opens nothing any more', async () => {
    const house = await openTestHouse()
    const { desk, guest, guestId, guestCookie, firstId } = await house.openCallWithGuest()
    desk.say({ type: 'remove-guest', appointmentId: firstId, guestId })
    expect((await guest.next('guest-stand')).stand).toEqual({ phase: 'over', reason: 'removed' })
    expect(await guest.closed).toBe(4401)
    const again = await house.upgrade('/ws/guest', guestCookie)
    expect(await again.closed).toBe(4401)
  })
})

describe('let in', () => {
  test('all three learn of it at once; each of the two offers, the guest only answers', async () => {
    const { first, opened, guestId, stand } = await openAdmitted()
    expect(opened.guest.map((each) => [each.with, each.initiator])).toEqual([
      ['worker', false],
      ['physician', false],
    ])
    expect([opened.first, opened.desk]).toMatchObject([
      { with: 'guest', initiator: true },
      { with: 'guest', initiator: true },
    ])
    await first.settled()
    const last = first.received.findLast((each) => each.type === 'consultation')
    expect(last).toMatchObject({
      consultation: {
        guest: {
          id: guestId,
          role: 'interpreter',
          name: 'Elif Kaya',
          phase: 'admitted',
          here: true,
          admissionId: stand.admissionId,
        },
      },
    })
  })

  test('signals go along one connection each, and not to anyone else', async () => {
    const { desk, first, guest, signal } = await openAdmitted()
    signal(first, 'guest')
    expect(await guest.next('guest-signal')).toMatchObject({ with: 'worker' })
    signal(guest, 'physician')
    expect(await desk.next('guest-signal')).toMatchObject({ with: 'guest' })
    signal(guest, 'guest')
    signal(first, 'physician')
    signal(desk, 'worker')
    signal(guest, 'worker', 7)
    await guest.settled()
    await desk.settled()
    await first.settled()
    const count = (page: TestPage) =>
      page.received.filter(({ type }) => type === 'guest-signal').length
    expect([count(first), count(desk), count(guest)]).toEqual([0, 1, 1])
  })

  test('a new attempt of one connection leaves the other and the call as they are', async () => {
    const { desk, first, guest, firstId, stand } = await openAdmitted()
    guest.say({
      type: 'guest-renew',
      appointmentId: firstId,
      admissionId: stand.admissionId,
      with: 'worker',
      attempt: 1,
    })
    expect(await first.next('guest-connection-opened')).toMatchObject({ attempt: 2 })
    expect(await guest.next('guest-connection-opened')).toMatchObject({ with: 'worker' })
    await desk.settled()
    const openings = desk.received.filter(({ type }) => type.endsWith('-opened'))
    expect(openings.map(({ type }) => type)).toEqual(['call-opened', 'guest-connection-opened'])
  })

  test('the worker’s objection puts them outside at once; the physician may let them in again', async () => {
    const world = await openAdmitted()
    const { desk, first, guest, guestId, firstId, signal, stand } = world
    first.say({ type: 'object-to-guest', appointmentId: firstId, guestId })
    expect((await guest.next('guest-stand')).stand).toEqual({ phase: 'waiting' })
    signal(guest, 'worker')
    await guest.settled()
    await first.settled()
    expect(typesOf(first)).not.toContain('guest-signal')
    await desk.settled()
    const told = desk.received.findLast((each) => each.type === 'consultation')
    expect(told?.consultation.guest).toMatchObject({ phase: 'objected' })
    desk.say({ type: 'admit-guest', appointmentId: firstId, guestId })
    const again = (await guest.next('guest-stand')).stand
    expect(again).toMatchObject({ phase: 'admitted' })
    expect(again).not.toMatchObject({ admissionId: stand.admissionId })
    await expect
      .poll(() => auditOf(world))
      .toEqual([
        ['guest-admitted', 'staff'],
        ['guest-objected-to', 'worker'],
        ['guest-admitted', 'staff'],
      ])
  })

  test('a guest’s reload keeps their seat and gets new connections, with their own attempts', async () => {
    const { upgrade, guest, guestCookie } = await openAdmitted()
    guest.socket.close()
    await guest.closed
    const again = await upgrade('/ws/guest', guestCookie)
    await again.hello({ page: 'page-after-the-reload' })
    expect((await again.next('guest-stand')).stand).toMatchObject({ phase: 'admitted' })
    expect(await again.next('guest-connection-opened')).toMatchObject({ attempt: 2 })
  })

  test.each([
    ['the physician ends the call', 'call-ended', 'guest-ended-with-call'],
    ['the physician shows them out', 'removed', 'guest-removed'],
    ['they leave', 'left', 'guest-left'],
  ] as const)('when %s, they are told and out for good', async (how, reason, entry) => {
    const world = await openAdmitted()
    const { desk, first, guest, guestId, firstId, callId, guestCookie, upgrade } = world
    const appointmentId = firstId
    if (reason === 'call-ended') desk.say({ type: 'hang-up', appointmentId, callId })
    else if (reason === 'removed') desk.say({ type: 'remove-guest', appointmentId, guestId })
    else expect(await leave(world)).toBe(204)
    expect((await guest.next('guest-stand')).stand, how).toEqual({ phase: 'over', reason })
    expect(await guest.closed).toBe(4401)
    await first.settled()
    const last = first.received.findLast((each) => each.type === 'consultation')
    expect(last?.consultation.guest).toBeNull()
    await expect.poll(async () => (await auditOf(world)).at(-1)?.[0]).toBe(entry)
    expect(await (await upgrade('/ws/guest', guestCookie)).closed).toBe(4401)
  })

  test('that they left is written down once', async () => {
    const world = await openAdmitted()
    await leave(world)
    await world.guest.closed
    const left = (await auditOf(world)).filter(([action]) => action === 'guest-left')
    expect(left).toEqual([['guest-left', 'guest']])
  })

  test('nothing of one consultation reaches the guest of another', async () => {
    const house = await openTestHouse()
    const one = await house.openCallWithGuest('Meridiaan')
    const two = await house.openCallWithGuest('Zenit')
    one.desk.say({ type: 'admit-guest', appointmentId: one.firstId, guestId: one.guestId })
    const { admissionId } = await one.guest.next('guest-connection-opened')
    // By all the ids that there are, from the wrong socket.
    one.desk.say({ type: 'admit-guest', appointmentId: two.firstId, guestId: two.guestId })
    one.first.say({ type: 'object-to-guest', appointmentId: two.firstId, guestId: two.guestId })
    const ofOne = { appointmentId: one.firstId, admissionId, with: 'worker', attempt: 1 } as const
    two.guest.say({ type: 'guest-renew', ...ofOne })
    await one.desk.settled()
    await one.first.settled()
    await two.guest.settled()
    await two.desk.settled()
    expect(typesOf(two.guest)).toEqual(new Set(['welcome', 'guest-stand', 'refused', 'pong']))
    expect(JSON.stringify(two.guest.received)).not.toContain(one.guestId)
    expect(JSON.stringify(two.desk.received)).not.toContain(one.guestId)
  })
})
