import { describe, expect, test } from 'vitest'
import { createFixedClock, createSequentialIds } from '../testing/clock.ts'
import { toInstant } from '../clock.ts'
import { createConsultations } from './consultations.ts'
import type { Result } from './steps.ts'
import { awayMs, deferralMs, heldPlaceMs, openCallMs, ringMs } from './limits.ts'
import type { Principal, Planned } from './person.ts'
import { candidate } from './specimens.ts'

const doctor: Principal = { side: 'physician', physicianId: 'physician-00000001' }
const anna: Principal = { side: 'worker', appointmentId: 'appointment-anna1' }
const marc: Principal = { side: 'worker', appointmentId: 'appointment-marc2' }
const annaId = 'appointment-anna1'
const marcId = 'appointment-marc2'

function planned(appointmentId: string, minutes: number, over = false): Planned {
  const startsAt = Date.parse('2026-11-24T08:30:00Z') + minutes * 60_000
  return {
    appointmentId,
    physicianId: 'physician-00000001',
    sessionId: 'session-000000001',
    startsAt,
    endsAt: startsAt + 20 * 60_000,
    over,
  }
}

function arrange() {
  const clock = createFixedClock()
  const consultations = createConsultations({
    now: () => clock.now(),
    toInstant,
    makeId: createSequentialIds(),
  })
  consultations.admit([planned(annaId, 0), planned(marcId, 20)])
  consultations.list('physician-00000001', [annaId, marcId], null)
  const ready = (person: Principal) => {
    consultations.arrive(person, `page-of-${person.side}-0001`, null)
    if (person.side === 'worker') {
      consultations.command(person, { type: 'readiness', readiness: 'ready', visible: true })
    }
  }
  const view = (id: string) => {
    const found = consultations.views(doctor).find(({ appointmentId }) => appointmentId === id)
    if (found === undefined) throw new Error('no such view')
    return found
  }
  const ring = (appointmentId: string) => {
    const result = consultations.command(doctor, { type: 'ring', appointmentId })
    const id = result.happenings.find(({ what }) => what === 'ring-started')
    return { result, ringId: id?.what === 'ring-started' ? id.ringId : '' }
  }
  const call = () => {
    ready(doctor)
    ready(anna)
    const { ringId } = ring(annaId)
    const result = consultations.command(anna, { type: 'answer', appointmentId: annaId, ringId })
    const opened = result.sends.find(({ message }) => message.type === 'call-opened')?.message
    if (opened?.type !== 'call-opened') throw new Error('not opened')
    return { result, ringId, callId: opened.callId }
  }
  const pass = (ms: number) => {
    clock.advance(ms)
    return consultations.passTime()
  }
  return { clock, consultations, ready, ring, call, pass, view }
}

const refusals = ({ sends }: Result) =>
  sends.flatMap(({ message }) => (message.type === 'refused' ? [message.code] : []))
const words = ({ sends }: Result) =>
  sends.map(({ to, message }) => `${message.type} to ${to.side}`).join(', ')

