import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { CohortPreview } from '../protocol/cohort.ts'
import type { FillReply, Session } from '../protocol/planning.ts'
import type { RequestRow } from '../protocol/requests.ts'
import { clinic, openHarness, workerId } from './planning-harness.ts'

let harness: Awaited<ReturnType<typeof openHarness>>
beforeAll(async () => {
  harness = await openHarness()
})
beforeEach(async () => {
  await harness.reset()
  await harness.makeDue(['2026-12-31', '2026-12-31', '2026-12-31'])
})
afterAll(() => harness.close())

/** Three slots of one hour. */
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

const note = (change: object = {}) =>
  harness.post('/requests', {
    workerId: workerId(4),
    examType: 'spontaneous',
    askedBy: 'worker',
    from: '2026-11-24',
    tellEmployer: false,
    ...change,
  })
const preview = async (change: object = {}) => {
  const draft = {
    employerId: clinic.employerId,
    dueUntil: '2026-12-31',
    from: '2026-11-25',
    until: '2026-12-31',
    without: [],
    wished: [],
  }
  return (await harness.post('/cohorts/preview', { ...draft, ...change })).reply as CohortPreview
}
const times = (slots: readonly { startsAt: string }[]) =>
  slots.map(({ startsAt }) => startsAt.slice(5, 16))
const fill = async ({ id }: Session, numbers: number[], examType = 'periodic') => {
  const workerIds = numbers.map(workerId)
  const { reply } = await harness.post(`/sessions/${id}/fill`, { workerIds, examType })
  return reply as FillReply
}
const waitingOf = async (session: Session) => {
  const { reply } = await harness.get(`/sessions/${session.id}`)
  return (reply as Session).slots.map(({ waiting = 0 }) => waiting)
}

describe('a request that waits has a free slot before the due list does', () => {
  test('a cohort leaves it one, says which, and who goes without because of it', async () => {
    await addSession()
    await note()
    const shown = await preview()
    expect(times(shown.kept)).toEqual(['12-01T08:00'])
    expect(times(shown.placed.map(({ slot }) => slot))).toEqual(['12-01T08:20', '12-01T08:40'])
    expect(shown.leftOut.map(({ reason }) => reason)).toEqual(['kept-for-request'])
    expect(shown.free).toEqual([])
    // Nobody of the list reads who asked, nor for what.
    expect(Object.keys(shown.kept[0] ?? {}).toSorted()).toEqual(
      ['id', 'startsAt', 'physicianName', 'placeName'].toSorted(),
    )
  })

  test('and once it is planned there, it keeps nothing more', async () => {
    const session = await addSession()
    await note()
    const [row] = (await harness.get('/requests')).reply as RequestRow[]
    const slotId = session.slots[0]?.id
    expect((await harness.post(`/requests/${row?.id}/plan`, { slotId })).status).toBe(201)
    expect(await preview()).toMatchObject({ kept: [], leftOut: [{ reason: 'no-free-slot' }] })
  })

  test('a slot outside the days that are looked at serves it as well, where it is in time', async () => {
    await addSession()
    await addSession({ date: '2026-12-02' })
    await note()
    const shown = await preview({ until: '2026-12-01' })
    expect(shown).toMatchObject({ kept: [], leftOut: [] })
    expect(shown.placed).toHaveLength(3)
  })

  test('so does one of a wish to come back to work, which keeps none before the first day there', async () => {
    await addSession()
    await harness.post('/remote-policy', {
      examType: 'return-to-work',
      employerId: null,
      rule: (await policyOf('periodic')).rule,
    })
    await note({ examType: 'return-to-work', from: '2026-12-02' })
    expect((await preview()).kept).toEqual([])
    await addSession({ date: '2026-12-03', until: '09:20' })
    expect(times((await preview()).kept)).toEqual(['12-03T08:00'])
  })

  test('a request before a return to work comes first too (art. I.4-36)', async () => {
    await addSession()
    await note({ examType: 'pre-resumption' })
    expect((await preview()).kept).toHaveLength(1)
  })

  test('none is kept in a company room of which the employer would learn it (art. I.4-37)', async () => {
    await addSession({ roomId: clinic.roomId })
    await note()
    expect((await preview()).kept).toEqual([])
  })

  test('nor of a physician who does not speak its language', async () => {
    await harness.post(`/physicians/${clinic.physicianId}/languages`, { languages: ['fr'] })
    await addSession()
    await note()
    expect((await preview()).kept).toEqual([])
  })
})

describe('the filling of a half day', () => {
  test('leaves the slot that a request cannot do without', async () => {
    const session = await addSession()
    await note()
    const { appointments, leftOut } = await fill(session, [1, 2, 3])
    expect(appointments).toHaveLength(2)
    expect(leftOut).toEqual([{ workerId: workerId(3), reason: 'kept-for-request' }])
  })

  test('leaves none where the request can be in time elsewhere, nor to what is asked for itself', async () => {
    const session = await addSession()
    const other = await addSession({ date: '2026-12-02' })
    await note()
    expect((await fill(session, [1, 2, 3])).leftOut).toEqual([])
    expect((await fill(other, [4, 5], 'spontaneous')).leftOut).toEqual([])
  })

  test('in person leaves one to a request that may not be by video', async () => {
    const session = await addSession({ inPerson: true })
    await note({ examType: 'return-to-work', from: '2026-11-30' })
    expect((await fill(session, [1, 2, 3])).leftOut).toEqual([
      { workerId: workerId(3), reason: 'kept-for-request' },
    ])
  })
})

describe('the board says of a free slot how many requests could have it', () => {
  test('and of one that nobody of them could have, nothing', async () => {
    const here = await addSession()
    const room = await addSession({
      roomId: clinic.roomId,
      physicianId: clinic.otherPhysicianId,
    })
    await note()
    await note({ workerId: workerId(5), examType: 'pre-resumption', tellEmployer: false })
    expect(await waitingOf(here)).toEqual([2, 2, 2])
    expect(await waitingOf(room)).toEqual([0, 0, 0])
  })

  test('not of one that is taken, nor at a time at which they are expected elsewhere', async () => {
    const session = await addSession()
    const other = await addSession({ physicianId: clinic.otherPhysicianId })
    await note()
    const slotId = session.slots[0]?.id
    await harness.post('/appointments', { slotId, workerId: workerId(4), examType: 'periodic' })
    expect(await waitingOf(session)).toEqual([0, 1, 1])
    expect(await waitingOf(other)).toEqual([0, 1, 1])
  })
})

test('the board doubts an examination by video for which no post asks', async () => {
  const session = await addSession()
  await harness.put(`/workers/${workerId(1)}/due`, { dueOn: '2027-12-31', acts: [] })
  await fill(session, [1, 2, 4])
  const { reply } = await harness.get(`/sessions/${session.id}`)
  const doubts = (reply as Session).slots.map(({ appointment }) => appointment?.nothingDue ?? false)
  expect(doubts).toEqual([true, false, true])
})

async function policyOf(examType: string) {
  const { reply } = await harness.get('/remote-policy')
  const { rows } = reply as { rows: { examType: string; rule: object }[] }
  const row = rows.find((each) => each.examType === examType)
  if (row === undefined) throw new Error(`no rule for ${examType}`)
  return row
}
