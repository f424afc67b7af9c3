import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { DueReply, Post } from '../protocol/due.ts'
import type { FillReply, Session } from '../protocol/planning.ts'
import { pilotApproval } from '../testing/fixtures.ts'
import { asPhysician, aWorker, clinic, openHarness, workerId } from './planning-harness.ts'

let harness: Awaited<ReturnType<typeof openHarness>>
beforeAll(async () => {
  harness = await openHarness()
})
beforeEach(() => harness.reset())
afterAll(() => harness.close())

const onMasts = {
  employerId: clinic.employerId,
  name: 'Technicus masten',
  examType: 'periodic',
  periodMonths: 12,
  acts: ['hearing-test'],
}
const inOffice = { ...onMasts, name: 'Bediende', periodMonths: 24, acts: [] }

async function addPost(draft: object = onMasts): Promise<Post> {
  const { status, reply } = await harness.post('/posts', draft)
  expect(status).toBe(201)
  return reply as Post
}
const give = async (number: number, post: Pick<Post, 'id'> | null) =>
  expect(
    await harness.post(`/workers/${workerId(number)}/post`, { postId: post?.id ?? null }),
  ).toMatchObject({ status: 204 })
const list = async (query = '') => (await harness.get(`/due${query}`)).reply as DueReply
const short = ({ rows }: DueReply) =>
  rows.map(({ workerId, dueOn, light, acts }) => [workerId, dueOn, light, ...acts].join(' '))

async function addSession(date = '2026-11-25'): Promise<Session> {
  const { reply } = await harness.post('/sessions', {
    physicianId: clinic.physicianId,
    roomId: null,
    date,
    from: '09:00',
    until: '10:00',
    slotMinutes: 20,
  })
  return reply as Session
}
const fill = (session: Session, numbers: number[], examType = 'periodic') =>
  harness.post(`/sessions/${session.id}/fill`, { workerIds: numbers.map(workerId), examType })

describe('a post', () => {
  test('is added, listed, changed, and refused under a name that is taken', async () => {
    const post = await addPost()
    expect((await harness.get('/posts')).reply).toEqual([post])
    expect(await harness.post('/posts', onMasts)).toMatchObject({
      status: 409,
      reply: { code: 'in-use', at: '/name' },
    })
    const { employerId: _, ...change } = { ...onMasts, periodMonths: 6 }
    expect(await harness.put(`/posts/${post.id}`, change)).toMatchObject({
      status: 200,
      reply: { ...post, periodMonths: 6 },
    })
    expect(await harness.put('/posts/nowhere-000000000', change)).toMatchObject({ status: 404 })
  })

  test.each([
    [{ employerId: 'nowhere-000000000' }, 404, '/employerId'],
    [{ periodMonths: 0 }, 400, '/periodMonths'],
    [{ acts: ['horoscope'] }, 400, '/acts/0'],
    [{ acts: ['ecg', 'ecg'] }, 400, '/acts'],
  ])('is refused with %j', async (change, status, at) => {
    expect(await harness.post('/posts', { ...onMasts, ...change })).toMatchObject({
      status,
      reply: { at },
    })
  })

  test('has its legal category’s period unless it names its own (annex I.4-5)', async () => {
    const draft = { employerId: clinic.employerId, examType: 'periodic', acts: [] }
    const add = (change: object) => harness.post('/posts', { ...draft, ...change })
    expect(await add({ name: 'Driver', category: 'safety-post' })).toMatchObject({
      status: 201,
      reply: { category: 'safety-post', periodMonths: 24 },
    })
    expect(await add({ name: 'Welder', category: 'defined-risk' })).toMatchObject({
      status: 400,
      reply: { at: '/periodMonths' },
    })
    const own = await add({ name: 'Guard', category: 'vigilance-post', periodMonths: 12 })
    expect(own.reply).toMatchObject({ periodMonths: 12 })
    const { id } = own.reply as { id: string }
    const plain = { name: 'Clerk', examType: 'periodic', periodMonths: 60, acts: [] }
    expect((await harness.put(`/posts/${id}`, plain)).reply).not.toHaveProperty('category')
  })

  test('has its legal category’s examination unless it names its own: first before the work, then again', async () => {
    const draft = { employerId: clinic.employerId, category: 'safety-post', acts: [] }
    const added = await harness.post('/posts', { ...draft, name: 'Crane' })
    expect(added).toMatchObject({ status: 201, reply: { examType: 'periodic' } })
    const plain = { employerId: clinic.employerId, name: 'Clerk', periodMonths: 60, acts: [] }
    expect(await harness.post('/posts', plain)).toMatchObject({
      status: 400,
      reply: { at: '/examType' },
    })
    const { id } = added.reply as { id: string }
    // Whoever was there, worked at it already; whoever is new, begins.
    await give(1, { id })
    const desk = await addPost({ ...onMasts, name: 'Desk' })
    await give(2, desk)
    await give(2, { id })
    const types = (await list()).rows.map((row) => `${row.workerId} ${row.examType}`)
    expect(types.toSorted()).toEqual(
      [`${workerId(1)} periodic`, `${workerId(2)} pre-assignment`].toSorted(),
    )
    await harness.post(`/workers/${workerId(2)}/exam-done`, { on: '2026-11-20' })
    const next = (await list()).rows.find((row) => row.workerId === workerId(2))
    expect(next).toMatchObject({ examType: 'periodic', dueOn: '2028-11-20' })
  })

  test('of another employer is nobody’s here', async () => {
    const { reply } = await harness.post('/employers', { name: 'Other' })
    const post = await addPost({ ...onMasts, employerId: (reply as { id: string }).id })
    expect(await harness.post(`/workers/${workerId(1)}/post`, { postId: post.id })).toMatchObject({
      status: 404,
      reply: { at: '/postId' },
    })
  })
})

