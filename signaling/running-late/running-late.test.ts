import { expect, onTestFinished, test } from 'vitest'
import { toInstant } from '../clock.ts'
import type { LiveProgress } from '../consultation/consultations.ts'
import { systemActor } from '../identity/identity.ts'
import { silentLog } from '../outreach/testing.ts'
import type { Id, Instant } from '../protocol/primitives.ts'
import { openStore } from '../store/store.ts'
import { createFixedClock, createManualMinutes, createSequentialIds } from '../testing/clock.ts'
import { addClinic } from '../testing/fixtures.ts'
import { watchDelays } from './running-late.ts'

const minute = 60_000
const start = Date.parse('2026-11-24T09:00:00Z')
const absent: LiveProgress = { inCallSince: null, workerHere: false }

/** Four appointments of a quarter of an hour from 09:00 UTC on, all of them invited. */
async function open({ bySms = false } = {}) {
  const store = await openStore(':memory:')
  onTestFinished(() => store.close())
  const clock = createFixedClock()
  const makeId = createSequentialIds()
  const { appointments } = await addClinic(store, {
    makeId,
    now: clock.now(),
    appointments: 4,
    sessionStart: toInstant(start),
  })
  const ids = appointments.map(({ id }) => id)
  const deed = { actor: systemActor, at: toInstant(clock.now()) }
  await store.write(async (writer) => {
    for (const id of ids) await writer.appointments.change(id, { type: 'invite' }, deed)
  })
  const progress = new Map<Id, LiveProgress>()
  const shown = new Map<Id, Instant | null>()
  const minutes = createManualMinutes()
  const watch = () => {
    const watcher = watchDelays({
      store,
      live: {
        progress: (id) => progress.get(id) ?? absent,
        expect: (id, expectedAt) => void shown.set(id, expectedAt),
      },
      clock,
      makeId,
      bySms,
      timeZone: 'Europe/Brussels',
      eachMinute: minutes.eachMinute,
      wakeOutbox: () => {},
      log: silentLog,
    })
    onTestFinished(() => watcher.close())
    return watcher
  }
  return {
    store,
    ids,
    watch,
    /** At so many minutes after nine. */
    look: async (after: number): Promise<void> => {
      clock.set(start + after * minute)
      await minutes.pass()
    },
    inCall: (which: number, sinceAfter: number) =>
      progress.set(ids[which] ?? '', {
        inCallSince: start + sinceAfter * minute,
        workerHere: true,
      }),
    here: (which: number) => progress.set(ids[which] ?? '', { ...absent, workerHere: true }),
    done: (which: number) =>
      store.write((writer) =>
        writer.appointments.change(
          ids[which] ?? '',
          { type: 'record-outcome', outcome: 'done-by-video', workerCame: true },
          deed,
        ),
      ),
    shown: () => ids.map((id) => shown.get(id)?.slice(11, 16) ?? null),
    /** The mails that wait, as "delay 2" for the third appointment's. */
    mails: async (): Promise<string[]> => {
      const waiting = await store.read.outbox.due(toInstant(clock.now()), 20)
      return waiting.map(
        (each) => `${each.kind} ${'appointmentId' in each ? ids.indexOf(each.appointmentId) : ''}`,
      )
    },
  }
}

test('while the physician keeps to the time nobody is shown or told anything', async () => {
  const { watch, look, inCall, shown, mails } = await open()
  watch()
  inCall(0, 0)
  for (const after of [0, 5, 14]) await look(after)
  expect(shown()).toEqual([null, null, null, null])
  expect(await mails()).toEqual([])
})

test('a call that began late moves the expected start of everyone after it, to five minutes', async () => {
  const { watch, look, inCall, shown } = await open()
  watch()
  inCall(0, 8)
  await look(10)
  expect(shown()).toEqual([null, '09:25', '09:40', '09:55'])
})

test('who waits reads it, who is not there yet gets one mail, and one when it is nearly their turn', async () => {
  const { watch, look, inCall, here, done, mails } = await open()
  watch()
  inCall(0, 20)
  here(1)
  await look(21)
  expect(await mails()).toEqual(['delay 2', 'delay 3'])
  await look(22)
  expect(await mails()).toHaveLength(2)
  await done(0)
  inCall(1, 35)
  await look(41)
  expect(await mails()).toEqual(['delay 2', 'delay 3', 'call-in 2'])
  await look(42)
  expect(await mails()).toHaveLength(3)
})

test('with an SMS gateway each mail has an SMS beside it', async () => {
  const { watch, look, inCall, here, mails } = await open({ bySms: true })
  watch()
  inCall(0, 20)
  here(1)
  await look(21)
  expect((await mails()).toSorted()).toEqual(['delay 2', 'delay 3', 'delay-sms 2', 'delay-sms 3'])
})

test('a restart tells nobody again', async () => {
  const { watch, look, inCall, mails } = await open()
  const first = watch()
  inCall(0, 20)
  await look(21)
  const before = await mails()
  expect(before).toHaveLength(3)
  await first.close()
  watch()
  await look(22)
  expect(await mails()).toEqual(before)
})

test('a restart tells nobody for two minutes, until the pages that were open had time to come back', async () => {
  const { watch, look, inCall, mails } = await open()
  await look(20)
  watch()
  inCall(0, 20)
  await look(21)
  expect(await mails()).toEqual([])
  await look(22)
  expect(await mails()).toEqual(['delay 1', 'delay 2', 'delay 3'])
})

test('someone who does not come is no delay of the physician’s', async () => {
  const { watch, look, here, shown, mails } = await open()
  watch()
  here(1)
  await look(14)
  expect(shown()).toEqual([null, null, null, null])
  expect(await mails()).toEqual([])
})

test('a physician who has not begun is late for whoever waits', async () => {
  const { watch, look, here, shown } = await open()
  watch()
  here(0)
  await look(9)
  expect(shown()).toEqual(['09:10', '09:25', '09:40', '09:55'])
})

test('each mail leaves one entry in the audit log, with the time that it says', async () => {
  const { store, ids, watch, look, inCall } = await open()
  watch()
  inCall(0, 20)
  await look(21)
  const entries = await store.read.audit.ofAppointment(ids[3] ?? '')
  expect(entries.filter(({ action }) => action === 'told-of-delay')).toMatchObject([
    { actor: systemActor, details: { expectedAt: '2026-11-24T10:05:00.000Z' } },
  ])
  const context = await store.read.appointments.context(ids[3] ?? '')
  expect(context?.expectedAt).toBe('2026-11-24T10:05:00.000Z')
})
