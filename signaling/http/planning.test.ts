import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type {
  Appointment,
  AppointmentDraft,
  FillReply,
  Physician,
  Session,
  WorkerRow,
} from '../protocol/planning.ts'
import { clinic, openHarness, workerId, type Harness } from './planning-harness.ts'

let harness: Harness
beforeAll(async () => {
  harness = await openHarness()
})
beforeEach(() => harness.reset())
afterAll(() => harness.close())

const aSession = {
  physicianId: clinic.physicianId,
  roomId: clinic.roomId,
  date: '2026-11-24',
  from: '10:00',
  until: '11:00',
  slotMinutes: 20,
}

async function addSession(change: Partial<typeof aSession> = {}): Promise<Session> {
  const { status, reply } = await harness.post('/sessions', { ...aSession, ...change })
  expect(status).toBe(201)
  return reply as Session
}

async function fill(session: Session, numbers: number[]): Promise<FillReply> {
  const { reply } = await harness.post(`/sessions/${session.id}/fill`, {
    workerIds: numbers.map(workerId),
    examType: 'periodic',
  })
  return reply as FillReply
}

function slotId(session: Session, index: number): string {
  return session.slots[index]?.id ?? ''
}

describe('employers, sites, rooms, physicians', () => {
  test('are added and listed', async () => {
    const employer = await harness.post('/employers', { name: "D'Hondt & Zonen" })
    expect(employer).toMatchObject({ status: 201, reply: { name: "D'Hondt & Zonen" } })
    const { id: employerId } = employer.reply as { id: string }
    const site = { employerId, name: 'Eupen', address: null, language: 'de' }
    const { id: siteId } = (await harness.post('/sites', site)).reply as { id: string }
    expect(await harness.post('/rooms', { siteId, name: 'Null' })).toMatchObject({ status: 201 })
    expect((await harness.get('/rooms')).reply).toHaveLength(2)
    expect((await harness.get('/physicians')).reply).toHaveLength(2)
  })

  test('a seat may have two languages, and English is none of them', async () => {
    const { employerId } = clinic
    const seat = { employerId, name: 'Sint-Gillis', address: null, language: 'fr' }
    const both = { ...seat, otherLanguages: ['nl'] }
    expect(await harness.post('/sites', both)).toMatchObject({ status: 201, reply: both })
    const sites = (await harness.get('/sites')).reply as { name: string }[]
    expect(sites.find(({ name }) => name === 'Sint-Gillis')).toMatchObject(both)
    const english = { ...seat, name: 'Zaventem', language: 'en' }
    expect(await harness.post('/sites', english)).toMatchObject({
      status: 400,
      reply: { at: '/language' },
    })
  })

  test('the languages of a seat can be changed, which the audit log keeps', async () => {
    const path = `/sites/${clinic.siteId}/languages`
    const seat = { language: 'fr', otherLanguages: ['nl'] }
    const { number: before } = await harness.store.read.audit.head()
    expect(await harness.post(path, seat)).toMatchObject({ status: 204 })
    expect((await harness.store.read.audit.head()).number).toBe(before + 1)
    const [site] = (await harness.get('/sites')).reply as object[]
    expect(site).toMatchObject(seat)
    expect(await harness.post('/sites/nobody-0000000000/languages', seat)).toMatchObject({
      reply: { code: 'not-found' },
    })
    expect(await harness.post(path, { ...seat, language: 'en' })).toMatchObject({ status: 400 })
  })

  test('of whom the languages are noted, each once, none being all that are not told', async () => {
    const path = `/physicians/${clinic.physicianId}/languages`
    const noted = async () =>
      ((await harness.get('/physicians')).reply as Physician[]).find(
        ({ id }) => id === clinic.physicianId,
      )?.languages
    expect(await noted()).toEqual([])
    expect(await harness.post(path, { languages: ['de', 'nl'] })).toMatchObject({ status: 204 })
    expect(await noted()).toEqual(['nl', 'de'])
    expect(await harness.post(path, { languages: [] })).toMatchObject({ status: 204 })
    expect(await noted()).toEqual([])
    expect(await harness.post(path, { languages: ['nl', 'nl'] })).toMatchObject({ status: 400 })
    expect(await harness.post(path, { languages: ['es'] })).toMatchObject({ status: 400 })
    expect(
      await harness.post('/physicians/nobody-0000000000/languages', { languages: [] }),
    ).toMatchObject({ status: 404 })
  })

  test('are refused under a name that is taken, and under what does not exist', async () => {
    expect(await harness.post('/employers', { name: 'Proximus' })).toMatchObject({
      status: 409,
      reply: { code: 'in-use', at: '/name' },
    })
    expect(await harness.post('/rooms', { siteId: 'nowhere-000000000', name: '1' })).toMatchObject({
      status: 404,
      reply: { code: 'not-found', at: '/siteId' },
    })
  })

  test.each([
    [{ name: '' }, '/name'],
    [{ name: 'a\u0000b' }, '/name'],
    [{ name: 'x'.repeat(121) }, '/name'],
    [{ name: 'x', id: 'mine-000000000000000' }, '/id'],
    [{ name: 1 }, '/name'],
    [{}, '/name'],
  ])('are refused as %j', async (body, at) => {
    expect(await harness.post('/employers', body)).toMatchObject({
      status: 400,
      reply: { code: 'invalid', at },
    })
  })
})

