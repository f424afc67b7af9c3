/** Slots that become free, through the real server's routes and a real database. */
import {
  array,
  assert,
  asyncProperty,
  constantFrom,
  infiniteStream,
  integer,
  nat,
} from 'fast-check'
import { beforeEach, describe, expect, test } from 'vitest'
import { toInstant } from '../clock.ts'
import { systemActor } from '../identity/identity.ts'
import type { DeskDay } from '../protocol/desk.ts'
import type { Appointment, Session } from '../protocol/planning.ts'
import type { MyOffer } from '../protocol/offers.ts'
import type { Id } from '../protocol/primitives.ts'
import type { RemoteRule } from '../protocol/remote-policy.ts'
import type { Offer } from '../store/offer-rows.ts'
import type { Writer } from '../store/store.ts'
import { buildTestApp, openTestApp, type TestApp } from '../testing/app.ts'
import { pilotApproval, type Clinic } from '../testing/fixtures.ts'
import { acceptOffer } from './accept-offer.ts'

const minute = 60_000

/** A clinic with every slot taken, and people who wait for one. */
async function openWorld(world: TestApp, appointments: number) {
  const clinic = await world.addClinic({ slots: appointments * 2, appointments })
  const planner = await world.signInStaff(clinic.planner.id)
  const send = async (url: string, payload: object | null, cookie = '') => {
    const reply = await world.app.inject({
      method: payload === null ? 'GET' : 'POST',
      url,
      headers: { origin: world.origin, cookie },
      ...(payload === null ? {} : { payload }),
    })
    return { status: reply.statusCode, reply: reply.body === '' ? null : reply.json() }
  }
  /** Workers without an appointment, due in this order. */
  const addDue = (ids: readonly Id[]) =>
    world.store.write((writer) =>
      writer.examsDue.put(
        ids.map((workerId, index) => ({
          workerId,
          employerId: clinic.employer.id,
          due: {
            examType: 'periodic',
            lastOn: null,
            dueOn: `2026-12-${String(index + 1).padStart(2, '0')}`,
            acts: [],
          },
        })),
      ),
    )
  const cancel = (index: number) =>
    send(`/api/appointments/${clinic.appointments[index]?.id}/cancel`, {}, planner)
  /** A consultation that they asked for themselves, with another physician, at the time of this appointment. */
  const addPrivate = (workerId: Id, at: Appointment | undefined) =>
    world.store.write(async (writer) => {
      if (at === undefined) throw new Error('no appointment')
      const now = toInstant(world.clock.now())
      const physician = { ...clinic.physician, id: world.makeId(), email: null }
      await writer.physicians.add(physician, now)
      const slot = { id: world.makeId(), startsAt: at.startsAt, endsAt: at.endsAt }
      const session = { id: world.makeId(), physicianId: physician.id, roomId: null }
      await writer.sessions.add({ ...session, slotMinutes: 15, slots: [slot] }, now)
      const talk = { modality: 'remote', examType: 'spontaneous' } as const
      const ids = { id: world.makeId(), calendarUid: world.makeId() }
      const addition = { ...talk, ...ids, slotId: slot.id, workerId }
      await writer.appointments.create(addition, { actor: systemActor, at: now })
    })
  const open = () => world.store.read.offers.open()
  const tokenOf = (offer: Offer) => world.offerLinks.tokenFor(offer)
  const answer = async (offer: Offer, what: 'look' | 'accept' | 'decline') => {
    const { status, reply } = await send(`/api/offer-link/${what}`, { token: tokenOf(offer) })
    return { status, offer: reply as MyOffer }
  }
  return { ...world, clinic, planner, send, addDue, addPrivate, cancel, open, tokenOf, answer }
}
type World = Awaited<ReturnType<typeof openWorld>>

/** Waits for the one open offer; the refilling runs beside the requests. */
async function offered(world: World, not: readonly Id[] = []): Promise<Offer> {
  await expect
    .poll(async () => (await world.open()).filter(({ id }) => !not.includes(id)).length)
    .toBeGreaterThan(0)
  const offer = (await world.open()).find(({ id }) => !not.includes(id))
  if (offer === undefined) throw new Error('nothing offered')
  return offer
}

