import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { systemActor } from '../identity/identity.ts'
import type { CohortPreview, CohortReply, CohortSeat } from '../protocol/cohort.ts'
import type { Appointment, Session } from '../protocol/planning.ts'
import { pilotApproval } from '../testing/fixtures.ts'
import { clinic, openHarness, workerId } from './planning-harness.ts'

if (pilotApproval.rule.kind !== 'approved') throw new Error('no approval')
const { approval } = pilotApproval.rule

let harness: Awaited<ReturnType<typeof openHarness>>
beforeAll(async () => {
  harness = await openHarness()
})
beforeEach(async () => {
  await harness.reset()
  await harness.makeDue([1, 2, 3, 4, 5].map((day) => `2026-12-0${day}`))
})
afterAll(() => harness.close())

const setDue = (number: number, dueOn: string, acts: string[] = []) =>
  harness.put(`/workers/${workerId(number)}/due`, { dueOn, acts })

async function addSession(change: object = {}): Promise<Session> {
  const { status, reply } = await harness.post('/sessions', {
    physicianId: clinic.physicianId,
    roomId: null,
    date: '2026-12-01',
    from: '09:00',
    until: '10:00',
    slotMinutes: 20,
    ...change,
  })
  expect(status).toBe(201)
  return reply as Session
}

const draft = {
  employerId: clinic.employerId as string | null,
  dueUntil: '2026-12-31',
  from: '2026-11-24',
  until: '2026-12-31',
  without: [] as string[],
  wished: [] as { workerId: string; slotId: string }[],
}
async function preview(
  change: Partial<typeof draft> & { pilot?: string } = {},
): Promise<CohortPreview> {
  const { status, reply } = await harness.post('/cohorts/preview', { ...draft, ...change })
  expect(status).toBe(200)
  return reply as CohortPreview
}
const placed = (shown: CohortPreview) =>
  shown.placed.map(({ workerId, slot }) => `${workerId.slice(-1)} ${slot.startsAt.slice(5, 16)}`)
const leftOut = (shown: CohortPreview) =>
  shown.leftOut.map(({ workerId, reason }) => `${workerId.slice(-1)} ${reason}`)
const seatsOf = (shown: CohortPreview): CohortSeat[] =>
  shown.placed.map(({ workerId, slot, examType }) => ({ workerId, slotId: slot.id, examType }))
const confirm = (seats: CohortSeat[]) => harness.post('/cohorts', { seats })
const countPlanned = async () =>
  (await harness.store.read.workers.list({ employerId: null, q: '' })).filter(
    (worker) => worker.openAppointment !== null,
  ).length

describe('a cohort is shown before anything is planned', () => {
  test('the nearest last day first, with who is left out and why', async () => {
    await addSession()
    const shown = await preview()
    expect(placed(shown)).toEqual(['1 12-01T08:00', '2 12-01T08:20', '3 12-01T08:40'])
    expect(leftOut(shown)).toEqual(['4 no-free-slot', '5 no-free-slot'])
    expect(await countPlanned()).toBe(0)
  })

  test('an act that is due is named, and keeps a worker from being planned by video (art. I.4-30)', async () => {
    await addSession()
    await setDue(1, '2026-12-01', ['hearing-test'])
    const shown = await preview()
    expect(shown.leftOut[0]).toMatchObject({
      workerId: workerId(1),
      reason: 'act-due',
      acts: ['hearing-test'],
    })
    expect(placed(shown)).toHaveLength(3)
  })

  test('nobody sits with a physician who does not speak their language, or at another site', async () => {
    await harness.post(`/physicians/${clinic.physicianId}/languages`, { languages: ['fr'] })
    await addSession()
    await addSession({
      physicianId: clinic.otherPhysicianId,
      roomId: clinic.roomId,
      date: '2026-12-02',
    })
    const shown = await preview()
    expect(shown.placed).toEqual([])
    expect(new Set(shown.leftOut.map(({ reason }) => reason))).toEqual(
      new Set(['not-in-their-language']),
    )
  })

  test('who chose a visit in person for it is not invited by video again', async () => {
    const { id: slotId } = (await addSession()).slots[0] ?? { id: '' }
    const seat = { slotId, workerId: workerId(1), examType: 'periodic' } as const
    await confirm([seat])
    const planned = await harness.store.read.appointments.openOf(workerId(1), 'periodic')
    await harness.post(`/appointments/${planned?.id}/in-person`, {})
    const shown = await preview()
    expect(placed(shown).map((each) => each[0])).toEqual(['2', '3', '4'])
    expect(leftOut(shown)).toContain('1 wants-in-person')
  })

  test('who can only be late is placed and said to be late', async () => {
    await addSession({ date: '2026-12-04' })
    const shown = await preview()
    expect(shown.placed.map(({ workerId, inTime }) => [workerId.slice(-1), inTime])).toEqual([
      ['4', true],
      ['5', true],
      ['1', false],
    ])
  })

  test('whom the planner takes out makes room, and a slot that the planner chose is kept', async () => {
    const session = await addSession()
    const without = [workerId(1)]
    expect(placed(await preview({ without }))).toEqual([
      '2 12-01T08:00',
      '3 12-01T08:20',
      '4 12-01T08:40',
    ])
    const wished = [{ workerId: workerId(5), slotId: session.slots[0]?.id ?? '' }]
    expect(placed(await preview({ wished }))).toEqual([
      '5 12-01T08:00',
      '1 12-01T08:20',
      '2 12-01T08:40',
    ])
  })

  test('a freed slot for which somebody is being asked is theirs until they answer', async () => {
    const session = await addSession()
    const slotId = session.slots[0]?.id ?? ''
    const { reply } = await harness.post('/appointments', {
      slotId,
      workerId: workerId(5),
      examType: 'periodic',
    })
    await harness.post(`/appointments/${(reply as Appointment).id}/cancel`)
    const madeAt = '2026-11-24T08:00:00.000Z' as const
    await harness.store.write((writer) =>
      writer.offers.make(
        {
          id: 'offer-00000000001',
          slotId,
          workerId: workerId(4),
          requestId: null,
          reason: 'due',
          examType: 'periodic',
          madeAt,
          until: '2026-11-24T08:30:00.000Z',
        },
        { actor: systemActor, at: madeAt },
      ),
    )
    expect(placed(await preview())).toEqual(['1 12-01T08:20', '2 12-01T08:40'])
  })

  test('only those of the period and of the employer', async () => {
    await addSession()
    expect(placed(await preview({ dueUntil: '2026-12-01' }))).toEqual(['1 12-01T08:00'])
    expect((await preview({ from: '2026-12-02' })).placed).toEqual([])
    expect((await preview({ employerId: 'nobody-0000000000' })).leftOut).toEqual([])
  })

  test('a pilot’s: only whose examination its approval covers, of each employer as its own row says', async () => {
    await addSession()
    const approvedBy = async (reference: string, employerId: string | null) =>
      harness.post('/remote-policy', {
        examType: 'periodic',
        employerId,
        rule: { kind: 'approved', approval: { ...approval, reference } },
      })
    const of = async (pilot: string) => {
      const { placed, leftOut } = await preview({ employerId: null, pilot })
      return [...placed, ...leftOut].length
    }
    expect(await of(approval.reference)).toBe(5)
    expect(await of('no such letter')).toBe(0)
    await approvedBy('their own letter', clinic.employerId)
    expect(await of('their own letter')).toBe(5)
    expect(await of(approval.reference)).toBe(0)
  })

  test.each([
    [{ from: '2026-02-30' }, '/from'],
    [{ until: '2026-11-01' }, '/until'],
    [{ until: '2027-12-31' }, '/until'],
    [{ dueUntil: 'soon' }, '/dueUntil'],
  ])('and %j is refused', async (change, at) => {
    expect(await harness.post('/cohorts/preview', { ...draft, ...change })).toMatchObject({
      status: 400,
      reply: { at },
    })
  })
})