describe('workers', () => {
  const aWorker = {
    employerId: clinic.employerId,
    siteId: clinic.siteId,
    personnelNumber: null,
    firstName: 'عمر',
    lastName: "O'Brien",
    birthDate: '1988-02-29',
    email: null,
    phone: null,
    language: 'fr',
    needsPicture: false,
    postId: null,
  }

  test('of any script are added', async () => {
    expect(await harness.post('/workers', aWorker)).toMatchObject({ status: 201, reply: aWorker })
  })

  test.each([
    [{ birthDate: '1987-02-29' }, 400, '/birthDate'],
    [{ birthDate: '2020-01-01' }, 400, '/birthDate'],
    [{ firstName: '   ' }, 400, '/firstName'],
    [{ email: 'a@b.be,c@d.be' }, 400, '/email'],
    [{ phone: '0470' }, 400, '/phone'],
    [{ language: 'es' }, 400, '/language'],
    [{ siteId: 'elsewhere-00000000' }, 404, '/siteId'],
    [{ employerId: 'nobody-0000000000' }, 404, '/employerId'],
    [{ personnelNumber: 'P1' }, 409, '/personnelNumber'],
  ])('are refused with %j', async (change, status, at) => {
    expect(await harness.post('/workers', { ...aWorker, ...change })).toMatchObject({
      status,
      reply: { at },
    })
  })

  test('who sign or read lips are noted as such', async () => {
    const noted = async () =>
      ((await harness.get(`/workers?q=hondt`)).reply as WorkerRow[])[0]?.needsPicture
    expect(await noted()).toBe(false)
    const path = `/workers/${workerId(1)}/needs-picture`
    expect(await harness.post(path, { needed: true })).toMatchObject({ status: 204 })
    expect(await noted()).toBe(true)
    expect(
      await harness.post('/workers/nobody-0000000000/needs-picture', { needed: true }),
    ).toMatchObject({ status: 404 })
  })

  test('are found by a part of the name, whatever its case and accents', async () => {
    const find = async (q: string) =>
      ((await harness.get(`/workers?q=${encodeURIComponent(q)}`)).reply as WorkerRow[]).map(
        (worker) => worker.id,
      )
    expect(await find('mull')).toEqual([workerId(2)])
    expect(await find('ELODIE')).toEqual([workerId(2)])
    expect(await find("d'h")).toEqual([workerId(1)])
    expect(await find('王')).toEqual([workerId(4)])
    expect(await find('null null')).toEqual([workerId(5)])
    expect(await find('%')).toEqual([])
    expect(await find('')).toHaveLength(5)
  })

  test('come with the appointment that is open', async () => {
    const session = await addSession()
    await fill(session, [1])
    const { reply } = await harness.get(`/workers?employerId=${clinic.employerId}&q=hondt`)
    expect(reply).toMatchObject([
      { openAppointment: { sessionId: session.id, status: 'planned', modality: 'remote' } },
    ])
  })
})