describe('what is due', () => {
  test('begins with the post: at once where no examination is known (Code, art. I.4-26, I.4-29)', async () => {
    await give(1, await addPost())
    expect(short(await list())).toEqual([`${workerId(1)} 2026-11-24 red hearing-test`])
    await give(1, null)
    expect((await list()).rows).toEqual([])
  })

  test('is sorted by last day, in the colour of its clock', async () => {
    const post = await addPost(inOffice)
    for (const number of [1, 2, 3]) await give(number, post)
    const set = (number: number, dueOn: string) =>
      harness.put(`/workers/${workerId(number)}/due`, { dueOn, acts: [] })
    await set(1, '2026-12-24')
    await set(2, '2026-11-20')
    await set(3, '2026-11-28')
    expect(short(await list())).toEqual([
      `${workerId(2)} 2026-11-20 red`,
      `${workerId(3)} 2026-11-28 amber`,
      `${workerId(1)} 2026-12-24 green`,
    ])
    expect((await list()).rows.map((row) => row.workingDaysLeft)).toEqual([-3, 4, 26])
    expect((await list('?until=2026-11-28')).rows).toHaveLength(2)
  })

  test('follows a change of the post, for everyone who has it', async () => {
    const post = await addPost()
    await give(1, post)
    await harness.post(`/workers/${workerId(1)}/exam-done`, { on: '2026-11-02' })
    expect(short(await list())).toEqual([`${workerId(1)} 2027-11-02 green hearing-test`])
    const { employerId: _, ...change } = { ...onMasts, periodMonths: 3, acts: ['ecg'] }
    await harness.put(`/posts/${post.id}`, change)
    expect(short(await list())).toEqual([`${workerId(1)} 2027-02-02 green ecg`])
  })

  test('comes a page at a time, each worker once', async () => {
    const post = await addPost(inOffice)
    await harness.store.write((writer) =>
      writer.workers.add(
        Array.from({ length: 120 }, (_, index) => ({
          ...aWorker(6),
          id: `many-00000000000${String(index).padStart(3, '0')}`,
          personnelNumber: `M${index}`,
        })),
        '2026-11-24T08:00:00.000Z',
      ),
    )
    const ids = (await harness.store.read.workers.ofEmployer(clinic.employerId)).map(({ id }) => id)
    for (const id of ids) await harness.post(`/workers/${id}/post`, { postId: post.id })
    const seen: string[] = []
    let next: string | null = null
    do {
      const mark: string = next === null ? '' : `&after=${encodeURIComponent(next)}`
      const page = await list(`?employerId=${clinic.employerId}${mark}`)
      seen.push(...page.rows.map((row) => row.workerId))
      next = page.next
    } while (next !== null)
    expect(seen).toHaveLength(125)
    expect(new Set(seen).size).toBe(125)
  })

  test('of somebody planned says when, and is left out where only the others are asked for', async () => {
    await give(1, await addPost(inOffice))
    await fill(await addSession(), [1])
    expect((await list()).rows[0]?.plannedAt).toBe('2026-11-25T08:00:00.000Z')
    expect((await list('?unplanned=true')).rows).toEqual([])
  })

  test('is due anew, one period after the examination, once the physician has recorded it', async () => {
    await give(1, await addPost(inOffice))
    const session = await addSession()
    const { appointments } = (await fill(session, [1])).reply as FillReply
    harness.signIn(asPhysician)
    await harness.post(`/appointments/${appointments[0]?.id}/outcome`, { outcome: 'done-by-video' })
    expect(short(await list())).toEqual([`${workerId(1)} 2028-11-25 green`])
  })

  test.each([
    [{ dueOn: '2026-02-30', acts: [] }, 400],
    [{ dueOn: '2026-12-01', acts: ['horoscope'] }, 400],
    [{ dueOn: '2026-12-01', acts: [] }, 404],
  ])('is not corrected to %j where nothing is due', async (change, status) => {
    expect(await harness.put(`/workers/${workerId(1)}/due`, change)).toMatchObject({ status })
  })

  test('is not done tomorrow', async () => {
    await give(1, await addPost())
    expect(
      await harness.post(`/workers/${workerId(1)}/exam-done`, { on: '2026-11-25' }),
    ).toMatchObject({ status: 400, reply: { at: '/on' } })
  })
})

