import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { FillReply, Session } from '../protocol/planning.ts'
import type { RequestNoted, RequestRow, RequestSlot } from '../protocol/requests.ts'
import type { VisitSlot, VisitWish } from '../protocol/visit-wishes.ts'
import { clinic, openHarness, workerId, type Harness } from './planning-harness.ts'

let harness: Harness
beforeAll(async () => {
  harness = await openHarness()
})
beforeEach(() => harness.reset())
afterAll(() => harness.close())

async function addSession(date: string, inPerson: boolean, change: object = {}): Promise<Session> {
  const { status, reply } = await harness.post('/sessions', {
    physicianId: clinic.physicianId,
    roomId: null,
    date,
    from: '10:00',
    until: '11:00',
    slotMinutes: 20,
    inPerson,
    ...change,
  })
  expect(status).toBe(201)
  return reply as Session
}

const wishes = async () => (await harness.get('/visit-wishes')).reply as VisitWish[]
const requests = async () => (await harness.get('/requests')).reply as RequestRow[]

/** The first worker, planned by video; returns the appointment. */
async function planned(examType = 'periodic'): Promise<string> {
  const session = await addSession('2026-11-24', false)
  const draft = { workerIds: [workerId(1)], examType }
  const { reply } = await harness.post(`/sessions/${session.id}/fill`, draft)
  return (reply as FillReply).appointments[0]?.id ?? ''
}

async function prefersInPerson(id: string) {
  const deed = { actor: { kind: 'worker', id }, at: '2026-11-24T08:00:00.000Z' } as const
  await harness.store.write((writer) =>
    writer.appointments.change(id, { type: 'prefer-in-person' }, deed),
  )
}

describe('whoever chose a visit in person', () => {
  test('waits with the term of what is due, until a visit is planned, which invites', async () => {
    const id = await planned()
    await harness.store.write((writer) =>
      writer.examsDue.put([
        {
          workerId: workerId(1),
          employerId: clinic.employerId,
          due: { examType: 'periodic', lastOn: null, dueOn: '2026-11-28', acts: [] },
        },
      ]),
    )
    expect(await wishes()).toEqual([])
    await prefersInPerson(id)
    expect(await wishes()).toMatchObject([
      {
        appointmentId: id,
        workerId: workerId(1),
        inPersonAskedBy: 'worker',
        clock: { dueOn: '2026-11-28', workingDaysLeft: 4, light: 'amber' },
      },
    ])
    const soon = await addSession('2026-11-27', true)
    await addSession('2026-12-01', true)
    const slots = (await harness.get(`/visit-wishes/${id}/slots`)).reply as VisitSlot[]
    expect(slots.map(({ inTime }) => inTime)).toEqual([true, true, true, false, false, false])
    const slotId = soon.slots[0]?.id
    expect(await harness.post(`/visit-wishes/${id}/plan`, { slotId })).toMatchObject({
      status: 201,
      reply: { modality: 'in-person', status: 'invited', examType: 'periodic' },
    })
    expect(await wishes()).toEqual([])
    expect(await harness.post(`/visit-wishes/${id}/plan`, { slotId })).toMatchObject({
      status: 404,
    })
  })

  test('waits again when the visit is cancelled, and not once it was settled otherwise', async () => {
    const id = await planned()
    await prefersInPerson(id)
    const { slots } = await addSession('2026-11-27', true)
    const { reply } = await harness.post(`/visit-wishes/${id}/plan`, { slotId: slots[0]?.id })
    await harness.post(`/appointments/${(reply as { id: string }).id}/cancel`)
    expect(await wishes()).toHaveLength(1)
    expect(await harness.post(`/visit-wishes/${id}/settle`)).toMatchObject({ status: 204 })
    expect(await wishes()).toEqual([])
    expect(await harness.post(`/visit-wishes/${id}/settle`)).toMatchObject({ status: 404 })
  })

  test('is offered no slot that somebody took meanwhile', async () => {
    const id = await planned()
    await prefersInPerson(id)
    const { id: sessionId, slots } = await addSession('2026-11-27', true)
    await harness.post(`/sessions/${sessionId}/fill`, {
      workerIds: [workerId(2)],
      examType: 'periodic',
    })
    expect(await harness.post(`/visit-wishes/${id}/plan`, { slotId: slots[0]?.id })).toMatchObject({
      status: 409,
      reply: { code: 'slot-taken' },
    })
  })

  test('of what is their own is offered no room of the employer’s', async () => {
    const id = await planned('pre-resumption')
    await prefersInPerson(id)
    await addSession('2026-11-26', true, { roomId: clinic.roomId })
    const atService = await addSession('2026-11-27', true)
    const slots = (await harness.get(`/visit-wishes/${id}/slots`)).reply as VisitSlot[]
    expect(slots.map(({ slotId }) => slotId)).toEqual(atService.slots.map((slot) => slot.id))
  })

  test('keeps the law’s own term where nothing stands on the list of what is due', async () => {
    const id = await planned('pre-resumption')
    await prefersInPerson(id)
    // Code, art. I.4-36: ten working days, counted Monday to Saturday.
    expect((await wishes())[0]?.clock?.dueOn).toBe('2026-12-05')
  })
})

