import { describe, expect, test } from 'vitest'
import { fromInstant, toInstant } from '../clock.ts'
import { systemActor } from '../identity/identity.ts'
import type { Notices } from '../protocol/notices.ts'
import { buildTestApp } from '../testing/app.ts'
import { pilotApproval } from '../testing/fixtures.ts'

const day = 24 * 60 * 60_000

async function open() {
  const world = await buildTestApp()
  const startsAt = toInstant(world.clock.now() + 14 * day)
  const clinic = await world.addClinic({ sessionStart: startsAt, appointments: 2 })
  const headers = { authorization: await world.addApiKey() }
  const deed = { actor: systemActor, at: toInstant(world.clock.now()) }
  return {
    ...world,
    ...clinic,
    startsAt,
    invite: () =>
      world.store.write(async (writer) => {
        for (const { id } of clinic.appointments) {
          await writer.appointments.change(id, { type: 'invite' }, deed)
          const message = { id: world.makeId(), appointmentId: id, kind: 'invitation' } as const
          await writer.outbox.queue({ ...message, at: deed.at })
        }
      }),
    accept: (which: number) =>
      world.store.write((writer) =>
        writer.appointments.change(clinic.appointments[which]?.id ?? '', { type: 'accept' }, deed),
      ),
    recordApproval: (validUntil: string) =>
      world.store.write((writer) => {
        const { rule } = pilotApproval
        if (rule.kind !== 'approved') throw new Error('no approval')
        const approval = { ...rule.approval, validUntil }
        return writer.remotePolicy.add({ ...pilotApproval, rule: { ...rule, approval } }, deed.at)
      }),
    at: async (moment: number): Promise<Notices> => {
      world.clock.set(moment)
      await world.minutePassed()
      const reply = await world.app.inject({ url: '/api/notices', headers })
      return reply.json<Notices>()
    },
  }
}

describe('an approval with a last day', () => {
  test('is noticed sixty days before it ends, once, until that day is over', async () => {
    const { at, recordApproval, store } = await open()
    await recordApproval('2027-03-01')
    // Midnight in Brussels.
    expect((await at(Date.parse('2026-12-30T22:59:00Z'))).approvals).toEqual([])
    const noticed = [{ examType: 'periodic', employerId: null, validUntil: '2027-03-01' }]
    expect((await at(Date.parse('2026-12-30T23:00:00Z'))).approvals).toMatchObject(noticed)
    expect((await at(Date.parse('2027-03-01T22:59:00Z'))).approvals).toMatchObject(noticed)
    expect((await at(Date.parse('2027-03-01T23:00:00Z'))).approvals).toEqual([])
    expect((await store.read.audit.verify()).brokenAt).toBeNull()
    expect(await store.read.dueWork.done('approval-ending')).toHaveLength(1)
  })

  test('is no notice once a later rule took its place', async () => {
    const { at, recordApproval } = await open()
    await recordApproval('2027-01-10')
    expect((await at(Date.parse('2026-11-24T09:00:00Z'))).approvals).toHaveLength(1)
    await recordApproval('2028-01-10')
    expect((await at(Date.parse('2026-11-24T09:01:00Z'))).approvals).toEqual([])
  })
})

describe('an invitation without an answer', () => {
  test('is noticed when the time to change anything is over, by session', async () => {
    const { at, invite, accept, startsAt, sessionId } = await open()
    await invite()
    const cutOff = fromInstant(startsAt) - day
    await at(cutOff - day)
    await accept(0)
    expect((await at(cutOff - 60_000)).unanswered).toEqual([])
    // The second one's own hour is a quarter of an hour later.
    expect((await at(cutOff + 15 * 60_000)).unanswered).toMatchObject([{ sessionId, count: 1 }])
  })

  test('is no notice any more once it came, or the time is past', async () => {
    const { at, invite, accept, startsAt } = await open()
    await invite()
    const start = fromInstant(startsAt)
    await at(start - 2 * day)
    expect((await at(start - day / 2)).unanswered).toMatchObject([{ count: 2 }])
    await accept(0)
    expect((await at(start - day / 2)).unanswered).toMatchObject([{ count: 1 }])
    expect((await at(start + day)).unanswered).toEqual([])
  })
})