describe('ringing', () => {
  test('a ring reaches the worker and shows on the desk at once', () => {
    const { ready, ring } = arrange()
    ready(doctor)
    ready(anna)
    expect(words(ring(annaId).result)).toBe('consultation to physician, consultation to worker')
  })

  test('a double click is one ring', () => {
    const { ready, ring } = arrange()
    ready(doctor)
    ready(anna)
    ring(annaId)
    expect(ring(annaId).result).toEqual({ sends: [], happenings: [] })
  })

  test('a physician rings one worker at a time', () => {
    const { ready, ring } = arrange()
    for (const person of [doctor, anna, marc]) ready(person)
    ring(annaId)
    expect(refusals(ring(marcId).result)).toEqual(['already-ringing'])
  })

  test('a physician in a call rings nobody else', () => {
    const { call, ready, ring } = arrange()
    call()
    ready(marc)
    expect(refusals(ring(marcId).result)).toEqual(['already-in-call'])
  })

  test('a ring ends by itself after 45 seconds', () => {
    const { ready, ring, pass, view } = arrange()
    ready(doctor)
    ready(anna)
    ring(annaId)
    pass(ringMs - 1)
    expect(view(annaId).ring).toMatchObject({ phase: 'ringing' })
    pass(1)
    expect(view(annaId).ring).toMatchObject({ phase: 'ended', outcome: 'timed-out' })
  })

  test('a worker who asks for two minutes gets two minutes', () => {
    const { ready, ring, pass, view, consultations } = arrange()
    ready(doctor)
    ready(anna)
    const { ringId } = ring(annaId)
    consultations.command(anna, { type: 'defer', appointmentId: annaId, ringId })
    expect(view(annaId).deferredUntil).toBe('2026-11-24T08:02:00.000Z')
    pass(deferralMs)
    expect(view(annaId).deferredUntil).toBeNull()
  })

  test('a ring goes on while the page is away, and is answered when it is back', () => {
    const { ready, ring, pass, consultations } = arrange()
    ready(doctor)
    ready(anna)
    const { ringId } = ring(annaId)
    consultations.loseLine(anna)
    pass(10_000)
    ready(anna)
    const answered = consultations.command(anna, { type: 'answer', appointmentId: annaId, ringId })
    expect(words(answered)).toContain('call-opened to worker, call-opened to physician')
  })

  test('a worker who left an open call can be rung back into the same call', () => {
    const { call, ring, consultations } = arrange()
    const { callId } = call()
    consultations.command(anna, { type: 'hang-up', appointmentId: annaId, callId })
    const { ringId } = ring(annaId)
    const { sends } = consultations.command(anna, { type: 'answer', appointmentId: annaId, ringId })
    const opened = sends.flatMap(({ message }) => (message.type === 'call-opened' ? message : []))
    expect(opened.map((message) => [message.callId, message.attempt])).toEqual([
      [callId, 2],
      [callId, 2],
    ])
  })
})

describe('the call', () => {
  test('answering opens the call on both sides before anything is drawn there, and the physician offers', () => {
    const { call } = arrange()
    const { result } = call()
    expect(words(result)).toBe(
      'call-opened to worker, call-opened to physician, consultation to physician, consultation to worker',
    )
    const offering = result.sends.flatMap(({ to, message }) =>
      message.type === 'call-opened' && message.initiator ? [to.side] : [],
    )
    expect(offering).toEqual(['physician'])
  })

  test('two renewals of the same attempt make one new attempt', () => {
    const { call, consultations } = arrange()
    const { callId } = call()
    const renew = { type: 'renew', appointmentId: annaId, callId, attempt: 1 } as const
    expect(words(consultations.command(anna, renew))).toContain('call-opened to physician')
    expect(consultations.command(doctor, renew)).toEqual({ sends: [], happenings: [] })
  })

  test('both hang up at once: one end', () => {
    const { call, consultations } = arrange()
    const { callId } = call()
    const hangUp = { type: 'hang-up', appointmentId: annaId, callId } as const
    const ends = [
      consultations.command(doctor, hangUp),
      consultations.command(anna, hangUp),
    ].flatMap(({ happenings }) => happenings.filter(({ what }) => what === 'call-ended'))
    expect(ends).toHaveLength(1)
  })

  test('signals for a lost line are addressed to it all the same: its page will hear them', () => {
    const { call, consultations } = arrange()
    const { callId } = call()
    consultations.loseLine(anna)
    const frame = { type: 'signal', appointmentId: annaId, callId, attempt: 1 } as const
    const { sends } = consultations.command(doctor, { ...frame, signal: candidate })
    expect(sends).toEqual([{ to: anna, message: { ...frame, signal: candidate } }])
  })

  test('a page that missed nothing keeps its place, whatever it knew of the call when it said hello', () => {
    const { call, consultations, view } = arrange()
    call()
    consultations.loseLine(anna)
    const { sends } = consultations.arrive(anna, 'page-of-worker-0001', null, { resumed: true })
    expect(view(annaId).call).toMatchObject({ phase: 'open', workerIn: true, attempt: 1 })
    expect(sends.map(({ message }) => message.type)).not.toContain('call-opened')
  })

  test('a lost line keeps its place in the call for 90 seconds, the call for ten minutes more', () => {
    const { call, consultations, pass, view } = arrange()
    call()
    consultations.loseLine(anna)
    pass(heldPlaceMs - 1)
    expect(view(annaId)).toMatchObject({ presence: { kind: 'absent' }, call: { workerIn: true } })
    pass(1)
    expect(view(annaId).call).toMatchObject({ phase: 'open', workerIn: false })
    pass(openCallMs)
    expect(view(annaId).call).toMatchObject({ phase: 'ended', reason: 'expired' })
  })

  test('a worker who comes back unasked while it rings again has answered that ring', () => {
    const { call, consultations, ring, view } = arrange()
    const { callId } = call()
    consultations.command(anna, { type: 'hang-up', appointmentId: annaId, callId })
    ring(annaId)
    consultations.command(anna, { type: 'rejoin', appointmentId: annaId, callId })
    expect(view(annaId)).toMatchObject({
      ring: { phase: 'ended', outcome: 'answered' },
      call: { id: callId, workerIn: true, attempt: 2 },
    })
  })

  test('an answer that comes again on a new line brings its page into the call that it opened', () => {
    const { call, consultations } = arrange()
    const { callId, ringId } = call()
    // The line broke before `call-opened` came through: the page holds no call and says its answer again.
    consultations.loseLine(anna)
    consultations.arrive(anna, 'page-of-worker-0001', null)
    const again = consultations.command(anna, { type: 'answer', appointmentId: annaId, ringId })
    expect(refusals(again)).toEqual([])
    expect(again.sends.map(({ message }) => message)).toContainEqual(
      expect.objectContaining({ type: 'call-opened', callId, attempt: 2 }),
    )
  })

  test('an answer to a ring whose call has ended is over', () => {
    const { call, consultations } = arrange()
    const { callId, ringId } = call()
    consultations.command(doctor, { type: 'hang-up', appointmentId: annaId, callId })
    const again = consultations.command(anna, { type: 'answer', appointmentId: annaId, ringId })
    expect(refusals(again)).toEqual(['ring-over'])
  })

  test('a physician who was away when the ring was answered comes for the first attempt', () => {
    const { ready, ring, consultations } = arrange()
    ready(doctor)
    ready(anna)
    const { ringId } = ring(annaId)
    consultations.loseLine(doctor)
    const answer = { type: 'answer', appointmentId: annaId, ringId } as const
    expect(words(consultations.command(anna, answer))).not.toContain('call-opened')
    const back = consultations.arrive(doctor, 'page-of-physician-0001', null)
    expect(words(back)).toContain('call-opened to worker, call-opened to physician')
  })
})