describe('a cohort is confirmed', () => {
  test('as it was shown: planned, invited, and who has no address is named', async () => {
    await addSession({ until: '11:00' })
    const shown = await preview()
    const { status, reply } = await confirm(seatsOf(shown))
    expect({ status, reply }).toEqual({
      status: 201,
      reply: { planned: 5, queued: 4, withoutAddress: [workerId(5)] } satisfies CohortReply,
    })
    expect(harness.told).toContain(`agenda-changed ${clinic.physicianId}`)
    expect(await preview()).toMatchObject({ placed: [], leftOut: [] })
    expect(await harness.store.read.outbox.due('2026-11-24T23:00:00.000Z', 9)).toHaveLength(4)
  })

  test.each([
    [
      'a slot that somebody took',
      'slot-taken',
      async ({ placed }: CohortPreview) =>
        harness.post('/appointments', {
          slotId: placed[1]?.slot.id,
          workerId: workerId(4),
          examType: 'periodic',
        }),
    ],
    [
      'a worker who was planned',
      'worker-already-planned',
      async ({ free }: CohortPreview) =>
        harness.post('/appointments', {
          slotId: free[0]?.id,
          workerId: workerId(2),
          examType: 'periodic',
        }),
    ],
    ['an act that became due', 'act-due', async () => setDue(2, '2026-12-02', ['ecg'])],
    [
      'an approval that was withdrawn',
      'remote-not-allowed',
      async () =>
        harness.post('/remote-policy', {
          examType: 'periodic',
          employerId: null,
          rule: { kind: 'off' },
        }),
    ],
    [
      'a post that was taken away',
      'not-due',
      async () => harness.post(`/workers/${workerId(2)}/post`, { postId: null }),
    ],
  ] as const)('or refused as a whole for %s', async (_name, code, change) => {
    await addSession({ until: '10:20' })
    const shown = await preview({ without: [workerId(4), workerId(5)] })
    await change(shown)
    const before = await countPlanned()
    const at = code === 'remote-not-allowed' ? '/seats/0' : '/seats/1'
    expect(await confirm(seatsOf(shown))).toMatchObject({ reply: { code, at } })
    expect(await countPlanned()).toBe(before)
  })

  test('or refused for a slot that has begun', async () => {
    await addSession()
    const shown = await preview()
    harness.clock.set(Date.parse('2026-12-01T08:30:00Z'))
    expect(await confirm(seatsOf(shown))).toMatchObject({
      status: 409,
      reply: { code: 'slot-past', at: '/seats/0' },
    })
  })

  test('once: the second of two who confirm the same is refused', async () => {
    await addSession()
    const seats = seatsOf(await preview())
    const replies = await Promise.all([confirm(seats), confirm(seats)])
    expect(replies.map(({ status }) => `${status}`).toSorted()).toEqual(['201', '409'])
    expect(await countPlanned()).toBe(3)
  })
})