describe('sessions', () => {
  test('are cut into slots in the service’s zone', async () => {
    const session = await addSession()
    expect(session).toMatchObject({
      physicianName: 'Dr. Lien Claes',
      placeName: 'Proximus 4.12',
      startsAt: '2026-11-24T09:00:00.000Z',
      endsAt: '2026-11-24T10:00:00.000Z',
    })
    expect(session.slots.map((slot) => slot.startsAt.slice(11, 16))).toEqual([
      '09:00',
      '09:20',
      '09:40',
    ])
    expect(harness.told).toEqual([`agenda-changed ${clinic.physicianId}`])
  })

  test.each([
    [{ date: '2026-02-30' }, 400, 'invalid', '/date'],
    [{ from: '11:00' }, 400, 'invalid', '/until'],
    [{ date: '2027-03-28', from: '02:30', until: '04:00' }, 400, 'invalid', '/from'],
    [{ slotMinutes: 61 }, 400, 'invalid', '/slotMinutes'],
    [{ slotMinutes: 4 }, 400, 'invalid', '/slotMinutes'],
    [{ date: '2026-11-23' }, 409, 'slot-past', '/date'],
    [{ physicianId: 'nobody-0000000000' }, 404, 'not-found', '/physicianId'],
    [{ roomId: 'nowhere-0000000000' }, 404, 'not-found', '/roomId'],
  ])('are refused with %j', async (change, status, code, at) => {
    expect(await harness.post('/sessions', { ...aSession, ...change })).toMatchObject({
      status,
      reply: { code, at },
    })
  })

  test('keep their breaks free', async () => {
    const { status, reply } = await harness.post('/sessions', {
      ...aSession,
      breaks: [{ from: '10:20', until: '10:40' }],
    })
    expect(status).toBe(201)
    expect((reply as Session).slots.map(({ startsAt }) => startsAt.slice(11, 16))).toEqual([
      '09:00',
      '09:40',
    ])
    const outside = [{ from: '09:30', until: '10:10' }]
    expect(await harness.post('/sessions', { ...aSession, breaks: outside })).toMatchObject({
      status: 400,
      reply: { code: 'invalid', at: '/breaks' },
    })
  })

  test('may touch, not overlap, for the physician and for the room', async () => {
    await addSession()
    await addSession({ from: '11:00', until: '12:00' })
    expect(await harness.post('/sessions', { ...aSession, until: '10:20' })).toMatchObject({
      status: 409,
      reply: { code: 'overlaps', at: '/physicianId' },
    })
    const other = { ...aSession, physicianId: clinic.otherPhysicianId }
    expect(await harness.post('/sessions', other)).toMatchObject({
      status: 409,
      reply: { code: 'overlaps', at: '/roomId' },
    })
    expect(await harness.post('/sessions', { ...other, roomId: null })).toMatchObject({
      status: 201,
      reply: { placeName: null },
    })
  })

  test.each([
    ['/sessions?from=0000-01-01&until=0000-01-02', '/from'],
    ['/sessions?from=2026-11-24&until=9999-12-31', '/until'],
  ])('are not looked for at %s', async (url, at) => {
    expect(await harness.get(url)).toMatchObject({ status: 400, reply: { code: 'invalid', at } })
  })

  test('are not added in a year that no clock shows', async () => {
    const session = { ...aSession, date: '9999-12-31' }
    expect(await harness.post('/sessions', session)).toMatchObject({
      status: 400,
      reply: { code: 'invalid', at: '/date' },
    })
  })

  test('are listed by day, both days included', async () => {
    const session = await addSession()
    const late = await addSession({ date: '2026-11-25', from: '22:30', until: '23:30' })
    const list = async (from: string, until: string) =>
      ((await harness.get(`/sessions?from=${from}&until=${until}`)).reply as Session[]).map(
        (listed) => listed.id,
      )
    expect(await list('2026-11-24', '2026-11-25')).toEqual([session.id, late.id])
    expect(await list('2026-11-25', '2026-11-25')).toEqual([late.id])
    expect(await list('2026-11-26', '2026-11-26')).toEqual([])
    expect(await harness.get('/sessions?from=2026-11-24&until=2028-01-01')).toMatchObject({
      status: 400,
    })
  })

  test('are removed while nobody was ever planned', async () => {
    const session = await addSession()
    expect(await harness.remove(`/sessions/${session.id}`)).toEqual({ status: 204, reply: null })
    expect(await harness.get(`/sessions/${session.id}`)).toMatchObject({ status: 404 })
    const used = await addSession()
    await fill(used, [1])
    expect(await harness.remove(`/sessions/${used.id}`)).toMatchObject({
      status: 409,
      reply: { code: 'in-use' },
    })
  })
})