const workerIds = ({ workers }: Clinic, from: number) => workers.slice(from).map(({ id }) => id)

describe('a slot that becomes free', () => {
  let world: World
  beforeEach(async () => {
    world = await openWorld(await buildTestApp(), 3)
    await world.addDue(workerIds(world.clinic, 3))
  })

  test('is offered by mail to the next person, who takes exactly this slot with one tap', async () => {
    await world.cancel(0)
    const offer = await offered(world)
    expect(offer).toMatchObject({
      slotId: world.clinic.slotIds[0],
      workerId: world.clinic.workers[3]?.id,
      reason: 'due',
    })
    await expect.poll(async () => (await world.store.read.mailbox.list(9)).length).toBe(1)
    const [head] = await world.store.read.mailbox.list(9)
    const mail = await world.store.read.mailbox.get(head?.id ?? '')
    expect(mail?.text).toContain(`/ask/?lang=nl#offer=${world.tokenOf(offer)}`)
    expect(mail?.text).not.toMatch(/periodiek|periodic/)

    expect((await world.answer(offer, 'look')).offer).toMatchObject({ state: 'open' })
    const taken = await world.answer(offer, 'accept')
    expect(taken.offer).toMatchObject({ state: 'accepted' })
    expect(taken.offer.callLink).toContain('/worker/?lang=nl#')
    const mine = await world.store.read.appointments.openOf(offer.workerId, 'periodic')
    expect(mine).toMatchObject({ slotId: offer.slotId, status: 'accepted' })
    expect(await world.store.read.offers.refills()).toEqual([])
  })

  test('is seen on the desk and on the board while it is offered, and no longer once it is taken', async () => {
    const { clinic, planner, send } = world
    const physician = await world.signInStaff(clinic.physicianStaff.id)
    const seen = async () => {
      const day = (await send('/api/desk/day', null, physician)).reply as DeskDay
      const session = (await send(`/api/sessions/${clinic.sessionId}`, null, planner))
        .reply as Session
      return [day.sessions[0]?.refills, session.slots.flatMap(({ refill }) => refill ?? [])]
    }
    await world.cancel(0)
    const offer = await offered(world)
    const news = { slotId: offer.slotId, offer: { reason: 'due', until: offer.until } }
    expect(await seen()).toMatchObject([[news], [news]])
    await world.answer(offer, 'accept')
    expect(await seen()).toEqual([[], []])
  })

  test('goes to the next person when one declines', async () => {
    await world.cancel(0)
    const first = await offered(world)
    expect((await world.answer(first, 'decline')).offer.state).toBe('declined')
    const second = await offered(world, [first.id])
    expect(second.workerId).not.toBe(first.workerId)
    expect(second.slotId).toBe(first.slotId)
  })

  test('goes to the next person when the time to answer is over, and the first tap comes too late', async () => {
    await world.cancel(0)
    const first = await offered(world)
    world.clock.advance(10 * minute)
    expect((await world.answer(first, 'accept')).offer).toMatchObject({
      state: 'expired',
      callLink: null,
    })
    const second = await offered(world, [first.id])
    expect(second.workerId).not.toBe(first.workerId)
    expect((await world.answer(second, 'accept')).offer.state).toBe('accepted')
  })

  test('is taken once, however often it is tapped', async () => {
    await world.cancel(0)
    const offer = await offered(world)
    const states = await Promise.all(
      Array.from({ length: 5 }, async () => (await world.answer(offer, 'accept')).offer.state),
    )
    expect(states).toEqual(Array(5).fill('accepted'))
    const held = await world.store.read.appointments.ofSession(world.clinic.sessionId)
    expect(held.filter(({ workerId }) => workerId === offer.workerId)).toHaveLength(1)
  })

  test('is no longer offered once the planner put somebody there', async () => {
    await world.cancel(0)
    const offer = await offered(world)
    const other = world.clinic.workers[5]?.id
    const plan = { slotId: offer.slotId, workerId: other, examType: 'periodic' }
    expect(await world.send('/api/appointments', plan, world.planner)).toMatchObject({
      status: 201,
    })
    expect((await world.answer(offer, 'accept')).offer.state).toBe('withdrawn')
  })

  test('is given up when too little of it is left', async () => {
    await world.send('/api/offer-link/decline', { token: 'x' })
    world.clock.advance(70 * minute)
    await world.cancel(0)
    await expect.poll(async () => world.store.read.offers.refills()).toEqual([])
    expect(await world.open()).toEqual([])
  })

  test('goes first to who asked for earlier, whose own slot is then offered in turn', async () => {
    const { clinic, send, callLinks } = world
    const last = clinic.appointments[2]
    if (last === undefined) throw new Error('no appointment')
    const token = callLinks.tokenFor({ ...last, linkVersion: 1 })
    expect(await send('/api/call-link/earlier', { token, wanted: true })).toMatchObject({
      status: 204,
    })
    await world.cancel(0)
    const offer = await offered(world)
    expect(offer).toMatchObject({ reason: 'asked-for-earlier', workerId: last.workerId })
    expect((await world.answer(offer, 'look')).offer.insteadOf).toBe(last.startsAt)
    await world.answer(offer, 'accept')
    expect(await world.store.read.appointments.get(last.id)).toMatchObject({
      slotId: clinic.slotIds[0],
      status: 'accepted',
    })
    expect(await offered(world)).toMatchObject({ slotId: last.slotId, reason: 'due' })
  })

  type Change = (writer: Writer, offer: Offer) => Promise<unknown>
  const none = { kind: 'off' } as const
  const { approval } = pilotApproval.rule as Extract<RemoteRule, { kind: 'approved' }>
  const over = { kind: 'approved', approval: { ...approval, validUntil: '2026-11-23' } } as const
  const record =
    (rule: RemoteRule): Change =>
    ({ remotePolicy }, { madeAt }) =>
      remotePolicy.add({ examType: 'periodic', employerId: null, rule }, madeAt)
  const needAct: Change = ({ examsDue }, { workerId }) => {
    const due = { examType: 'periodic', lastOn: null, dueOn: '2026-12-01', acts: ['ecg'] } as const
    return examsDue.put([{ workerId, employerId: world.clinic.employer.id, due }])
  }
  const meanwhile: readonly (readonly [string, Change, string])[] = [
    ['the approval was withdrawn', record(none), 'remote-not-allowed'],
    ['the approval was shortened', record(over), 'approval-expired'],
    ['an act became due', needAct, 'act-due'],
  ]

  describe.each(meanwhile)('and was offered, where %s meanwhile', (_what, change, code) => {
    test.each([
      ['who has no appointment yet', 'due'],
      ['who has one already', 'asked-for-earlier'],
    ] as const)('is refused to %s', async (_who, reason) => {
      const { clinic, send, callLinks, store } = world
      const last = clinic.appointments[2]
      if (last === undefined) throw new Error('no appointment')
      if (reason === 'asked-for-earlier') {
        const token = callLinks.tokenFor({ ...last, linkVersion: 1 })
        await send('/api/call-link/earlier', { token, wanted: true })
      }
      await world.cancel(0)
      const offer = await offered(world)
      expect(offer.reason).toBe(reason)
      await store.write((writer) => change(writer, offer))

      const deed = { actor: systemActor, at: toInstant(world.clock.now()) }
      const options = { makeId: world.makeId, timeZone: 'Europe/Brussels' }
      const accept = store.write((writer) => acceptOffer(writer, offer.id, options, deed))
      await expect(accept).rejects.toMatchObject({ code, at: '/examType' })
      expect((await world.answer(offer, 'accept')).offer.state).toBe('withdrawn')
      const mine = await store.read.appointments.openOf(offer.workerId, 'periodic')
      expect(mine?.slotId).toBe(reason === 'due' ? undefined : last.slotId)
    })
  })

  test('asks the rule of the examination that they have by now, and writes down under which row it moved', async () => {
    await world.cancel(0)
    const offer = await offered(world)
    const elsewhere = { slotId: world.clinic.slotIds[4], workerId: offer.workerId }
    const plan = { ...elsewhere, examType: 'maternity' }
    expect(await world.send('/api/appointments', plan, world.planner)).toMatchObject({
      status: 201,
    })
    await world.store.write((writer) => record(none)(writer, offer))
    expect((await world.answer(offer, 'accept')).offer.state).toBe('accepted')
    const mine = await world.store.read.appointments.openOf(offer.workerId, 'maternity')
    expect(mine).toMatchObject({ slotId: offer.slotId, examType: 'maternity' })
    const entries = await world.store.read.audit.ofAppointment(mine?.id ?? '')
    const move = entries.find(({ action }) => action === 'appointment-moved')
    expect(move?.details).toMatchObject({ policyVersion: 0, approval: null })
  })

  test('is not offered to who chose a visit in person', async () => {
    const { clinic, planner, send, addDue, cancel } = world
    const [chose, ...others] = workerIds(clinic, 0)
    await addDue([chose ?? '', ...others.slice(2)])
    await send(`/api/appointments/${clinic.appointments[0]?.id}/in-person`, {}, planner)
    const first = await offered(world)
    await cancel(1)
    const second = await offered(world, [first.id])
    expect([first.workerId, second.workerId]).not.toContain(chose)
  })

  test('is not offered to who is somewhere else at that time, nor any longer to who is by now', async () => {
    const { clinic, cancel, addPrivate } = world
    const [busy, next, last] = workerIds(clinic, 3)
    await addPrivate(busy ?? '', clinic.appointments[0])
    await cancel(0)
    const first = await offered(world)
    expect(first.workerId).toBe(next)
    await addPrivate(next ?? '', clinic.appointments[0])
    await world.send('/api/offer-link/decline', { token: 'x' })
    const second = await offered(world, [first.id])
    expect(second.workerId).toBe(last)
    expect((await world.answer(first, 'accept')).offer.state).toBe('withdrawn')
    await addPrivate(last ?? '', clinic.appointments[0])
    expect((await world.answer(second, 'accept')).offer.state).toBe('withdrawn')
  })

  test('is not offered to whom it belonged, who gave it back', async () => {
    await world.addDue([world.clinic.workers[0]?.id ?? '', ...workerIds(world.clinic, 3)])
    await world.cancel(0)
    expect((await offered(world)).workerId).toBe(world.clinic.workers[3]?.id)
  })

  /** The sixth worker asked from a private address; `slots` are on everyone's own phone. */
  async function addAsked() {
    const { clinic, send, planner } = world
    const own = await send(
      '/api/sessions',
      {
        physicianId: clinic.physician.id,
        roomId: null,
        date: '2026-11-25',
        from: '09:00',
        until: '09:30',
        slotMinutes: 15,
      },
      planner,
    )
    const { slots } = own.reply as { slots: { id: string }[] }
    const worker = clinic.workers[5]
    const asked = await send('/api/ask', {
      firstName: worker?.firstName,
      lastName: worker?.lastName,
      birthDate: worker?.birthDate,
      employerName: 'Meridiaan',
      email: 'mine@private.example',
      phone: null,
      language: 'nl',
      moments: { weekdays: [], parts: [] },
      tellEmployer: false,
    })
    expect(asked.status).toBe(201)
    const [row] = (await send('/api/requests', null, planner)).reply as { id: string }[]
    await send(`/api/requests/${row?.id}/worker`, { workerId: worker?.id }, planner)
    return { worker, slots, requestId: row?.id }
  }
  /** It was somebody's, who gave it back. */
  async function free(slotId: string | undefined): Promise<void> {
    const { clinic, send, planner } = world
    const plan = { slotId, workerId: clinic.workers[4]?.id, examType: 'periodic' }
    const planned = await send('/api/appointments', plan, planner)
    await send(`/api/appointments/${(planned.reply as { id: string }).id}/cancel`, {}, planner)
  }
  const mailedTo = async () =>
    (await world.store.read.mailbox.list(20)).map(({ to, subject }) => `${to}: ${subject}`).join()

  test('Code, art. I.4-37: goes to a consultation that somebody asked for before the due list, never into a company room', async () => {
    const { worker, slots } = await addAsked()
    await world.cancel(0)
    expect(await offered(world)).toMatchObject({ reason: 'due' })

    await free(slots[0]?.id)
    await expect.poll(async () => (await world.open()).length).toBe(2)
    const offer = (await world.open()).find(({ slotId }) => slotId === slots[0]?.id)
    expect(offer).toMatchObject({ reason: 'spontaneous', workerId: worker?.id })
    await expect.poll(mailedTo).toContain('mine@private.example')
    if (offer !== undefined) await world.answer(offer, 'accept')
    expect((await world.send('/api/requests', null, world.planner)).reply).toEqual([])
  })

  test('… so does a talk before a return to work, where the worker asked for it (art. I.4-36), and nobody else', async () => {
    const { worker, slots, requestId } = await addAsked()
    const { send, planner } = world
    await send(`/api/requests/${requestId}/close`, {}, planner)
    const note = { examType: 'pre-resumption', from: '2026-11-24', tellEmployer: false }
    const by = (askedBy: string, workerId: string | undefined) =>
      send('/api/requests', { ...note, workerId, askedBy }, planner)
    await by('employer', world.clinic.workers[4]?.id)
    await by('worker', worker?.id)
    await free(slots[0]?.id)
    expect(await offered(world)).toMatchObject({ reason: 'spontaneous', workerId: worker?.id })
  })

  test('… nor is one brought forward into a company room, or told of at work', async () => {
    const { worker, slots, requestId } = await addAsked()
    const { send, planner, store, callLinks } = world
    const plan = { slotId: slots[1]?.id }
    const planned = await send(`/api/requests/${requestId}/plan`, plan, planner)
    const { id } = planned.reply as Appointment
    const appointment = await store.read.appointments.get(id)
    if (appointment === null) throw new Error('not planned')
    const token = callLinks.tokenFor({ ...appointment, linkVersion: 1 })
    await send('/api/call-link/earlier', { token, wanted: true })
    await world.cancel(0)
    const first = await offered(world)
    expect(first).toMatchObject({ reason: 'due' })

    await free(slots[0]?.id)
    const offer = await offered(world, [first.id])
    expect(offer).toMatchObject({ reason: 'asked-for-earlier', workerId: worker?.id })
    const context = await store.read.offers.context(offer.id)
    expect(context).toMatchObject({ worker: { email: 'mine@private.example' }, mobile: null })
    // The receipt, the invitation, and what is offered.
    await expect
      .poll(async () => (await mailedTo()).split('mine@private.example').length - 1)
      .toBe(3)
    expect(await mailedTo()).not.toContain(worker?.email)
  })

  test('stays free where the service wants it so', async () => {
    const off = await openWorld(
      await buildTestApp({ config: { refill: { on: false, answerMs: 10 * minute } } }),
      1,
    )
    await off.addDue(workerIds(off.clinic, 1))
    await off.cancel(0)
    expect(await off.open()).toEqual([])
  })

  test('writes who was asked and what came of it into the audit log, and no name into the log', async () => {
    await world.cancel(0)
    await world.answer(await offered(world), 'accept')
    expect(await world.store.read.audit.verify()).toMatchObject({ brokenAt: null })
    for (const { firstName, email } of world.clinic.workers) {
      expect(world.log.join('')).not.toContain(firstName)
      expect(world.log.join('')).not.toContain(email)
    }
  })
})

