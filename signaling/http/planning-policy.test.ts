import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { FillReply, Session } from '../protocol/planning.ts'
import type { PolicyReply, RemoteRule } from '../protocol/remote-policy.ts'
import { clinic, openHarness, workerId, type Harness } from './planning-harness.ts'

let harness: Harness
beforeAll(async () => {
  harness = await openHarness()
})
beforeEach(() => harness.reset())
afterAll(() => harness.close())

const approved = (validFrom: string, validUntil: string | null): RemoteRule => ({
  kind: 'approved',
  approval: {
    authority: 'FPS Employment',
    reference: 'letter 1234',
    givenOn: '2026-06-01',
    validFrom,
    validUntil,
    scope: 'periodic examinations without a technical act',
  },
})

const record = (examType: string, rule: RemoteRule, employerId: string | null = null) =>
  harness.post('/remote-policy', { examType, employerId, rule })

/** A session on Tuesday 24 November 2026, with three slots. */
async function addSession(): Promise<Session> {
  const { reply } = await harness.post('/sessions', {
    physicianId: clinic.physicianId,
    roomId: clinic.roomId,
    date: '2026-11-24',
    from: '10:00',
    until: '11:00',
    slotMinutes: 20,
  })
  return reply as Session
}

const plan = (session: Session, index: number) =>
  harness.post('/appointments', {
    slotId: session.slots[index]?.id,
    workerId: workerId(index + 1),
    examType: 'periodic',
  })

const doubts = async (session: Session) => {
  const { reply } = await harness.get(`/sessions/${session.id}`)
  return (reply as Session).slots.map(({ appointment }) => appointment?.notByVideo)
}

describe('a rule', () => {
  test('is added to those of before, the latest first', async () => {
    expect(await record('periodic', { kind: 'off' }, clinic.employerId)).toMatchObject({
      status: 201,
      reply: { version: 2, examType: 'periodic', employerId: clinic.employerId },
    })
    const { rows } = (await harness.get('/remote-policy')).reply as PolicyReply
    expect(rows.map(({ version, rule }) => [version, rule.kind])).toEqual([
      [2, 'off'],
      [1, 'approved'],
    ])
  })

  test.each([
    [
      'by video without an approval',
      'periodic',
      { kind: 'conversation' },
      'approval-missing',
      '/rule',
    ],
    [
      'for technical acts',
      'additional-acts',
      approved('2026-06-01', null),
      'remote-not-allowed',
      '/examType',
    ],
    [
      'with a last day before the first',
      'periodic',
      approved('2026-06-01', '2026-05-31'),
      'invalid',
      '/rule/approval',
    ],
  ] as const)('%s is refused', async (_name, examType, rule, code, at) => {
    const { status, reply } = await record(examType, rule)
    expect(status).toBeGreaterThanOrEqual(400)
    expect(reply).toMatchObject({ code, at })
  })

  test('for an employer who does not exist is refused', async () => {
    expect(await record('periodic', { kind: 'off' }, 'nobody-0000000000')).toMatchObject({
      status: 404,
      reply: { at: '/employerId' },
    })
  })
})

describe('planning under an approval', () => {
  test.each([
    ['that ended the day before', approved('2026-06-01', '2026-11-23'), 'approval-expired'],
    ['that begins the day after', approved('2026-11-25', null), 'approval-begins-later'],
    ['that was withdrawn', { kind: 'off' }, 'remote-not-allowed'],
  ] as const)('%s is refused with its reason', async (_name, rule, code) => {
    const session = await addSession()
    await record('periodic', rule)
    expect(await plan(session, 0)).toMatchObject({ status: 422, reply: { code, at: '/examType' } })
  })

  test('of the day itself is written down with the row and the letter', async () => {
    const session = await addSession()
    await record('periodic', approved('2026-11-24', '2026-11-24'))
    const { reply } = await plan(session, 0)
    const { id } = reply as { id: string }
    const [entry] = await harness.store.read.audit.ofAppointment(id)
    expect(entry?.details).toMatchObject({ policyVersion: 2, approval: 'letter 1234' })
  })

  test('leaves out, in a filling, those whose employer it does not cover', async () => {
    const session = await addSession()
    const { reply: employer } = await harness.post('/employers', { name: 'Another' })
    const { id: employerId } = employer as { id: string }
    await record('periodic', { kind: 'off' }, employerId)
    const { reply: other } = await harness.post('/workers', {
      employerId,
      siteId: null,
      personnelNumber: null,
      firstName: 'Lies',
      lastName: 'Elders',
      birthDate: '1980-01-01',
      email: null,
      phone: null,
      language: 'nl',
      needsPicture: false,
      postId: null,
    })
    const { id } = other as { id: string }
    const { reply } = await harness.post(`/sessions/${session.id}/fill`, {
      workerIds: [id, workerId(1)],
      examType: 'periodic',
    })
    const { appointments, leftOut } = reply as FillReply
    expect(appointments.map((each) => each.workerId)).toEqual([workerId(1)])
    expect(leftOut).toEqual([{ workerId: id, reason: 'remote-not-allowed' }])
  })
})

test('planned talks that the policy does not cover any more are marked, and no others', async () => {
  const session = await addSession()
  for (const index of [0, 1]) await plan(session, index)
  expect(await doubts(session)).toEqual([null, null, undefined])
  await record('periodic', approved('2026-06-01', '2026-11-20'))
  expect(await doubts(session)).toEqual(['approval-expired', 'approval-expired', undefined])
  await record('periodic', approved('2026-06-01', null), clinic.employerId)
  expect(await doubts(session)).toEqual([null, null, undefined])
})
