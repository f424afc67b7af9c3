/** Who gets a connection before the call, and when it goes: through the consultations, as pages meet it. */
import { describe, expect, test } from 'vitest'
import { toInstant } from '../clock.ts'
import { createFixedClock, createSequentialIds } from '../testing/clock.ts'
import type { Readiness } from '../protocol/consultation.ts'
import { createConsultations } from './consultations.ts'
import type { Result } from './steps.ts'
import { standbyAttempts } from './limits.ts'
import type { Principal, Planned } from './person.ts'
import { candidate } from './specimens.ts'

const physicianId = 'physician-00000001'
const doctor: Principal = { side: 'physician', physicianId }
const names = ['anna', 'marc', 'samira'] as const
type Name = (typeof names)[number]

const idOf = (name: Name) => `appointment-${name}`
const personOf = (name: Name): Principal => ({ side: 'worker', appointmentId: idOf(name) })

function planned(name: Name): Planned {
  const startsAt = Date.parse('2026-11-24T08:30:00Z') + names.indexOf(name) * 20 * 60_000
  const times = { startsAt, endsAt: startsAt + 20 * 60_000, over: false }
  return {
    appointmentId: idOf(name),
    physicianId,
    sessionId: 'session-000000001',
    ...times,
  }
}

/** A session of three whose physician is here; `standing` says for whom a connection stands by, as the desk was told. */
function openSession(standbys = 1) {
  const clock = createFixedClock()
  const consultations = createConsultations({
    now: () => clock.now(),
    toInstant,
    makeId: createSequentialIds(),
    standbys,
  })
  const links = new Map<string, { callId: string; attempt: number }>()
  const told: Result['sends'][number][] = []

  function hear(result: Result): Result {
    told.push(...result.sends)
    for (const { to, message } of result.sends) {
      if (to.side === 'worker') continue
      if (message.type === 'standby-opened') links.set(message.appointmentId, message)
      if (message.type === 'standby-closed') links.delete(message.appointmentId)
    }
    return result
  }
  const linkOf = (name: Name) => {
    const link = links.get(idOf(name))
    if (link === undefined) throw new Error(`no standby for ${name}`)
    return { appointmentId: idOf(name), callId: link.callId, attempt: link.attempt }
  }
  const command: typeof consultations.command = (person, asked) =>
    hear(consultations.command(person, asked))
  const arrives = (person: Principal, page = 'page-0000000000001') =>
    hear(consultations.arrive(person, page, null))
  const reports = (name: Name, readiness: Readiness) =>
    command(personOf(name), { type: 'readiness', readiness, visible: true })

  hear(consultations.admit(names.map(planned)))
  hear(consultations.list(physicianId, names.map(idOf), null))
  arrives(doctor)
  return {
    clock,
    consultations,
    told,
    hear,
    linkOf,
    command,
    arrives,
    reports,
    standing: () => [...links.keys()].map((id) => id.replace('appointment-', '')),
    leaves: (person: Principal) => hear(consultations.loseLine(person)),
    resumes: (person: Principal, page = 'page-0000000000001') =>
      hear(consultations.arrive(person, page, null, { resumed: true })),
    isGoneFor(person: Principal, ms: number) {
      hear(consultations.loseLine(person))
      clock.advance(ms)
      hear(consultations.passTime())
    },
    isReady(name: Name) {
      arrives(personOf(name))
      reports(name, 'ready')
    },
    isRung(name: Name): string {
      const { happenings } = command(doctor, { type: 'ring', appointmentId: idOf(name) })
      const [started] = happenings.flatMap((each) => (each.what === 'ring-started' ? [each] : []))
      return started?.ringId ?? ''
    },
    answers: (name: Name, ringId: string) =>
      command(personOf(name), { type: 'answer', appointmentId: idOf(name), ringId }),
  }
}

describe('a connection stands by', () => {
  test('for the next worker, once the camera works', () => {
    const session = openSession()
    session.arrives(personOf('anna'))
    expect(session.standing()).toEqual([])
    session.reports('anna', 'ready')
    expect(session.standing()).toEqual(['anna'])
  })

  test('with sound only too, but not where camera and microphone are blocked', () => {
    const session = openSession()
    session.arrives(personOf('anna'))
    session.reports('anna', 'blocked')
    expect(session.standing()).toEqual([])
    session.reports('anna', 'sound-only')
    expect(session.standing()).toEqual(['anna'])
    session.reports('anna', 'blocked')
    expect(session.standing()).toEqual([])
  })

  test('whoever of the two came first', () => {
    const session = openSession()
    session.leaves(doctor)
    session.isReady('anna')
    expect(session.standing()).toEqual([])
    session.arrives(doctor)
    expect(session.standing()).toEqual(['anna'])
  })

  test('for the first in the order of the session, not of arrival', () => {
    const session = openSession()
    session.isReady('marc')
    expect(session.standing()).toEqual(['marc'])
    session.isReady('anna')
    expect(session.standing()).toEqual(['anna'])
  })

  test('for as many as the setting says', () => {
    const session = openSession(2)
    for (const name of names) session.isReady(name)
    expect(session.standing()).toEqual(['anna', 'marc'])
  })

  test('for whoever is rung alone where nobody is to have one before, and only while the ring lasts', () => {
    const session = openSession(0)
    session.isReady('anna')
    session.isReady('marc')
    expect(session.standing()).toEqual([])
    session.isRung('marc')
    expect(session.standing()).toEqual(['marc'])
    session.clock.advance(50_000)
    session.hear(session.consultations.passTime())
    expect(session.standing()).toEqual([])
    const ringId = session.isRung('anna')
    const link = session.linkOf('anna')
    const { sends } = session.answers('anna', ringId)
    const opened = sends.flatMap(({ message }) => (message.type === 'call-opened' ? [message] : []))
    expect(opened).toMatchObject([link, link])
  })

  test('for whoever is rung, before the one who would be next', () => {
    const session = openSession()
    session.isReady('anna')
    session.isReady('samira')
    session.isRung('samira')
    expect(session.standing()).toEqual(['samira'])
  })

  test('for the next one while the call with this one goes on', () => {
    const session = openSession()
    session.isReady('anna')
    session.isReady('marc')
    const { callId } = session.linkOf('anna')
    session.answers('anna', session.isRung('anna'))
    expect(session.standing()).toContain('marc')
    expect(session.linkOf('marc').callId).not.toBe(callId)
  })
})

