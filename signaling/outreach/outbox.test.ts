import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { toInstant } from '../clock.ts'
import { AppError } from '../errors.ts'
import { systemActor } from '../identity/identity.ts'
import type { Id } from '../protocol/primitives.ts'
import type { AppointmentEvent } from '../rules/appointment-life.ts'
import type { Store } from '../store/store.ts'
import { createLocalMailer } from './local-mailer.ts'
import type { Delivery, Mailer } from './mailer.ts'
import { openOutbox } from './outbox.ts'
import {
  createGate,
  createManualTimer,
  createScriptedMailer,
  deliveryOf,
  house,
  invite,
  linkFor,
  openPlannedStore,
  silentLog,
  withoutSms,
  type Planned,
} from './testing.ts'

type Options = NonNullable<Parameters<typeof openPlannedStore>[1]>

async function plan(count = 1, options: Options = {}) {
  const planned = await openPlannedStore(count, options)
  onTestFinished(() => planned.store.close())
  const [first] = planned.appointmentIds
  if (first === undefined) throw new Error('nobody planned')
  return { ...planned, first }
}

function open(
  planned: Pick<Planned, 'clock' | 'makeId'>,
  mailer: Mailer,
  store: Pick<Store, 'read' | 'write'>,
) {
  const timer = createManualTimer()
  const outbox = openOutbox({
    store,
    mailer,
    clock: planned.clock,
    makeId: planned.makeId,
    urlFor: linkFor,
    offerUrlFor: linkFor,
    mailedLinks: { tokenOf: (id) => id },
    house,
    ...withoutSms,
    log: silentLog,
    setTimer: timer.setTimer,
    random: () => 1,
  })
  onTestFinished(() => outbox.close())
  return { outbox, ...timer }
}

const sentBy = (mailer: { readonly sent: readonly { readonly id: Id }[] }) =>
  mailer.sent.map((mail) => mail.id)
const always = (delivery: Delivery) => createScriptedMailer(() => delivery)
const postponed: Delivery = { kind: 'postponed', error: 'etimedout' }
const minute = 60_000

