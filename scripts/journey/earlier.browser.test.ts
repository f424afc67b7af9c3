/** Somebody waits on their page, and a moment before theirs becomes free: one tap there takes exactly that one. In real browsers. */
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { texts as earlier } from '../../client/i18n/earlier/en.ts'
import type { DueReply } from '../../signaling/protocol/due.ts'
import type { Mail } from '../../signaling/protocol/mailbox.ts'
import type { MyAppointment } from '../../signaling/protocol/my-appointment.ts'
import type { Appointment, Physician, Session } from '../../signaling/protocol/planning.ts'
import { inEnglish, workerActs } from './acts.ts'
import { chromiumPath, openPerson } from './browser.ts'
import { keepJourneys } from './journeys.ts'
import { noonZone } from './visite-process.ts'

const journeys = keepJourneys()
const minute = 60_000

/** Asks the server as the office's own page does. */
async function ask<Reply>(page: Page, path: string, body: object | null = null): Promise<Reply> {
  return page.evaluate(
    async ([url, payload]) => {
      const reply = await fetch(`/api${url}`, {
        method: payload === null ? 'GET' : 'POST',
        ...(payload !== null && {
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(payload),
        }),
      })
      if (!reply.ok) throw new Error(`${url}: ${await reply.text()}`)
      return reply.json() as Promise<Reply>
    },
    [path, body] as const,
  )
}

/** The day, and the time of day, as the demonstration's service has them. */
function onTheClock(at: number) {
  const parts = new Intl.DateTimeFormat('sv-SE', {
    timeZone: noonZone(),
    dateStyle: 'short',
    timeStyle: 'short',
  })
  const [date = '', time = ''] = parts.format(at).split(' ')
  return { date, time }
}

/**
 * Two people in two slots of twelve minutes: the second slot begins as soon as its waiting room is open, so that its
 * worker can be there, and the first is still to be had for some minutes.
 */
async function planTwo(page: Page): Promise<readonly [Appointment, Appointment]> {
  const physician = await ask<Physician>(page, '/physicians', {
    name: 'Dr. Inès Leroy',
    email: null,
    registration: null,
    languages: [],
  })
  const from = Math.ceil(Date.now() / minute) * minute + 2 * minute
  const { date, time } = onTheClock(from)
  const session = await ask<Session>(page, '/sessions', {
    physicianId: physician.id,
    roomId: null,
    date,
    from: time,
    until: onTheClock(from + 24 * minute).time,
    slotMinutes: 12,
    onDayOff: true,
  })
  const { rows } = await ask<DueReply>(page, '/due')
  const free = rows.filter((row) => row.plannedAt === null && row.hasEmail && row.acts.length === 0)
  const plan = (which: number) =>
    ask<Appointment>(page, '/appointments', {
      slotId: session.slots[which]?.id,
      workerId: free[which]?.workerId,
      examType: free[which]?.examType,
    })
  return [await plan(0), await plan(1)]
}

/** Returns the link of the mail that the invitation is. */
async function invite(page: Page, { id }: Appointment): Promise<string> {
  const known = new Set((await ask<Mail[]>(page, '/mailbox')).map((mail) => mail.id))
  await ask(page, `/appointments/${id}/invitation`, {})
  const fresh = async () =>
    (await ask<Mail[]>(page, '/mailbox')).filter((mail) => !known.has(mail.id))
  await expect.poll(async () => (await fresh()).length, { timeout: 10_000 }).toBe(1)
  const [head] = await fresh()
  const { text } = await ask<Mail>(page, `/mailbox/${head?.id}`)
  return inEnglish(/http\S+\/worker\/\S*#\S+/.exec(text)?.[0] ?? '')
}

describe.skipIf(chromiumPath === null)('who waits on their page', () => {
  test('is offered a moment that became free before theirs, takes it with one tap, and keeps it over a reload', async () => {
    const { planner } = await journeys.openOffice()
    // Signed in, and not only asked to be.
    await planner.page.locator('office-shell nav').first().waitFor()
    const [first, second] = await planTwo(planner.page)
    const link = await invite(planner.page, second)
    const worker = await openPerson(await journeys.reach('worker'), link, { touch: true })
    await workerActs.arrives(worker.page)

    await ask(planner.page, `/appointments/${first.id}/cancel`, {})
    const offer = worker.page.locator('visit-offer')
    await offer.getByRole('heading', { name: earlier['title'], exact: true }).waitFor()
    // It is there again after a reload.
    await worker.page.reload()
    await offer.getByRole('button', { name: earlier['take'], exact: true }).click()
    await offer.getByText(earlier['taken']('Dr. Inès Leroy'), { exact: true }).waitFor()

    // It stays theirs after another one, and is not offered again.
    await worker.page.reload()
    await worker.page.locator('page-camera h1, page-waiting h1').waitFor()
    expect(await ask<MyAppointment>(worker.page, '/my-appointment')).toMatchObject({
      startsAt: first.startsAt,
      state: 'open',
    })
    expect(await offer.count()).toBe(0)

    const mine = await ask<Appointment>(planner.page, `/appointments/${second.id}`)
    expect(mine).toMatchObject({ slotId: first.slotId, status: 'accepted' })
    expect([...worker.complaints, ...planner.complaints]).toEqual([])
  })
})
