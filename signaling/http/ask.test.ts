import { beforeEach, describe, expect, test } from 'vitest'
import type { MoveChoice } from '../protocol/board.ts'
import type { RequestRow } from '../protocol/requests.ts'
import { buildTestApp, type TestApp } from '../testing/app.ts'
import type { Clinic } from '../testing/fixtures.ts'

let world: TestApp
let clinic: Clinic
let planner: string
beforeEach(async () => {
  world = await buildTestApp()
  clinic = await world.addClinic()
  planner = await world.signInStaff(clinic.planner.id)
})

const draft = {
  firstName: 'Aoife',
  lastName: "O'Brien",
  birthDate: '1984-02-29',
  employerName: 'Meridiaan',
  email: 'aoife@private.example',
  phone: null,
  language: 'fr',
  moments: { weekdays: [2], parts: ['morning'] },
  tellEmployer: false,
}

async function send(url: string, payload: object | null, cookie = '') {
  const reply = await world.app.inject({
    method: payload === null ? 'GET' : 'POST',
    url,
    headers: { origin: world.origin, cookie },
    ...(payload === null ? {} : { payload }),
  })
  return { status: reply.statusCode, reply: reply.body === '' ? null : reply.json() }
}
const ask = (change: object = {}) => send('/api/ask', { ...draft, ...change })
const list = async () => (await send('/api/requests', null, planner)).reply as RequestRow[]
const first = async () => {
  const [row] = await list()
  if (row === undefined) throw new Error('no request')
  return row
}
const aoife = () => clinic.workers[1]?.id ?? ''
/** A half day on everyone's own phone, and its slots. */
async function addOwnPhoneSession(date = '2026-11-26') {
  const { reply } = await send(
    '/api/sessions',
    {
      physicianId: clinic.physician.id,
      roomId: null,
      date,
      from: '09:00',
      until: '10:00',
      slotMinutes: 20,
    },
    planner,
  )
  return (reply as { slots: { id: string }[] }).slots.map(({ id }) => id)
}
async function planned(change: object = {}) {
  const [slotId] = await addOwnPhoneSession()
  await ask(change)
  const { id } = await first()
  await send(`/api/requests/${id}/worker`, { workerId: aoife() }, planner)
  return { id, slotId, ...(await send(`/api/requests/${id}/plan`, { slotId }, planner)) }
}
const mails = () => world.store.read.mailbox.list(50)

