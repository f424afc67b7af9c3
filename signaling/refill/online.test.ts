/** A slot that became free, offered on the page of somebody who is there already: through real sockets. */
import { describe, expect, test } from 'vitest'
import { toInstant } from '../clock.ts'
import type { OfferOnPage } from '../protocol/offers.ts'
import { openTestHouse, ringOf, type TestPage } from '../socket/test-house.ts'

const minute = 60_000

/** It is 08:00; two have appointments at 09:00 and 09:15, and the second is on their page. */
async function open({ reach = {} }: { reach?: { email?: null; phone?: null } } = {}) {
  const house = await openTestHouse()
  const { app, store, time, origin } = house
  const { clinic, cookies, desk, first, second, firstId, secondId } = await house.openClinic()
  const worker = clinic.workers[1]
  if (worker === undefined) throw new Error('nobody')
  const at = toInstant(time.clock.now())
  await store.write(({ workers }) => workers.update({ ...worker, ...reach }, at))
  await desk.hello()
  await second.hello()
  const planner = await house.signInStaff(clinic.planner.id)
  const post = (url: string, cookie: string, payload: object = {}) =>
    app.inject({ method: 'POST', url: `/api${url}`, headers: { origin, cookie }, payload })
  return {
    ...house,
    clinic,
    cookies,
    desk,
    first,
    second,
    firstId,
    secondId,
    post,
    cancelFirst: () => post(`/appointments/${firstId}/cancel`, planner),
    plan: (workerId: string | undefined) =>
      post('/appointments', planner, {
        slotId: clinic.slotIds[0],
        workerId,
        examType: 'periodic',
      }),
    read: async (offerId: string, cookie = cookies.second) =>
      app.inject({ url: `/api/my-appointment/offers/${offerId}`, headers: { origin, cookie } }),
    answer: async (offerId: string, what: 'accept' | 'decline', cookie = cookies.second) =>
      post(`/my-appointment/offers/${offerId}/${what}`, cookie),
  }
}

/** Waits until the page shows an offer, or none. */
async function shown(page: TestPage, isOffered: boolean): Promise<string> {
  for (;;) {
    const { offerId } = (await page.next('consultation')).consultation
    if ((offerId !== undefined) === isOffered) return offerId ?? ''
  }
}

describe('whoever is on their page when a slot before theirs becomes free', () => {
  test('is asked first, there; one tap takes exactly this slot', async () => {
    const { cancelFirst, second, secondId, clinic, read, answer, store } = await open()
    await cancelFirst()
    const offerId = await shown(second, true)
    expect(await store.read.offers.get(offerId)).toMatchObject({
      reason: 'online',
      slotId: clinic.slotIds[0],
      workerId: clinic.workers[1]?.id,
    })
    const seen = (await read(offerId)).json<OfferOnPage>()
    expect(seen).toMatchObject({
      state: 'open',
      startsAt: '2026-11-24T09:00:00.000Z',
      insteadOf: '2026-11-24T09:15:00.000Z',
    })
    expect(seen).not.toHaveProperty('callLink')
    expect((await answer(offerId, 'accept')).json<OfferOnPage>().state).toBe('accepted')
    await shown(second, false)
    expect(await store.read.appointments.get(secondId)).toMatchObject({
      slotId: clinic.slotIds[0],
      status: 'accepted',
    })
  })

  test('is asked there even without an address and a number, and no message fails', async () => {
    const reach = { email: null, phone: null }
    const { cancelFirst, second, secondId, answer, store, log, time } = await open({ reach })
    await cancelFirst()
    const offerId = await shown(second, true)
    expect((await answer(offerId, 'accept')).json<OfferOnPage>().state).toBe('accepted')
    expect((await store.read.appointments.get(secondId))?.status).toBe('accepted')
    expect(await store.read.outbox.due(toInstant(time.clock.now()), 9)).toEqual([])
    expect(await store.read.mailbox.list(9)).toEqual([])
    expect(log.filter((line) => line.includes('message not sent'))).toEqual([])
  })

  test('still finds it after the page was loaded again', async () => {
    const { cancelFirst, second, cookies, upgrade } = await open()
    await cancelFirst()
    const offerId = await shown(second, true)
    const again = await upgrade('/ws/worker', cookies.second)
    const { consultations } = await again.hello({ takeOver: true })
    expect(consultations[0]?.offerId).toBe(offerId)
  })

  test('no longer sees it when they said no, and keeps what they have', async () => {
    const { cancelFirst, second, secondId, answer, store } = await open()
    await cancelFirst()
    const offerId = await shown(second, true)
    expect((await answer(offerId, 'decline')).json<OfferOnPage>().state).toBe('declined')
    await shown(second, false)
    expect((await store.read.appointments.get(secondId))?.startsAt).toBe('2026-11-24T09:15:00.000Z')
  })

  test('no longer sees it when the time to answer is over; a tap then takes nothing', async () => {
    const { cancelFirst, second, read, answer, desk, time, minutePassed } = await open()
    await cancelFirst()
    const offerId = await shown(second, true)
    const { until } = (await read(offerId)).json<OfferOnPage>()
    while (time.clock.now() < Date.parse(until)) {
      time.stall(minute)
      await Promise.all([second.settled(), desk.settled()])
    }
    expect((await answer(offerId, 'accept')).json<OfferOnPage>().state).toBe('expired')
    await minutePassed()
    await shown(second, false)
  })

  test('no longer sees it when somebody else has it; a tap then takes nothing', async () => {
    const { cancelFirst, second, plan, clinic, answer } = await open()
    await cancelFirst()
    const offerId = await shown(second, true)
    expect((await plan(clinic.workers[3]?.id)).statusCode).toBe(201)
    await shown(second, false)
    expect((await answer(offerId, 'accept')).json<OfferOnPage>().state).toBe('withdrawn')
  })

  test('reads it alone: neither the desk’s view nor another worker’s login tells of it', async () => {
    const { cancelFirst, second, desk, cookies, read, answer } = await open()
    await cancelFirst()
    const offerId = await shown(second, true)
    expect((await read(offerId, cookies.first)).statusCode).toBe(404)
    expect((await answer(offerId, 'accept', cookies.first)).statusCode).toBe(404)
    await desk.settled()
    expect(JSON.stringify(desk.received)).not.toContain(offerId)
  })

  test('is not asked while they are rung or talked to', async () => {
    const { cancelFirst, second, secondId, desk, store } = await open()
    desk.say({ type: 'ring', appointmentId: secondId })
    const ringId = await ringOf(second)
    second.say({ type: 'answer', appointmentId: secondId, ringId })
    await second.next('call-opened')
    await cancelFirst()
    await expect.poll(() => store.read.offers.refills()).toHaveLength(1)
    expect(await store.read.offers.open()).toEqual([])
  })
})