describe('a standby goes', () => {
  test.each([
    ['the worker’s page does not come back', (s: Session) => s.isGoneFor(personOf('anna'), 30_000)],
    ['the physician’s page does not come back', (s: Session) => s.isGoneFor(doctor, 30_000)],
    [
      'the worker chooses a visit in person',
      (s: Session) => s.hear(s.consultations.over(idOf('anna'), 'in-person-instead')),
    ],
    [
      'the appointment leaves the physician’s list',
      (s: Session) =>
        s.hear(s.consultations.list(physicianId, [idOf('marc')], 'page-0000000000001')),
    ],
  ])('when %s', (_name, happens) => {
    const session = openSession()
    session.isReady('anna')
    expect(session.standing()).toEqual(['anna'])
    happens(session)
    expect(session.standing()).toEqual([])
  })

  test('and comes anew when a page is loaded again, with another id', () => {
    const session = openSession()
    session.isReady('anna')
    const { callId } = session.linkOf('anna')
    session.arrives(doctor, 'page-0000000000002')
    expect(session.linkOf('anna').callId).not.toBe(callId)
  })

  test('and comes anew when the same page has a new line, which the server saw no end of', () => {
    const session = openSession()
    session.isReady('anna')
    const { callId } = session.linkOf('anna')
    session.arrives(personOf('anna'))
    expect(session.linkOf('anna').callId).not.toBe(callId)
  })

  test.each([
    ['the worker', personOf('anna')],
    ['the physician', doctor],
  ])('and outlasts a line of %s that is resumed', (_name, person) => {
    const session = openSession()
    session.isReady('anna')
    const link = session.linkOf('anna')
    session.leaves(person)
    session.told.length = 0
    session.resumes(person)
    expect(session.linkOf('anna')).toEqual(link)
    expect(session.told.map(({ message }) => message.type)).not.toContain('standby-opened')
  })

  test('and outlasts a ring that nobody answered', () => {
    const session = openSession()
    session.isReady('anna')
    const link = session.linkOf('anna')
    session.isRung('anna')
    session.clock.advance(50_000)
    session.hear(session.consultations.passTime())
    expect(session.linkOf('anna')).toEqual(link)
  })
})

describe('while it stands', () => {
  test('signals pass between its two sides, and only of the present attempt', () => {
    const session = openSession()
    session.isReady('anna')
    const link = session.linkOf('anna')
    const { sends } = session.command(doctor, { type: 'signal', ...link, signal: candidate })
    expect(sends).toEqual([
      { to: personOf('anna'), message: { type: 'signal', ...link, signal: candidate } },
    ])
    const stale = { ...link, attempt: link.attempt + 1 }
    const dropped = session.command(doctor, { type: 'signal', ...stale, signal: candidate })
    expect(dropped.sends).toEqual([])
  })

  test('a failed connection is renewed once, however many ask for it', () => {
    const session = openSession()
    session.isReady('anna')
    const link = session.linkOf('anna')
    session.command(doctor, { type: 'renew', ...link })
    const second = session.command(personOf('anna'), { type: 'renew', ...link })
    expect(session.linkOf('anna')).toEqual({ ...link, attempt: 2 })
    expect(second.sends).toEqual([])
  })

  test('what fails again and again is given up until a page comes', () => {
    const session = openSession()
    session.isReady('anna')
    for (let tries = 0; tries < standbyAttempts; tries++) {
      session.command(doctor, { type: 'renew', ...session.linkOf('anna') })
    }
    expect(session.standing()).toEqual([])
    session.reports('anna', 'sound-only')
    expect(session.standing()).toEqual([])
    session.arrives(personOf('anna'))
    expect(session.standing()).toEqual(['anna'])
  })
})

describe('the answer', () => {
  test('opens the call with the standby’s id and attempt, for both', () => {
    const session = openSession()
    session.isReady('anna')
    session.command(doctor, { type: 'renew', ...session.linkOf('anna') })
    const link = session.linkOf('anna')
    const { sends } = session.answers('anna', session.isRung('anna'))
    const opened = sends.flatMap(({ message }) => (message.type === 'call-opened' ? [message] : []))
    expect(opened).toMatchObject([link, link])
    expect(sends.map(({ message }) => message.type)).not.toContain('standby-closed')
  })

  test('opens a call of its own where the physician’s line is lost', () => {
    const session = openSession()
    session.isReady('anna')
    const { callId } = session.linkOf('anna')
    const ringId = session.isRung('anna')
    session.leaves(doctor)
    session.answers('anna', ringId)
    session.told.length = 0
    session.arrives(doctor)
    const opened = session.told.flatMap(({ message }) =>
      message.type === 'call-opened' ? [message] : [],
    )
    expect(opened).toMatchObject([{ attempt: 1 }, { attempt: 1 }])
    expect(opened[0]?.callId).not.toBe(callId)
    expect(session.standing()).toEqual([])
  })
})

type Session = ReturnType<typeof openSession>