describe('an act that is due (Code, art. I.4-30)', () => {
  test('keeps the examination from being by video: one, many, and one that is planned', async () => {
    const session = await addSession()
    await fill(session, [1])
    await give(1, await addPost())
    await give(2, await addPost({ ...onMasts, name: 'Lasser' }))

    const slotId = session.slots[1]?.id
    const draft = { slotId, workerId: workerId(2), examType: 'periodic' }
    expect(await harness.post('/appointments', draft)).toMatchObject({
      status: 422,
      reply: { code: 'act-due' },
    })
    expect((await fill(session, [2, 3])).reply).toMatchObject({
      leftOut: [{ workerId: workerId(2), reason: 'act-due' }],
    })
    const { reply } = await harness.get(`/sessions/${session.id}`)
    expect((reply as Session).slots.map(({ appointment }) => appointment?.notByVideo)).toEqual([
      'act-due',
      null,
      undefined,
    ])
  })

  /** Worker 2 begins at a safety post: due are the examination before the assignment, and its acts. */
  async function begin(acts: readonly string[] = onMasts.acts): Promise<void> {
    await give(2, await addPost(inOffice))
    await give(2, await addPost({ ...onMasts, name: 'Kraan', category: 'safety-post', acts }))
    expect((await list()).rows).toMatchObject([{ examType: 'pre-assignment', acts }])
  }

  test('Code, art. I.4-26: of a newcomer is due under whichever name the examination is planned: one, many, a request', async () => {
    const session = await addSession()
    await begin()
    const draft = { slotId: session.slots[0]?.id, workerId: workerId(2), examType: 'periodic' }
    const refused = { status: 422, reply: { code: 'act-due', at: '/examType' } }
    expect(await harness.post('/appointments', draft)).toMatchObject(refused)
    expect(await fill(session, [2])).toMatchObject(refused)
    expect((await fill(session, [2, 3])).reply).toMatchObject({
      leftOut: [{ workerId: workerId(2), reason: 'act-due' }],
    })

    const { rule } = pilotApproval
    const approval = { examType: 'return-to-work', employerId: null, rule }
    expect(await harness.post('/remote-policy', approval)).toMatchObject({ status: 201 })
    const { id } = (
      await harness.post('/requests', {
        workerId: workerId(2),
        examType: 'return-to-work',
        askedBy: 'employer',
        from: '2026-11-24',
        tellEmployer: true,
      })
    ).reply as { id: string }
    expect((await harness.get(`/requests/${id}/slots`)).reply).toEqual([])
    const plan = { slotId: session.slots[2]?.id }
    expect(await harness.post(`/requests/${id}/plan`, plan)).toMatchObject(refused)
    const { reply } = await harness.get(`/sessions/${session.id}`)
    const held = (reply as Session).slots.map(({ appointment }) => appointment?.workerId)
    expect(held).not.toContain(workerId(2))
  })

  test('art. I.4-26: a periodic examination is not the one before the assignment, which stays due', async () => {
    await begin([])
    const { appointments } = (await fill(await addSession(), [2])).reply as FillReply
    harness.signIn(asPhysician)
    const url = `/appointments/${appointments[0]?.id}/outcome`
    expect(await harness.post(url, { outcome: 'done-by-video' })).toMatchObject({ status: 204 })
    expect((await list()).rows).toMatchObject([{ examType: 'pre-assignment', dueOn: '2026-11-24' }])
  })

  test('is not in the way of a talk of another type', async () => {
    await give(1, await addPost())
    expect((await fill(await addSession(), [1], 'spontaneous')).reply).toMatchObject({
      appointments: [{ workerId: workerId(1) }],
    })
  })

  test('that was done as an appointment of its own is in the way no more', async () => {
    await give(1, await addPost())
    await harness.put(`/workers/${workerId(1)}/due`, { dueOn: '2026-12-01', acts: [] })
    expect((await fill(await addSession(), [1])).reply).toMatchObject({
      appointments: [{ workerId: workerId(1) }],
    })
  })
})