describe('a consultation that a worker asks for', () => {
  test('Code, art. I.4-37: is due ten working days later, and says so at once', async () => {
    expect(await ask()).toMatchObject({ status: 201, reply: { dueOn: '2026-12-05' } })
    expect((await first()).clock).toEqual({
      dueOn: '2026-12-05',
      workingDaysLeft: 10,
      light: 'green',
    })
  })

  test('turns amber and red as its term runs out, and stands before those with more time', async () => {
    await ask()
    world.clock.set('2026-12-01T09:00:00.000Z')
    const later = await world.signInStaff(clinic.planner.id)
    planner = later
    await ask({ firstName: 'Jan', lastName: 'D’Hondt' })
    const lights = async () => (await list()).map((row) => [row.claimed.firstName, row.clock.light])
    expect(await lights()).toEqual([
      ['Aoife', 'amber'],
      ['Jan', 'green'],
    ])
    world.clock.set('2026-12-04T09:00:00.000Z')
    planner = await world.signInStaff(clinic.planner.id)
    expect((await lights())[0]).toEqual(['Aoife', 'red'])
  })

  test('is confirmed by mail in their language, without a word of what it is, to an unnamed address', async () => {
    await ask()
    await expect.poll(async () => (await mails()).length).toBe(1)
    const [mail] = await mails()
    expect(mail?.subject).toBe('Nous avons reçu votre message')
    const whole = await world.store.read.mailbox.get(mail?.id ?? '')
    expect(whole?.to).toBe('aoife@private.example')
    expect(whole?.text).not.toMatch(/consult|médecin|spontan|Aoife|O'Brien/i)
  })

  test('asked twice is one, with one mail', async () => {
    await ask()
    await ask()
    expect(await list()).toHaveLength(1)
    await ask({ firstName: 'Someone', lastName: 'Else' })
    await expect.poll(async () => (await mails()).length).toBe(1)
  })

  test.each([
    ['without any way to reach them', { email: null }, 'no-address'],
    ['with a birth date in the future', { birthDate: '2030-01-01' }, 'invalid'],
    ['with a day that is none', { birthDate: '1984-02-30' }, 'invalid'],
  ])('%s is refused', async (_name, change, code) => {
    expect((await ask(change)).reply).toMatchObject({ code })
    expect(await list()).toEqual([])
  })

  test('is only claimed to be theirs until the planner says which worker it is', async () => {
    const [slotId] = await addOwnPhoneSession()
    await ask()
    const { id, worker, alike } = await first()
    expect(worker).toBeNull()
    expect(alike.map(({ workerId }) => workerId)).toContain(aoife())
    expect(await send(`/api/requests/${id}/plan`, { slotId }, planner)).toMatchObject({
      status: 409,
      reply: { code: 'worker-not-known' },
    })
  })

  test('is planned, invited to the address that they gave, and leaves the list', async () => {
    const { reply } = await planned()
    expect(reply).toMatchObject({ examType: 'spontaneous', status: 'invited' })
    expect(await list()).toEqual([])
    await expect.poll(async () => (await mails()).length).toBe(2)
    for (const { id } of await mails()) {
      const mail = await world.store.read.mailbox.get(id)
      expect(mail?.to).toContain('aoife@private.example')
    }
  })

  test('waits again with the same term when its appointment is cancelled', async () => {
    const { reply } = await planned()
    await send(`/api/appointments/${(reply as { id: string }).id}/cancel`, {}, planner)
    expect((await first()).clock.dueOn).toBe('2026-12-05')
  })

  test('closed by the planner is gone', async () => {
    await ask()
    const { id } = await first()
    expect(await send(`/api/requests/${id}/close`, {}, planner)).toMatchObject({ status: 204 })
    expect(await list()).toEqual([])
  })

  test('is limited for one address, since each may send a mail', async () => {
    world = await buildTestApp({ limits: { asksPerHour: 2 } })
    const statuses: number[] = []
    for (const lastName of ['A', 'B', 'C']) statuses.push((await ask({ lastName })).status)
    expect(statuses).toEqual([201, 201, 429])
  })

  test('writes each step into the audit log, and nobody’s name', async () => {
    await planned()
    const { entries, brokenAt } = await world.store.read.audit.verify()
    expect(brokenAt).toBeNull()
    expect(entries).toBeGreaterThan(4)
    expect(world.log.join('')).not.toMatch(/Aoife|private\.example|spontan/)
  })
})

describe('Code, art. I.4-37: the employer does not learn of it', () => {
  test('a company room is neither suggested nor taken for it', async () => {
    const [own] = await addOwnPhoneSession()
    await ask()
    const { id } = await first()
    await send(`/api/requests/${id}/worker`, { workerId: aoife() }, planner)
    const { reply } = await send(`/api/requests/${id}/slots`, null, planner)
    const suggested = (reply as { slotId: string; placeName: string | null }[]).map(
      ({ slotId, placeName }) => [slotId, placeName],
    )
    expect(suggested[0]).toEqual([own, null])
    expect(suggested.every(([, place]) => place === null)).toBe(true)
    const slotId = clinic.slotIds[2]
    expect((await send(`/api/requests/${id}/plan`, { slotId }, planner)).reply).toMatchObject({
      code: 'seen-by-employer',
    })
  })

  test('nor is it moved to one', async () => {
    const appointment = (await planned()).reply as { id: string; slotId: string }
    const day = '2026-11-24'
    const url = `/api/appointments/${appointment.id}/moves?from=${day}&until=${day}`
    const slotId = clinic.slotIds[2]
    const choices = (await send(url, null, planner)).reply as MoveChoice[]
    const [breach] = choices.find((choice) => choice.slotId === slotId)?.breaches ?? []
    expect(breach).toMatchObject({ code: 'seen-by-employer', forbids: true })
    const move = { slotId, swapWith: null, despite: ['seen-by-employer', 'not-in-their-language'] }
    expect(await send(`/api/appointments/${appointment.id}/move`, move, planner)).toMatchObject({
      status: 422,
      reply: { code: 'seen-by-employer' },
    })
  })

  test('but may be, where the worker lets the employer know', async () => {
    await ask({ tellEmployer: true })
    const { id } = await first()
    await send(`/api/requests/${id}/worker`, { workerId: aoife() }, planner)
    const slotId = clinic.slotIds[2]
    expect(await send(`/api/requests/${id}/plan`, { slotId }, planner)).toMatchObject({
      status: 201,
    })
  })

  test('asked for by telephone alone, it is told by nothing that the employer may read', async () => {
    const { slotId, status, reply } = await planned({ email: null, phone: '+32499887766' })
    expect(status).toBe(201)
    const { id, sessionId } = reply as { id: string; sessionId: string }
    expect(await world.store.read.appointments.context(id)).toMatchObject({
      appointment: { status: 'planned' },
      worker: { email: null },
      knownEmail: null,
      mobile: '+32499887766',
    })
    expect(await mails()).toEqual([])
    const session = await send(`/api/sessions/${sessionId}`, null, planner)
    const { slots } = session.reply as { slots: { id: string; appointment: object | null }[] }
    expect(slots.find((slot) => slot.id === slotId)?.appointment).toMatchObject({
      workerHasEmail: false,
    })
  })

  test('the list of the employer’s workers is the same before and after, and so is who can be planned', async () => {
    const workersOf = async () =>
      (await send(`/api/workers?employerId=${clinic.employer.id}`, null, planner)).reply
    const before = await workersOf()
    await planned()
    expect(await workersOf()).toEqual(before)
    const periodic = { slotId: clinic.slotIds[2], workerId: aoife(), examType: 'periodic' }
    expect(await send('/api/appointments', periodic, planner)).toMatchObject({ status: 201 })
  })

  test('a second talk at the same moment is refused all the same', async () => {
    const { reply } = await planned()
    const { startsAt } = reply as { startsAt: string }
    const other = await world.addClinic({ name: 'Other', sessionStart: startsAt as `${string}Z` })
    const clash = { slotId: other.slotIds[1], workerId: aoife(), examType: 'periodic' }
    expect((await send('/api/appointments', clash, planner)).reply).toMatchObject({
      code: 'worker-already-planned',
    })
  })
})

describe('with an old call link', () => {
  const askByLink = (token: string) =>
    send('/api/call-link/ask', {
      token,
      language: 'nl',
      moments: { weekdays: [], parts: [] },
      tellEmployer: false,
    })
  const tokenOf = () => {
    const [appointment] = clinic.appointments
    if (appointment === undefined) throw new Error('no appointment')
    return world.callLinks.tokenFor({ ...appointment, linkVersion: 1 })
  }

  test('it is known who asks, a year after the appointment', async () => {
    const token = tokenOf()
    world.clock.set('2027-11-24T08:00:00.000Z')
    planner = await world.signInStaff(clinic.planner.id)
    expect(await askByLink(token)).toMatchObject({ status: 201 })
    expect((await first()).worker?.workerId).toBe(clinic.workers[0]?.id)
    expect(await send('/api/call-link/look', { token })).toMatchObject({ status: 404 })
  })

  test('a forged link is refused as any link is', async () => {
    expect(await askByLink(`${tokenOf().slice(0, -4)}AAAA`)).toMatchObject({
      status: 404,
      reply: { code: 'link-not-valid' },
    })
  })
})