test('a forged offer opens nothing', async () => {
  const world = await openWorld(await buildTestApp(), 1)
  const { callLinks, clinic } = world
  const [appointment] = clinic.appointments
  if (appointment === undefined) throw new Error('no appointment')
  const foreign = callLinks.tokenFor({ ...appointment, linkVersion: 1 })
  for (const token of ['x', foreign]) {
    expect(await world.send('/api/offer-link/accept', { token })).toMatchObject({
      status: 404,
      reply: { code: 'link-not-valid' },
    })
  }
})

/** What happens in the world at the same moment as fifty people tap. */
const deeds = ['tap', 'tap', 'tap', 'tap-twice', 'decline', 'plan', 'minute'] as const

test('fifty who accept at once never share a slot, and no slot and no appointment is lost', async () => {
  await assert(
    asyncProperty(
      integer({ min: 1, max: 4 }),
      array(constantFrom(...deeds), { minLength: 50, maxLength: 50 }),
      infiniteStream(nat({ max: 1000 })),
      async (freed, acts, picks) => {
        const app = await openTestApp()
        try {
          await rush(await openWorld(app, 4), freed, acts, picks)
        } finally {
          await app.close()
        }
      },
    ),
    { numRuns: 5, endOnFailure: true },
  )
}, 60_000)

