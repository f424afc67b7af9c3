/** Random walks of two consultations with a guest each: what must hold whatever anyone says, in whatever order. */
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { toInstant } from '../clock.ts'
import { createFixedClock, createSequentialIds } from '../testing/clock.ts'
import type { Side } from '../protocol/consultation.ts'
import { createConsultations } from './consultations.ts'
import type { Result } from './steps.ts'
import type { Person } from './person.ts'
import { candidate } from './specimens.ts'

const physicianId = 'physician-00000001'
const appointmentIds = ['appointment-00001', 'appointment-00002'] as const
type AppointmentId = (typeof appointmentIds)[number]
const guestIds: Record<AppointmentId, string> = {
  'appointment-00001': 'guest-00000000001',
  'appointment-00002': 'guest-00000000002',
}
const sides = ['worker', 'physician', 'guest'] as const

const step = fc.record({
  what: fc.constantFrom(
    ...([
      'arrive',
      'arrive',
      'lose',
      'ring',
      'answer',
      'answer',
      'admit',
      'admit',
      'remove',
      'object',
      'leave',
      'signal',
      'signal',
      'renew',
      'hang-up',
      'rejoin',
      'time',
    ] as const),
  ),
  side: fc.constantFrom(...sides),
  of: fc.constantFrom(...appointmentIds),
  /** Whose consultation is named: mostly one's own. */
  about: fc.constantFrom('own', 'own', 'own', 'other' as const),
  other: fc.constantFrom(...sides),
  page: fc.constantFrom('page-a-0000000001', 'page-b-0000000002'),
  attempt: fc.constantFrom(1, 1, 2, 3),
})
type Move = typeof step extends fc.Arbitrary<infer M> ? M : never

interface Known {
  ring: string
  call: string
  admission: string
  /** As the happenings tell it: let in and not out again. */
  admitted: boolean
  over: boolean
}

const nothing: Result = { sends: [], happenings: [] }

/** `of` tells how a consultation stands after the move. */
type Check = (move: Move, result: Result, of: (appointmentId: string) => Known | undefined) => void

function walk(moves: readonly Move[], check: Check) {
  const clock = createFixedClock()
  const consultations = createConsultations({
    now: () => clock.now(),
    toInstant,
    makeId: createSequentialIds(),
  })
  consultations.admit(
    appointmentIds.map((appointmentId, index) => ({
      appointmentId,
      physicianId,
      sessionId: 'session-000000001',
      startsAt: clock.now() + index,
      endsAt: clock.now() + 3_600_000,
      over: false,
    })),
  )
  consultations.list(physicianId, appointmentIds, null)
  const all = new Map<string, Known>(
    appointmentIds.map((id) => [
      id,
      {
        ring: 'ring-of-nobody-01',
        call: 'call-of-nobody-01',
        admission: 'none-00000000001',
        admitted: false,
        over: false,
      },
    ]),
  )
  const personOf = (side: Side, appointmentId: AppointmentId): Person => {
    if (side === 'physician') return { side, physicianId }
    if (side === 'worker') return { side, appointmentId }
    return { side, appointmentId, guestId: guestIds[appointmentId] }
  }

  for (const move of moves) {
    clock.advance(10)
    const named = move.about === 'own' ? move.of : appointmentIds.find((id) => id !== move.of)
    const appointmentId = named ?? move.of
    const known = all.get(appointmentId)
    if (known === undefined) continue
    const result = make(move, appointmentId, known)
    learn(result)
    check(move, result, (id) => all.get(id))
  }

  function make(move: Move, appointmentId: AppointmentId, known: Known): Result {
    const person = personOf(move.side, move.of)
    const guestId = guestIds[appointmentId]
    const call = { appointmentId, callId: known.call }
    const onGuest = {
      appointmentId,
      admissionId: known.admission,
      with: move.other,
      attempt: move.attempt,
    }
    switch (move.what) {
      case 'arrive':
        return person.side === 'guest'
          ? consultations.arriveGuest({
              id: person.guestId,
              appointmentId: move.of,
              role: 'interpreter',
              name: 'Elif Kaya',
              page: move.page,
              admittedTo: null,
            })
          : consultations.arrive(person, move.page, null)
      case 'lose':
        return consultations.loseLine(person)
      case 'ring':
        return consultations.command(personOf('physician', move.of), {
          type: 'ring',
          appointmentId,
        })
      case 'answer':
        return consultations.command(personOf('worker', move.of), {
          type: 'answer',
          appointmentId,
          ringId: known.ring,
        })
      case 'admit':
        return consultations.command(person, { type: 'admit-guest', appointmentId, guestId })
      case 'remove':
        return consultations.command(person, { type: 'remove-guest', appointmentId, guestId })
      case 'object':
        return consultations.command(person, { type: 'object-to-guest', appointmentId, guestId })
      case 'leave':
        return person.side === 'guest'
          ? consultations.endGuest(person.appointmentId, person.guestId, 'left')
          : nothing
      case 'signal':
        return consultations.command(person, {
          type: 'guest-signal',
          ...onGuest,
          signal: candidate,
        })
      case 'renew':
        return consultations.command(person, { type: 'guest-renew', ...onGuest })
      case 'hang-up':
        return consultations.command(person, { type: 'hang-up', ...call })
      case 'rejoin':
        return consultations.command(person, { type: 'rejoin', ...call })
      case 'time':
        clock.advance(30_000)
        return consultations.passTime()
      default:
        return move.what satisfies never
    }
  }

  function learn({ happenings, sends }: Result): void {
    for (const happening of happenings) {
      const known = all.get(happening.appointmentId)
      if (known === undefined) continue
      if (happening.what === 'ring-started') known.ring = happening.ringId
      if (happening.what === 'call-opened') known.call = happening.callId
      if (happening.what === 'guest-admitted') known.admitted = true
      if (happening.what === 'guest-objected-to') known.admitted = false
      if (happening.what === 'guest-ended') Object.assign(known, { admitted: false, over: true })
    }
    for (const { message } of sends) {
      if (message.type !== 'guest-connection-opened') continue
      const known = all.get(message.appointmentId)
      if (known !== undefined) known.admission = message.admissionId
    }
  }
}