describe('filling a session', () => {
  test('uses free future slots in order and names who was left out', async () => {
    const session = await addSession()
    await fill(await addSession({ from: '14:00', until: '15:00' }), [4])
    harness.clock.set('2026-11-24T09:00:00Z')
    const { appointments, leftOut } = await fill(session, [4, 1, 2, 3])
    expect(appointments.map(({ slotId, workerId }) => [slotId, workerId])).toEqual([
      [slotId(session, 1), workerId(1)],
      [slotId(session, 2), workerId(2)],
    ])
    expect(leftOut).toEqual([
      { workerId: workerId(4), reason: 'worker-already-planned' },
      { workerId: workerId(3), reason: 'no-free-slot' },
    ])
  })

  test('plans nobody when one worker is unknown', async () => {
    const session = await addSession()
    const workerIds = [workerId(1), 'nobody-0000000000']
    const draft = { workerIds, examType: 'periodic' }
    expect(await harness.post(`/sessions/${session.id}/fill`, draft)).toMatchObject({
      status: 404,
      reply: { at: '/workerIds/1' },
    })
    expect(await harness.store.read.appointments.ofSession(session.id)).toEqual([])
  })

  test('is refused for an examination that may not be remote', async () => {
    const session = await addSession()
    const draft = { workerIds: [workerId(1)], examType: 'pre-assignment' }
    expect(await harness.post(`/sessions/${session.id}/fill`, draft)).toMatchObject({
      status: 422,
      reply: { code: 'remote-not-allowed', at: '/examType' },
    })
  })
})

describe('inviting a session', () => {
  test('queues one message for each worker with an address, once', async () => {
    const session = await addSession()
    const { appointments } = await fill(session, [1, 2, 5])
    expect(await harness.post(`/sessions/${session.id}/invitations`)).toEqual({
      status: 200,
      reply: { queued: 2, withoutAddress: [appointments[2]?.id] },
    })
    expect((await harness.post(`/sessions/${session.id}/invitations`)).reply).toMatchObject({
      queued: 0,
    })
    const due = await harness.store.read.outbox.due('2026-11-24T08:00:00.000Z', 10)
    expect(
      due.map((message) => ('appointmentId' in message ? message.appointmentId : '')).toSorted(),
    ).toEqual(appointments.slice(0, 2).map((appointment) => appointment.id))
    const { reply } = await harness.get(`/sessions/${session.id}`)
    expect(
      (reply as Session).slots.map(({ appointment }) => [
        appointment?.status,
        appointment?.delivery.state,
      ]),
    ).toEqual([
      ['invited', 'queued'],
      ['invited', 'queued'],
      ['planned', 'none'],
    ])
  })

  test('invites again those whose message was given up', async () => {
    const session = await addSession()
    await fill(session, [1])
    await harness.post(`/sessions/${session.id}/invitations`)
    const at = '2026-11-24T08:00:00.000Z'
    const [message] = await harness.store.read.outbox.due(at, 10)
    await harness.store.write((writer) => writer.outbox.giveUp(message?.id ?? '', at, 'refused'))
    expect((await harness.post(`/sessions/${session.id}/invitations`)).reply).toMatchObject({
      queued: 1,
    })
  })

  test('leaves past slots alone', async () => {
    const session = await addSession()
    await fill(session, [1, 2, 3])
    harness.clock.set('2026-11-24T09:40:00Z')
    expect((await harness.post(`/sessions/${session.id}/invitations`)).reply).toMatchObject({
      queued: 1,
    })
  })
})