describe('a request that the office notes', () => {
  const note = (change: object) =>
    harness.post('/requests', {
      workerId: workerId(1),
      examType: 'pre-resumption',
      askedBy: 'worker',
      from: '2026-11-24',
      tellEmployer: false,
      ...change,
    })

  test.each([
    // Ten working days of Monday to Saturday.
    ['spontaneous', 'worker', '2026-12-05', false], // art. I.4-37
    ['pre-resumption', 'treating-physician', '2026-12-05', false], // art. I.4-36
    ['pre-resumption', 'employer', '2026-12-05', true],
    ['return-to-work', 'employer', '2026-12-05', true], // art. I.4-34
  ])(
    'as %s, asked by the %s, has its term to %s',
    async (examType, askedBy, dueOn, tellEmployer) => {
      expect(await note({ examType, askedBy })).toMatchObject({ status: 201, reply: { dueOn } })
      expect(await requests()).toMatchObject([
        { examType, askedBy, clock: { dueOn }, tellEmployer, worker: { workerId: workerId(1) } },
      ])
    },
  )

  test('turns amber, then red, and comes before what ends later', async () => {
    await note({ from: '2026-11-24' })
    await note({ workerId: workerId(2), from: '2026-11-16' })
    expect((await requests()).map(({ clock }) => [clock.dueOn, clock.light])).toEqual([
      ['2026-11-27', 'amber'],
      ['2026-12-05', 'green'],
    ])
    harness.clock.set('2026-12-04T08:00:00Z')
    expect((await requests()).map(({ clock }) => clock.light)).toEqual(['red', 'red'])
  })

  test('is noted once, and never by the employer as one of the worker’s own accord', async () => {
    const first = (await note({})).reply as RequestNoted
    expect((await note({ from: '2026-11-25' })).reply).toEqual(first)
    expect(await note({ examType: 'spontaneous', askedBy: 'employer' })).toMatchObject({
      status: 400,
      reply: { at: '/askedBy' },
    })
    expect(await note({ examType: 'periodic' })).toMatchObject({ status: 400 })
  })

  test('is planned by video where the policy allows it, or in person', async () => {
    const video = await addSession('2026-11-25', false)
    const visits = await addSession('2026-11-26', true)
    const { id } = (await note({})).reply as RequestNoted
    const slots = (await harness.get(`/requests/${id}/slots`)).reply as RequestSlot[]
    expect(slots.map(({ modality }) => modality)).toEqual([
      ...Array.from({ length: 3 }, () => 'remote'),
      ...Array.from({ length: 3 }, () => 'in-person'),
    ])
    expect(
      await harness.post(`/requests/${id}/plan`, { slotId: video.slots[0]?.id }),
    ).toMatchObject({ status: 201, reply: { modality: 'remote', examType: 'pre-resumption' } })

    // Art. I.4-34: an examination, which is not by video unless it was approved; never before the work resumes.
    const back = { workerId: workerId(2), examType: 'return-to-work', from: '2026-11-26' }
    const { id: other } = (await note(back)).reply as RequestNoted
    const left = (await harness.get(`/requests/${other}/slots`)).reply as RequestSlot[]
    expect(left.map(({ slotId }) => slotId)).toEqual(visits.slots.map((slot) => slot.id))
    expect(
      await harness.post(`/requests/${other}/plan`, { slotId: visits.slots[0]?.id }),
    ).toMatchObject({ status: 201, reply: { modality: 'in-person', status: 'invited' } })
    expect(await requests()).toEqual([])
  })
})

test.each(['obrien', "O'Brien", 'o’brien sean', 'Sean O', 'SEÁN'])(
  'a worker is found by %s, whatever the accents, apostrophes and order of names',
  async (q) => {
    const found = (await harness.get(`/workers?q=${encodeURIComponent(q)}`)).reply
    expect(found).toMatchObject([{ firstName: 'Seán', lastName: "O'Brien" }])
  },
)