describe('after a restart of the server', () => {
  const held = { appointmentId: annaId, callId: 'call-before-restart', attempt: 3, proven: true }

  test('both sides that hold the call are in it again, and no connection is rebuilt', () => {
    const { consultations, view } = arrange()
    consultations.arrive(anna, 'page-of-worker-0001', held)
    const result = consultations.arrive(doctor, 'page-of-physician-0001', held)
    expect(words(result)).not.toContain('call-opened')
    const call = { phase: 'open', id: held.callId, attempt: 3, workerIn: true }
    expect(result.views[0]?.call).toMatchObject({ ...call, physicianIn: true })
    expect(view(marcId).call).toBeNull()
  })

  test('a side that does not hold it is not brought in, and may rejoin', () => {
    const { consultations } = arrange()
    consultations.arrive(anna, 'page-of-worker-0001', null)
    const result = consultations.arrive(doctor, 'page-of-physician-0001', held)
    expect(words(result)).toBe('consultation to worker')
    const rejoin = { type: 'rejoin', appointmentId: annaId, callId: held.callId } as const
    const opened = consultations.command(anna, rejoin).sends.map(({ message }) => message)
    expect(opened).toContainEqual(expect.objectContaining({ type: 'call-opened', attempt: 4 }))
  })

  test('a call that only the worker’s page speaks of is not one that the physician was in', () => {
    const { consultations, ready, view } = arrange()
    consultations.arrive(anna, 'page-of-worker-0001', held)
    ready(doctor)
    expect(view(annaId).call).toMatchObject({ physicianIn: false, physicianWas: false })
    const rejoin = { type: 'rejoin', appointmentId: annaId, callId: held.callId } as const
    consultations.command(doctor, rejoin)
    expect(view(annaId).call).toMatchObject({ physicianIn: true, physicianWas: true })
  })

  test('a physician who rings the worker back into such a call is in it', () => {
    const { consultations, ready, ring, view } = arrange()
    consultations.arrive(anna, 'page-of-worker-0001', held)
    ready(doctor)
    const { callId } = held
    consultations.command(anna, { type: 'hang-up', appointmentId: annaId, callId })
    const { ringId } = ring(annaId)
    consultations.command(anna, { type: 'answer', appointmentId: annaId, ringId })
    expect(view(annaId).call).toMatchObject({ id: callId, physicianIn: true, physicianWas: true })
  })

  test('a physician who held the call and loads the page again was in it', () => {
    const { consultations, view } = arrange()
    consultations.arrive(anna, 'page-of-worker-0001', held)
    consultations.arrive(doctor, 'page-of-physician-0001', held)
    consultations.loseLine(doctor)
    consultations.arrive(doctor, 'page-loaded-again-1', null)
    expect(view(annaId).call).toMatchObject({ physicianIn: false, physicianWas: true })
  })

  test('sides that hold different attempts get a new one', () => {
    const { consultations } = arrange()
    consultations.arrive(anna, 'page-of-worker-0001', held)
    const other = { ...held, attempt: 5 }
    const { sends } = consultations.arrive(doctor, 'page-of-physician-0001', other)
    expect(sends.map(({ message }) => message)).toContainEqual(
      expect.objectContaining({ type: 'call-opened', attempt: 6 }),
    )
  })

  test('a call that nobody rang for is not opened by a page’s word', () => {
    const { consultations } = arrange()
    const { views } = consultations.arrive(anna, 'page-of-worker-0001', { ...held, proven: false })
    expect(views[0]).toMatchObject({ call: null, presence: { kind: 'here' } })
  })

  test('a call that the server knows goes on however long it has been up', () => {
    const { call, consultations, pass, view } = arrange()
    const { callId } = call()
    pass(openCallMs)
    consultations.loseLine(anna)
    consultations.arrive(anna, 'page-of-worker-0001', { appointmentId: annaId, callId, attempt: 1 })
    expect(view(annaId).call).toMatchObject({ id: callId, workerIn: true, attempt: 1 })
  })

  test('a call that is known to have ended is not revived', () => {
    const { call, consultations, view } = arrange()
    const { callId } = call()
    consultations.command(doctor, { type: 'hang-up', appointmentId: annaId, callId })
    consultations.arrive(anna, 'page-of-worker-0001', {
      appointmentId: annaId,
      callId,
      attempt: 1,
    })
    expect(view(annaId).call).toMatchObject({ phase: 'ended', reason: 'physician-ended' })
  })

  test('nor one of an appointment that is over', () => {
    const { consultations } = arrange()
    consultations.admit([planned(annaId, 0, true)])
    const { views } = consultations.arrive(anna, 'page-of-worker-0001', held)
    expect(views[0]).toMatchObject({ over: true, call: null })
  })
})