describe('the outbox', () => {
  test('sends at its start what an earlier run left', async () => {
    const planned = await plan(5)
    const ids: Id[] = []
    for (const id of planned.appointmentIds) ids.push(await invite(planned, id))
    const scripted = always({ kind: 'sent' })
    await open(planned, scripted.mailer, planned.store).asleep()
    expect(sentBy(scripted).toSorted()).toEqual(ids.toSorted())
    expect(await deliveryOf(planned.store, planned.first)).toMatchObject({ state: 'sent' })
  })

  test('sends when it is woken, each message once', async () => {
    const planned = await plan()
    const scripted = always({ kind: 'sent' })
    const { outbox, asleep } = open(planned, scripted.mailer, planned.store)
    await asleep()
    const id = await invite(planned, planned.first)
    outbox.wake()
    outbox.wake()
    await outbox.close()
    expect(sentBy(scripted)).toEqual([id])
  })

  test('sends what was queued while it was busy', async () => {
    const planned = await plan(2)
    const [, second = ''] = planned.appointmentIds
    await invite(planned, planned.first)
    const woken: (() => void)[] = []
    const scripted = createScriptedMailer(async () => {
      if (scripted.sent.length === 1) {
        await invite(planned, second)
        for (const wake of woken) wake()
      }
      return { kind: 'sent' }
    })
    const { outbox, asleep } = open(planned, scripted.mailer, planned.store)
    woken.push(() => outbox.wake())
    await asleep()
    expect(scripted.sent.map((mail) => mail.to.address)).toEqual([
      'anna0@example.be',
      'anna1@example.be',
    ])
  })

  test('tries a postponed message again with the same id, later each time', async () => {
    const planned = await plan()
    const id = await invite(planned, planned.first)
    const scripted = createScriptedMailer(() =>
      scripted.sent.length < 3 ? postponed : { kind: 'sent' },
    )
    const { asleep, delays, ring } = open(planned, scripted.mailer, planned.store)
    await asleep()
    expect(delays()).toEqual([0.5 * minute])
    planned.clock.advance(0.5 * minute)
    ring()
    await asleep()
    expect(delays()).toEqual([minute])
    expect(await deliveryOf(planned.store, planned.first)).toMatchObject({
      state: 'queued',
      attempts: 2,
    })
    planned.clock.advance(minute)
    ring()
    await asleep()
    expect(sentBy(scripted)).toEqual([id, id, id])
    expect(await deliveryOf(planned.store, planned.first)).toMatchObject({ state: 'sent' })
  })

  test('does not try a postponed message before its time', async () => {
    const planned = await plan()
    await invite(planned, planned.first)
    const scripted = always(postponed)
    const { outbox, asleep } = open(planned, scripted.mailer, planned.store)
    await asleep()
    planned.clock.advance(0.5 * minute - 1)
    outbox.wake()
    await outbox.close()
    expect(scripted.sent).toHaveLength(1)
  })

  test('fails for good what is refused', async () => {
    const planned = await plan()
    await invite(planned, planned.first)
    const scripted = always({ kind: 'refused', error: 'smtp-550' })
    await open(planned, scripted.mailer, planned.store).asleep()
    expect(await deliveryOf(planned.store, planned.first)).toMatchObject({
      state: 'failed',
      attempts: 1,
    })
  })

  test('gives up a message when the appointment is over', async () => {
    const planned = await plan()
    await invite(planned, planned.first)
    const scripted = always(postponed)
    const { asleep, ring } = open(planned, scripted.mailer, planned.store)
    await asleep()
    planned.clock.advance(80 * minute)
    ring()
    await asleep()
    expect(scripted.sent).toHaveLength(1)
    expect(await deliveryOf(planned.store, planned.first)).toMatchObject({ state: 'failed' })
  })

  test.each(['cancel', 'prefer-in-person', 'plan-in-person'] as const)(
    'sends nothing for an appointment that saw "%s" meanwhile',
    async (type) => {
      const planned = await plan()
      await invite(planned, planned.first)
      const at = toInstant(planned.clock.now())
      await planned.store.write((writer) =>
        writer.appointments.change(planned.first, { type }, { actor: systemActor, at }),
      )
      const scripted = always({ kind: 'sent' })
      await open(planned, scripted.mailer, planned.store).asleep()
      expect(scripted.sent).toEqual([])
      expect(await planned.store.read.outbox.nextDueAt()).toBeNull()
    },
  )

  describe('calls off what the planner ended while its first mail was on its way:', () => {
    const deed = ({ clock }: Planned) => ({ actor: systemActor, at: toInstant(clock.now()) })
    const change = (planned: Planned, id: Id, event: AppointmentEvent) =>
      planned.store.write(({ appointments }) => appointments.change(id, event, deed(planned)))
    /** Returns what the worker's calendar is told. */
    async function told(
      end: (planned: Planned, id: Id, message: Id) => Promise<unknown>,
      before: (planned: Planned, id: Id) => Promise<unknown> = async () => {},
    ) {
      const planned = await plan()
      await before(planned, planned.first)
      const message = await invite(planned, planned.first)
      const scripted = createScriptedMailer(async () => {
        if (scripted.sent.length === 1) await end(planned, planned.first, message)
        return { kind: 'sent' }
      })
      await open(planned, scripted.mailer, planned.store).asleep()
      return scripted.sent.map(({ calendar }) => calendar?.method)
    }

    test('cancelled, or to be a visit', async () => {
      for (const type of ['cancel', 'plan-in-person'] as const) {
        const ended = (planned: Planned, id: Id) => change(planned, id, { type })
        expect(await told(ended)).toEqual(['REQUEST', 'CANCEL'])
      }
    })

    test('taken back with the whole filling, its mail withdrawn too late', async () => {
      const takenBack = (planned: Planned, id: Id, message: Id) =>
        planned.store.write(async (writer) => {
          const { at } = deed(planned)
          await writer.outbox.supersede(message, at)
          await writer.appointments.takeBackPlan(id, at, deed(planned))
        })
      expect(await told(takenBack)).toEqual(['REQUEST', 'CANCEL'])
    })

    test('not what the worker turned into a visit, nor what they knew of before', async () => {
      const chosen = (planned: Planned, id: Id) => change(planned, id, { type: 'prefer-in-person' })
      expect(await told(chosen)).toEqual(['REQUEST'])
      const toldBefore = async (planned: Planned, id: Id) => {
        const message = await invite(planned, id)
        await planned.store.write(({ outbox }) => outbox.markSent(message, deed(planned).at))
      }
      const declined = (planned: Planned, id: Id) => change(planned, id, { type: 'cancel' })
      expect(await told(declined, toldBefore)).toEqual(['REQUEST'])
    })
  })

  test('sends once to someone who was invited twice before it looked', async () => {
    const planned = await plan()
    await invite(planned, planned.first)
    const second = await invite(planned, planned.first)
    const scripted = always({ kind: 'sent' })
    await open(planned, scripted.mailer, planned.store).asleep()
    expect(sentBy(scripted)).toEqual([second])
  })

  test.each([null, 'anna@example.be, eve@evil.be', 'anna\r\nBcc: eve@evil.be', 'anna'])(
    'fails what has %j for an address, and sends the rest',
    async (email) => {
      const planned = await plan(2, { emails: [email, 'an@example.be'] })
      for (const id of planned.appointmentIds) await invite(planned, id)
      const scripted = always({ kind: 'sent' })
      await open(planned, scripted.mailer, planned.store).asleep()
      expect(scripted.sent.map((mail) => mail.to.address)).toEqual(['an@example.be'])
      expect(await deliveryOf(planned.store, planned.first)).toMatchObject({ state: 'failed' })
    },
  )

  test('does not let one mail that cannot be made hold up the others', async () => {
    const planned = await plan(2)
    for (const id of planned.appointmentIds) await invite(planned, id)
    const timer = createManualTimer()
    const scripted = always({ kind: 'sent' })
    const outbox = openOutbox({
      store: planned.store,
      mailer: scripted.mailer,
      clock: planned.clock,
      makeId: planned.makeId,
      offerUrlFor: linkFor,
      mailedLinks: { tokenOf: (id) => id },
      urlFor: (appointment, locale) => {
        if (appointment.id === planned.first) throw new Error('no key')
        return linkFor(appointment, locale)
      },
      house,
      ...withoutSms,
      log: silentLog,
      setTimer: timer.setTimer,
    })
    onTestFinished(() => outbox.close())
    await timer.asleep()
    expect(scripted.sent.map((mail) => mail.to.address)).toEqual(['anna1@example.be'])
    expect(await deliveryOf(planned.store, planned.first)).toMatchObject({ state: 'queued' })
  })

  test('does not send again what left but could not be written down', async () => {
    const planned = await plan()
    await invite(planned, planned.first)
    const scripted = always({ kind: 'sent' })
    let refusals = 2
    const { asleep, ring, outbox } = open(planned, scripted.mailer, {
      read: planned.store.read,
      write: (work) =>
        refusals-- > 0 ? Promise.reject(new AppError('unavailable')) : planned.store.write(work),
    })
    await asleep()
    outbox.wake()
    ring()
    await asleep()
    ring()
    await outbox.close()
    expect(scripted.sent).toHaveLength(1)
    expect(await deliveryOf(planned.store, planned.first)).toMatchObject({ state: 'sent' })
  })

  test('waits at its close for the mail that is on its way, and takes no other', async () => {
    const planned = await plan(5)
    for (const id of planned.appointmentIds) await invite(planned, id)
    const answers: ((delivery: Delivery) => void)[] = []
    const scripted = createScriptedMailer(
      () => new Promise<Delivery>((resolve) => void answers.push(resolve)),
    )
    const started = createGate()
    const mailer: Mailer = {
      send(mail, signal) {
        const delivery = scripted.mailer.send(mail, signal)
        if (scripted.sent.length === 3) started.open()
        return delivery
      },
    }
    const { outbox } = open(planned, mailer, planned.store)
    await started.opened
    const closed = outbox.close()
    for (const answer of answers) answer({ kind: 'sent' })
    await closed
    expect(scripted.sent).toHaveLength(3)
    expect(await planned.store.read.outbox.due(toInstant(planned.clock.now()), 10)).toHaveLength(2)
  })

  test('cuts off at its close what takes too long, and keeps it for the next run', async () => {
    const planned = await plan()
    await invite(planned, planned.first)
    const started = createGate()
    const mailer: Mailer = {
      send: (_mail, signal) =>
        new Promise((resolve) => {
          signal.addEventListener('abort', () => resolve({ kind: 'postponed', error: 'eabort' }))
          started.open()
        }),
    }
    const { outbox, ring } = open(planned, mailer, planned.store)
    await started.opened
    const closed = outbox.close()
    ring()
    await closed
    expect(await deliveryOf(planned.store, planned.first)).toMatchObject({ state: 'queued' })
  })

  test('goes on after the database was away', async () => {
    const planned = await plan()
    await invite(planned, planned.first)
    const scripted = always({ kind: 'sent' })
    let away = true
    const { asleep, ring } = open(planned, scripted.mailer, {
      write: (work) => planned.store.write(work),
      read: {
        ...planned.store.read,
        outbox: {
          ...planned.store.read.outbox,
          due: (now, limit) =>
            away
              ? Promise.reject(new Error('SQLITE_BUSY'))
              : planned.store.read.outbox.due(now, limit),
        },
      },
    })
    await asleep()
    expect(scripted.sent).toEqual([])
    away = false
    ring()
    await asleep()
    expect(scripted.sent).toHaveLength(1)
  })
})

