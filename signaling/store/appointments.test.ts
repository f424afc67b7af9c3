import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Physician, Worker } from '../protocol/planning.ts'
import { openStore, type Store } from './store.ts'

let store: Store
beforeEach(async () => {
  store = await openStore(':memory:')
  await store.write(async (writer) => {
    await writer.employers.add({ id: 'employer', name: 'Proximus NV' }, at)
    const site = { employerId: 'employer', name: 'Proximus', address: 'Laan 1', language: 'nl' }
    await writer.employers.addSite({ id: 'site', ...site, language: 'nl' }, at)
    await writer.employers.addRoom({ id: 'room', siteId: 'site', name: '4.12' }, at)
    await writer.physicians.add(physician, at)
    await writer.workers.add([worker, { ...worker, id: 'second', personnelNumber: '2' }], at)
    await writer.sessions.add(
      {
        id: 'session',
        physicianId: 'physician',
        roomId: 'room',
        slotMinutes: 15,
        slots: [
          { id: 'slot', startsAt: '2026-11-24T09:00:00.000Z', endsAt: '2026-11-24T09:15:00.000Z' },
        ],
      },
      at,
    )
  })
})
afterEach(() => store.close())

const at = '2026-11-24T08:00:00.000Z'
const deed = { actor: { kind: 'system', id: null }, at } as const
const physician: Physician = {
  id: 'physician',
  name: 'Dr. Lien Claes',
  email: null,
  registration: null,
  languages: ['nl', 'fr'],
}
const worker: Worker = {
  id: 'worker',
  employerId: 'employer',
  siteId: null,
  personnelNumber: '1',
  firstName: 'An',
  lastName: "D'Hondt",
  birthDate: '1987-03-12',
  email: 'an@example.be',
  phone: null,
  language: 'nl',
  needsPicture: false,
  postId: null,
}

const plan = (workerId = 'worker', id = `appointment-${workerId}`) =>
  store.write((writer) =>
    writer.appointments.create(
      {
        id,
        slotId: 'slot',
        workerId,
        modality: 'remote',
        examType: 'periodic',
        calendarUid: `${id}-uid`,
      },
      deed,
    ),
  )
const invite = (id: string) =>
  store.write((writer) =>
    writer.outbox.queue({ id, appointmentId: 'appointment-worker', kind: 'invitation', at }),
  )
const delivery = async () => (await store.read.appointments.get('appointment-worker'))?.delivery

test('everything around an appointment is read at once', async () => {
  const appointment = await plan()
  expect(await store.read.appointments.context(appointment.id)).toEqual({
    appointment,
    linkVersion: 1,
    calendar: { uid: 'appointment-worker-uid', sequence: 0 },
    worker,
    knownEmail: worker.email,
    legalLanguage: 'nl',
    mobile: worker.phone,
    physician,
    employerName: 'Proximus NV',
    expectedAt: null,
    visit: null,
    place: { room: '4.12', site: 'Proximus', address: 'Laan 1', name: 'Proximus 4.12' },
  })
  expect(await store.read.appointments.context('nothing')).toBeNull()
})

test('a physician’s appointments are those that start within the time', async () => {
  const appointment = await plan()
  const within = (from: `${string}Z`, until: `${string}Z`) =>
    store.read.appointments.ofPhysician('physician', from, until)
  expect(await within('2026-11-24T09:00:00.000Z', '2026-11-24T09:00:00.001Z')).toEqual([
    appointment,
  ])
  expect(await within('2026-11-24T08:00:00.000Z', '2026-11-24T09:00:00.000Z')).toEqual([])
})

describe('the delivery is that of the latest message', () => {
  test('from queued to sent, and queued again', async () => {
    await plan()
    expect(await delivery()).toEqual({ state: 'none', at: null, attempts: 0 })
    await invite('message-1')
    expect(await delivery()).toEqual({ state: 'queued', at, attempts: 0 })
    const later = '2026-11-24T08:05:00.000Z'
    await store.write((writer) => writer.outbox.retryAt('message-1', later, 'refused'))
    expect(await delivery()).toMatchObject({ state: 'queued', attempts: 1 })
    await store.write((writer) => writer.outbox.markSent('message-1', later))
    expect(await delivery()).toEqual({ state: 'sent', at: later, attempts: 1 })
    await invite('a-message-2')
    expect(await delivery()).toEqual({ state: 'queued', at, attempts: 0 })
  })

  test('given up, or superseded', async () => {
    await plan()
    await invite('message-1')
    await store.write((writer) => writer.outbox.giveUp('message-1', at, 'refused'))
    expect(await delivery()).toMatchObject({ state: 'failed', attempts: 1 })
    await invite('message-2')
    await store.write((writer) => writer.outbox.supersede('message-2', at))
    expect(await delivery()).toEqual({ state: 'none', at: null, attempts: 0 })
  })
})

test('a cancelled appointment frees its slot and its worker', async () => {
  await plan()
  await expect(plan('second')).rejects.toMatchObject({ code: 'slot-taken', at: '/slotId' })
  await store.write((writer) =>
    writer.appointments.change('appointment-worker', { type: 'cancel' }, deed),
  )
  expect(await plan('worker', 'again')).toMatchObject({ status: 'planned' })
})

test('the slot of a no-show is free for another, while something is left of it', async () => {
  await plan()
  await store.write((writer) =>
    writer.appointments.change(
      'appointment-worker',
      { type: 'record-outcome', outcome: 'not-reached', workerCame: false },
      deed,
    ),
  )
  expect(await store.read.offers.refills()).toHaveLength(1)
  expect(await plan('second')).toMatchObject({ status: 'planned' })
  expect(await store.read.offers.refills()).toEqual([])
})

test('a step that makes no sense is refused and leaves no trace', async () => {
  await plan()
  const accept = () =>
    store.write((writer) =>
      writer.appointments.change('appointment-worker', { type: 'accept' }, deed),
    )
  await expect(accept()).rejects.toMatchObject({ code: 'transition-refused' })
  expect(await store.read.audit.ofAppointment('appointment-worker')).toHaveLength(1)
  await expect(
    store.write((writer) => writer.appointments.change('nothing', { type: 'cancel' }, deed)),
  ).rejects.toMatchObject({ code: 'not-found' })
})

test('links are revoked by their version', async () => {
  await plan()
  await store.write((writer) => writer.appointments.revokeLinks('appointment-worker', deed))
  expect(await store.read.appointments.context('appointment-worker')).toMatchObject({
    linkVersion: 2,
  })
})