describe('who sees what', () => {
  test('a waiting worker learns how many ready people come before', () => {
    const { ready, consultations } = arrange()
    ready(marc)
    ready(anna)
    expect(consultations.arrive(marc, 'page-of-worker-0001', null).views[0]?.before).toBe(1)
    const over = consultations.over(annaId, 'completed')
    const told = over.sends.find(({ to }) => to.side === 'worker' && to.appointmentId === marcId)
    expect(told?.message).toMatchObject({ consultation: { before: 0 } })
  })

  test('waiting goes on from the first time when the page comes back', () => {
    const { ready, consultations, pass } = arrange()
    ready(anna)
    pass(60_000)
    consultations.loseLine(anna)
    pass(awayMs)
    const { views } = consultations.arrive(anna, 'page-of-worker-0001', null)
    expect(views[0]?.presence).toMatchObject({ kind: 'here', since: '2026-11-24T08:00:00.000Z' })
  })

  test('the desk learns that another page took over, and not of a reload', () => {
    const { ready, consultations, pass, view } = arrange()
    ready(doctor)
    ready(anna)
    const takenOverAt = () => {
      const { presence } = view(annaId)
      return presence.kind === 'here' ? presence.takenOverAt : undefined
    }
    consultations.loseLine(anna)
    consultations.arrive(anna, 'page-loaded-again-1', null)
    expect(takenOverAt()).toBeNull()
    pass(60_000)
    consultations.arrive(anna, 'page-of-other-device', null)
    expect(takenOverAt()).toBe('2026-11-24T08:01:00.000Z')
    consultations.loseLine(anna)
    pass(awayMs)
    consultations.arrive(anna, 'page-loaded-again-2', null)
    expect(takenOverAt()).toBe('2026-11-24T08:01:00.000Z')
  })

  test('a device that comes while the other has lost its line is no reload', () => {
    const { ready, consultations, pass, view } = arrange()
    ready(doctor)
    consultations.arrive(anna, 'page-of-worker-0001', null, { login: 'login-1' })
    consultations.loseLine(anna)
    pass(1_000)
    consultations.arrive(anna, 'page-loaded-again-1', null, { login: 'login-1' })
    expect(view(annaId).presence).toMatchObject({ takenOverAt: null })
    consultations.loseLine(anna)
    pass(1_000)
    consultations.arrive(anna, 'page-of-other-device', null, { login: 'login-2' })
    expect(view(annaId).presence).toMatchObject({ takenOverAt: '2026-11-24T08:00:02.000Z' })
  })

  test('a device that comes after the other has left tells nothing new, but in their call', () => {
    const { ready, consultations, pass, view } = arrange()
    ready(doctor)
    consultations.arrive(anna, 'page-of-worker-0001', null, { login: 'login-1' })
    consultations.loseLine(anna)
    pass(awayMs)
    consultations.arrive(anna, 'page-of-other-device', null, { login: 'login-2' })
    expect(view(annaId).presence).toMatchObject({ takenOverAt: null })
  })

  test('what is not on the list does not exist for the physician', () => {
    const { ready, consultations } = arrange()
    ready(doctor)
    const result = consultations.command(doctor, {
      type: 'ring',
      appointmentId: 'appointment-foreign',
    })
    expect(refusals(result)).toEqual(['not-found'])
  })

  test('a worker asks for nothing that is the physician’s to ask', () => {
    const { ready, consultations } = arrange()
    ready(anna)
    const result = consultations.command(anna, { type: 'ring', appointmentId: annaId })
    expect(refusals(result)).toEqual(['not-allowed'])
  })

  test('a new appointment of today reaches a desk that is open', () => {
    const { ready, consultations } = arrange()
    ready(doctor)
    consultations.admit([planned('appointment-new3', 40)])
    const ids = [annaId, marcId, 'appointment-new3']
    const { sends } = consultations.list('physician-00000001', ids, 'page-of-physician-0001')
    expect(sends.map(({ message }) => message)).toMatchObject([
      { type: 'consultation', consultation: { appointmentId: 'appointment-new3' } },
    ])
  })

  test('who is moved to a colleague while waiting is seen and rung by the colleague, whoever reads their list last', () => {
    const { ready, consultations } = arrange()
    ready(doctor)
    ready(anna)
    const colleague = { side: 'physician', physicianId: 'physician-00000002' } as const
    consultations.list(colleague.physicianId, [], 'page-of-the-colleague')
    consultations.arrive(colleague, 'page-of-the-colleague', null)
    consultations.admit([{ ...planned(annaId, 0), ...colleague, sessionId: 'session-000000002' }])
    consultations.list(colleague.physicianId, [annaId], 'page-of-the-colleague')
    consultations.list(doctor.physicianId, [marcId], 'page-of-physician-0001')
    expect(consultations.views(doctor).map(({ appointmentId }) => appointmentId)).toEqual([marcId])
    expect(consultations.views(colleague)).toMatchObject([{ presence: { kind: 'here' } }])
    const result = consultations.command(colleague, { type: 'ring', appointmentId: annaId })
    expect(refusals(result)).toEqual([])
    expect(words(result)).toContain('to worker')
  })

  test('a call stays on the list past midnight', () => {
    const { call, consultations } = arrange()
    const { callId } = call()
    consultations.list('physician-00000001', [], 'page-of-physician-0001')
    const hangUp = { type: 'hang-up', appointmentId: annaId, callId } as const
    expect(refusals(consultations.command(doctor, hangUp))).toEqual([])
  })
})

test('a physician is free for the next only once they have begun, and over a lost line still has', () => {
  const { consultations } = arrange()
  const isFree = () => consultations.freeSince('physician-00000001') !== null
  const begin = (readiness: 'ready' | 'unchecked') =>
    consultations.command(doctor, { type: 'readiness', readiness, visible: true })
  const come = (resumed: boolean) =>
    consultations.arrive(doctor, 'page-of-physician-0001', null, { resumed })
  come(false)
  expect(isFree()).toBe(false)
  begin('ready')
  expect(isFree()).toBe(true)
  consultations.loseLine(doctor)
  expect(isFree()).toBe(false)
  come(true)
  expect(isFree()).toBe(true)
  // Loaded again: the page says itself how far it is.
  consultations.loseLine(doctor)
  come(false)
  expect(isFree()).toBe(false)
  begin('ready')
  begin('unchecked')
  expect(isFree()).toBe(false)
})
