/** What the tests of outreach share: a store with invited workers, a timer turned by hand, a mailer that does as told. */
import { toInstant } from '../clock.ts'
import { systemActor } from '../identity/identity.ts'
import { createShortLinks } from '../identity/short-link.ts'
import type { Id, Locale } from '../protocol/primitives.ts'
import { openStore, type Store } from '../store/store.ts'
import { createFixedClock, createSequentialIds } from '../testing/clock.ts'
import type { House, Invitation } from './invitation.ts'
import type { Delivery, Mailer, OutgoingMail } from './mailer.ts'
import type { SetTimer } from './timer.ts'

export const house: House = {
  service: { name: 'Prevenia', phone: '02 555 01 00' },
  serviceAddress: null,
  sender: { name: 'Prevenia', address: 'afspraken@prevenia.be' },
  timeZone: 'Europe/Brussels',
  publicUrl: 'https://visite.example.be',
}

export const invitation: Invitation = {
  id: 'mail-0000000000000001',
  queuedAt: '2026-11-10T10:00:00.000Z',
  startsAt: '2026-11-24T08:30:00.000Z',
  endsAt: '2026-11-24T08:50:00.000Z',
  expectedAt: '2026-11-24T08:30:00.000Z',
  worker: { firstName: 'Anna', lastName: 'Peeters', email: 'anna@example.be', language: 'en' },
  legalLanguage: 'en',
  physician: { name: 'Dr. Lien Claes', registration: '1-23456-78-901' },
  placeName: null,
  calendarUid: 'appointment-1@visite',
  calendarSequence: 0,
  callLink: 'https://visite.example.be/worker/?lang=en#token.of.anna',
}

export const linkFor = (appointment: { id: Id }, locale: Locale) =>
  `https://visite.example.be/worker/?lang=${locale}#${appointment.id}`

const minute = 60_000

/** Opens a store in memory with one session in an hour and this many workers, and returns their appointments. */
export async function openPlannedStore(
  count: number,
  options: { file?: string; language?: Locale; emails?: readonly (string | null)[] } = {},
) {
  const clock = createFixedClock()
  const makeId = createSequentialIds()
  const store = await openStore(options.file ?? ':memory:')
  const at = toInstant(clock.now())
  const [employerId, siteId, roomId, physicianId] = [makeId(), makeId(), makeId(), makeId()]
  const startsAt = clock.now() + 60 * minute
  const workers = Array.from({ length: count }, (_, index) => ({
    id: makeId(),
    employerId,
    siteId,
    personnelNumber: null,
    firstName: `Anna${index}`,
    lastName: "D'Hondt",
    birthDate: '1987-03-12',
    email:
      options.emails === undefined ? `anna${index}@example.be` : (options.emails[index] ?? null),
    phone: null,
    language: options.language ?? 'nl',
    needsPicture: false,
    postId: null,
  }))
  const slots = workers.map((_, index) => ({
    id: makeId(),
    startsAt: toInstant(startsAt + index * 20 * minute),
    endsAt: toInstant(startsAt + (index + 1) * 20 * minute),
  }))
  const appointmentIds = workers.map(() => makeId())
  await store.write(async (writer) => {
    const site = {
      id: siteId,
      employerId,
      name: 'Proximus',
      address: null,
      language: 'nl',
    } as const
    await writer.employers.add({ id: employerId, name: 'Acme' }, at)
    await writer.employers.addSite(site, at)
    await writer.employers.addRoom({ id: roomId, siteId, name: '4.12' }, at)
    const physician = {
      id: physicianId,
      name: 'Dr. Lien Claes',
      email: null,
      registration: null,
      languages: [],
    }
    await writer.physicians.add(physician, at)
    await writer.workers.add(workers, at)
    await writer.sessions.add({ id: makeId(), physicianId, roomId, slotMinutes: 20, slots }, at)
    for (const [index, id] of appointmentIds.entries()) {
      await writer.appointments.create(
        {
          id,
          slotId: slots[index]?.id ?? '',
          workerId: workers[index]?.id ?? '',
          modality: 'remote',
          examType: 'maternity',
          calendarUid: `${id}@visite`,
        },
        { actor: systemActor, at },
      )
    }
  })
  return { store, clock, makeId, appointmentIds }
}

/** Invites as the planner's endpoint does, and returns the message's id. */
export async function invite(
  { store, clock, makeId }: Pick<Planned, 'store' | 'clock' | 'makeId'>,
  appointmentId: Id,
): Promise<Id> {
  const id = makeId()
  const at = toInstant(clock.now())
  await store.write(async (writer) => {
    await writer.appointments.change(appointmentId, { type: 'invite' }, { actor: systemActor, at })
    await writer.outbox.queue({ id, appointmentId, kind: 'invitation', at })
  })
  return id
}
export type Planned = Awaited<ReturnType<typeof openPlannedStore>>

/** Where the planner sees an invitation stand. */
export async function deliveryOf(store: Store, appointmentId: Id) {
  return (await store.read.appointments.get(appointmentId))?.delivery
}

/** A mailer that answers as told and remembers what it was given. */
export function createScriptedMailer(answer: (mail: OutgoingMail) => Delivery | Promise<Delivery>) {
  const sent: OutgoingMail[] = []
  const mailer: Mailer = {
    async send(mail) {
      sent.push(mail)
      return answer(mail)
    },
  }
  return { mailer, sent }
}

/** Timers that ring when the test says so; `asleep` resolves when the outbox has nothing to do but wait. */
export function createManualTimer() {
  const timers = new Set<{ delayMs: number; work: () => void }>()
  let onSet = () => {}
  const setTimer: SetTimer = (delayMs, work) => {
    const timer = { delayMs, work }
    timers.add(timer)
    onSet()
    return () => timers.delete(timer)
  }
  return {
    setTimer,
    delays: () => [...timers].map((timer) => timer.delayMs),
    /** Resolves when a timer is set. */
    asleep: () =>
      new Promise<void>((resolve) => {
        if (timers.size > 0) resolve()
        else onSet = resolve
      }),
    ring: () => {
      const due = [...timers]
      timers.clear()
      for (const timer of due) timer.work()
    },
  }
}

/** An outbox that sends mail only. */
export const withoutSms = {
  smsGateway: null,
  shortLinks: createShortLinks(new Uint8Array(32), house.publicUrl),
}

export const silentLog = { info() {}, warn() {}, error() {} }

/** A promise that the test keeps with its own hands. */
export function createGate() {
  let open = () => {}
  const opened = new Promise<void>((resolve) => {
    open = resolve
  })
  return { opened, open: () => open() }
}