const always = (check: Check) =>
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (moves) => walk(moves, check)),
    { numRuns: 400 },
  )

const toGuest = ({ sends }: Result) => sends.filter(({ to }) => to.side === 'guest')

test('before they are let in, a guest hears that they wait or are out, and nothing else', () => {
  always((_move, result, of) => {
    for (const { to, message } of toGuest(result)) {
      if (to.side !== 'guest' || of(to.appointmentId)?.admitted === true) continue
      expect(['guest-stand', 'refused']).toContain(message.type)
      if (message.type === 'guest-stand') expect(message.stand.phase).not.toBe('admitted')
    }
  })
})

test('what a guest hears is of their own consultation, and what they say reaches no other', () => {
  always((move, { sends }) => {
    for (const { to, message } of sends) {
      if (!message.type.startsWith('guest-') || !('appointmentId' in message)) continue
      if (to.side !== 'physician') expect(to.appointmentId).toBe(message.appointmentId)
      if (to.side === 'guest') expect(to.guestId).toBe(guestIds[to.appointmentId as AppointmentId])
      if (move.side === 'guest' && message.type === 'guest-signal') {
        expect(message.appointmentId).toBe(move.of)
      }
    }
  })
})

test('only the physician lets in, and for a guest who is out nothing opens any more', () => {
  always((move, { happenings, sends }, of) => {
    for (const { what } of happenings) {
      if (what === 'guest-admitted') expect(move.side).toBe('physician')
    }
    for (const { message } of sends) {
      if (message.type !== 'guest-connection-opened') continue
      expect(of(message.appointmentId)).toMatchObject({ admitted: true, over: false })
    }
  })
})

test('a connection is told to both its ends, of whom the guest never offers', () => {
  always((_move, { sends }) => {
    const opened = sends.flatMap(({ to, message }) =>
      message.type === 'guest-connection-opened' ? [{ to: to.side, ...message }] : [],
    )
    for (const each of opened) {
      expect(each.initiator).toBe(each.to !== 'guest')
      const back = opened.filter(
        (other) =>
          other.to === each.with &&
          other.with === each.to &&
          other.attempt === each.attempt &&
          other.admissionId === each.admissionId,
      )
      expect(back).toHaveLength(1)
    }
  })
})