async function rush(
  world: World,
  freed: number,
  acts: readonly (typeof deeds)[number][],
  picks: Iterator<number>,
) {
  const { clinic, planner, send, answer } = world
  await world.addDue(workerIds(clinic, 4))
  await Promise.all(Array.from({ length: freed }, (_, index) => world.cancel(index)))
  await expect.poll(async () => (await world.open()).length).toBe(freed)
  // The first of them run out, so that old links come beside new ones.
  const stale = await world.open()
  world.clock.advance(15 * minute)
  await send('/api/offer-link/look', { token: 'x' })
  await expect
    .poll(async () => (await world.open()).every(({ id }) => stale.every((old) => old.id !== id)))
    .toBe(true)
  const offers = [...stale, ...(await world.open())]
  const pick = <T>(from: readonly T[]): T => from[(picks.next().value ?? 0) % from.length] as T

  const answers = await Promise.all(
    acts.flatMap((act) => {
      const offer = pick(offers)
      switch (act) {
        case 'tap':
          return [answer(offer, 'accept')]
        case 'tap-twice':
          return [answer(offer, 'accept'), answer(offer, 'accept')]
        case 'decline':
          return [answer(offer, 'decline')]
        case 'plan': {
          const plan = {
            slotId: offer.slotId,
            workerId: pick(workerIds(clinic, 4)),
            examType: 'periodic',
          }
          return [send('/api/appointments', plan, planner).then(({ status }) => ({ status }))]
        }
        case 'minute':
          return [answer(offer, 'look')]
      }
    }),
  )
  for (const { status } of answers) expect([200, 201, 409]).toContain(status)

  const open = (await world.store.read.appointments.ofSession(clinic.sessionId)).filter(
    ({ status }) => ['planned', 'invited', 'accepted'].includes(status),
  )
  // No two in a slot, no worker twice.
  expect(new Set(open.map(({ slotId }) => slotId)).size).toBe(open.length)
  expect(new Set(open.map(({ workerId }) => workerId)).size).toBe(open.length)
  // Whoever was told "yours" has it, with a link.
  for (const offer of offers) {
    const known = await world.store.read.offers.get(offer.id)
    if (known?.state !== 'accepted') continue
    expect(open).toContainEqual(
      expect.objectContaining({ id: known.appointmentId, workerId: offer.workerId }),
    )
  }
  // Those who kept their appointments have them; each freed slot is held, or somebody is still looked for.
  for (const kept of clinic.appointments.slice(freed)) {
    expect(open.map(({ id }) => id)).toContain(kept.id)
  }
  const held = new Set(open.map(({ slotId }) => slotId))
  const sought = new Set((await world.store.read.offers.refills()).map(({ slotId }) => slotId))
  for (const slotId of clinic.slotIds.slice(0, freed)) {
    expect(held.has(slotId) !== sought.has(slotId)).toBe(true)
  }
  expect(await world.store.read.audit.verify()).toMatchObject({ brokenAt: null })
}