describe('the local mailbox', () => {
  test('holds each mail once, with its text and its calendar entry', async () => {
    const planned = await plan(2)
    const id = await invite(planned, planned.first)
    const { asleep, outbox } = open(planned, createLocalMailer(planned.clock), planned.store)
    await asleep()
    outbox.wake()
    await outbox.close()
    expect(await planned.store.read.mailbox.list(10)).toEqual([
      {
        id,
        at: '2026-11-24T08:00:00.000Z',
        to: "Anna0 D'Hondt <anna0@example.be>",
        subject: 'Uw afspraak op dinsdag 24 november om 10:00',
      },
    ])
    const mail = await planned.store.read.mailbox.get(id)
    expect(mail?.text).toContain(`/worker/?lang=nl#${planned.first}`)
    expect(mail?.attachments).toMatchObject([{ name: 'afspraak.ics' }])
    expect(mail?.attachments[0]?.text).toContain('METHOD:REQUEST')
  })

  test('has no mail that is not marked as sent, nor the other way round', async () => {
    const planned = await plan()
    const id = await invite(planned, planned.first)
    const failing: Pick<Store, 'read' | 'write'> = {
      read: planned.store.read,
      write: (work) =>
        planned.store.write(async (writer) => {
          await work(writer)
          throw new AppError('storage-full')
        }),
    }
    const first = open(planned, createLocalMailer(planned.clock), failing)
    await first.asleep()
    const closed = first.outbox.close()
    first.ring()
    await closed
    expect(await planned.store.read.mailbox.get(id)).toBeNull()
    expect(await deliveryOf(planned.store, planned.first)).toMatchObject({ state: 'queued' })
    await open(planned, createLocalMailer(planned.clock), planned.store).asleep()
    expect(await planned.store.read.mailbox.get(id)).not.toBeNull()
  })
})

test('no call link lies in the database, neither before nor after its mail has left', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'visite-outbox-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const planned = await plan(1, { file: join(folder, 'visite.sqlite') })
  await invite(planned, planned.first)
  const scripted = always({ kind: 'sent' })
  await open(planned, scripted.mailer, planned.store).asleep()
  expect(scripted.sent[0]?.text).toContain('/worker/?lang=')
  for (const file of readdirSync(folder, { withFileTypes: true })) {
    if (file.isFile())
      expect(readFileSync(join(folder, file.name), 'latin1')).not.toContain('/worker/')
  }
})