describe('an appointment', () => {
  const plan = (draft: AppointmentDraft) => harness.post('/appointments', draft)

  test('is planned, invited, and cancelled, each step told and audited', async () => {
    const session = await addSession()
    harness.told.length = 0
    const planned = await plan({
      slotId: slotId(session, 0),
      workerId: workerId(1),
      examType: 'spontaneous',
    })
    expect(planned).toMatchObject({ status: 201, reply: { status: 'planned', modality: 'remote' } })
    const { id } = planned.reply as Appointment
    expect((await harness.post(`/appointments/${id}/invitation`)).reply).toMatchObject({
      status: 'invited',
      delivery: { state: 'queued', attempts: 0 },
    })
    expect((await harness.post(`/appointments/${id}/cancel`)).reply).toMatchObject({
      appointment: { status: 'cancelled' },
      mailsAt: null,
    })
    expect((await harness.get(`/appointments/${id}`)).reply).toMatchObject({ status: 'cancelled' })
    expect(await harness.post(`/appointments/${id}/cancel`)).toMatchObject({
      status: 409,
      reply: { code: 'transition-refused' },
    })
    expect(harness.told).toEqual([
      `agenda-changed ${clinic.physicianId}`,
      `agenda-changed ${clinic.physicianId}`,
      `appointment-over ${id} physician-ended`,
      `agenda-changed ${clinic.physicianId}`,
    ])
    const entries = await harness.store.read.audit.ofAppointment(id)
    expect(entries.map((entry) => entry.action)).toEqual([
      'appointment-planned',
      'appointment-invited',
      'appointment-cancelled',
    ])
    expect(entries[0]).toMatchObject({
      actor: { kind: 'staff' },
      details: { policyVersion: 0, approval: null, examType: 'spontaneous' },
    })
  })

  test('that becomes a visit in person stays in sight until its slot is filled again', async () => {
    const session = await addSession()
    const { appointments } = await fill(session, [1])
    const id = appointments[0]?.id ?? ''
    expect((await harness.post(`/appointments/${id}/in-person`)).reply).toMatchObject({
      appointment: { status: 'converted', inPersonAskedBy: 'planner' },
    })
    expect(harness.told).toContain(`appointment-over ${id} in-person-instead`)
    const shown = async () =>
      ((await harness.get(`/sessions/${session.id}`)).reply as Session).slots[0]?.appointment
    expect(await shown()).toMatchObject({ id, status: 'converted' })
    const again = await fill(session, [2])
    expect(await shown()).toMatchObject({ id: again.appointments[0]?.id, status: 'planned' })
  })

  test('is refused in a taken slot, for a planned worker, and in a past slot', async () => {
    const session = await addSession()
    const examType = 'maternity'
    await plan({ slotId: slotId(session, 0), workerId: workerId(1), examType })
    expect(
      await plan({ slotId: slotId(session, 0), workerId: workerId(2), examType }),
    ).toMatchObject({ status: 409, reply: { code: 'slot-taken', at: '/slotId' } })
    expect(
      await plan({ slotId: slotId(session, 1), workerId: workerId(1), examType }),
    ).toMatchObject({ status: 409, reply: { code: 'worker-already-planned', at: '/workerId' } })
    harness.clock.set('2026-11-24T10:00:00Z')
    expect(
      await plan({ slotId: slotId(session, 2), workerId: workerId(3), examType }),
    ).toMatchObject({ status: 409, reply: { code: 'slot-past' } })
  })

  test('without an address is not invited', async () => {
    const session = await addSession()
    const { appointments } = await fill(session, [5])
    expect(
      await harness.post(`/appointments/${appointments[0]?.id ?? ''}/invitation`),
    ).toMatchObject({ status: 422, reply: { code: 'no-address' } })
  })

  test('that does not exist is not found', async () => {
    for (const path of ['invitation', 'cancel', 'in-person']) {
      expect(await harness.post(`/appointments/nobody-0000000000/${path}`)).toMatchObject({
        status: 404,
      })
    }
    expect(await harness.get('/appointments/..%2f..%2fetc%2fpasswd')).toMatchObject({ status: 400 })
  })

  test('gets one slot of fifty who ask at once', async () => {
    const session = await addSession()
    await harness.store.write((writer) =>
      writer.workers.add(
        Array.from({ length: 50 }, (_, index) => ({
          id: `crowd-00000000000${String(index).padStart(2, '0')}`,
          employerId: clinic.employerId,
          siteId: null,
          personnelNumber: null,
          firstName: 'Jan',
          lastName: `Peeters ${index}`,
          birthDate: '1980-01-01',
          email: null,
          phone: null,
          language: 'nl',
          needsPicture: false,
          postId: null,
        })),
        '2026-11-24T08:00:00.000Z',
      ),
    )
    const replies = await Promise.all(
      Array.from({ length: 50 }, (_, index) =>
        plan({
          slotId: slotId(session, 0),
          workerId: `crowd-00000000000${String(index).padStart(2, '0')}`,
          examType: 'periodic',
        }),
      ),
    )
    expect(replies.filter(({ status }) => status === 201)).toHaveLength(1)
    expect(replies.filter(({ status }) => status === 409)).toHaveLength(49)
    expect(await harness.store.read.audit.verify()).toMatchObject({ brokenAt: null })
  })
})
