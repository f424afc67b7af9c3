/** Random walks of two workers and their physician through the consultations: what must hold whatever happens. */
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createFixedClock, createSequentialIds } from '../testing/clock.ts'
import { toInstant } from '../clock.ts'
import type { Command } from './commands.ts'
import { createConsultations } from './consultations.ts'
import type { Result } from './steps.ts'
import type { HeldCall } from './events.ts'
import { keyOf, type Planned, type Principal } from './person.ts'
import { candidate } from './specimens.ts'

const physicianId = 'physician-00000001'
const appointmentIds: readonly string[] = ['appointment-00001', 'appointment-00002']
const people: readonly Principal[] = [
  { side: 'physician', physicianId },
  ...appointmentIds.map((appointmentId): Principal => ({ side: 'worker', appointmentId })),
]

/** One move of the walk. `which` picks an id: of the present ring, call, attempt, or an older one. */
const anyMove = fc.record({
  what: fc.constantFrom(
    ...([
      'arrive',
      'arrive-holding',
      'lose',
      'readiness',
      'ring',
      'ring',
      'stop-ring',
      'ring-shown',
      'answer',
      'answer',
      'defer',
      'signal',
      'renew',
      'rejoin',
      'hang-up',
      'time',
      'over',
    ] as const),
  ),
  person: fc.constantFrom(...people),
  appointmentId: fc.constantFrom(...appointmentIds),
  page: fc.constantFrom('page-a-0000000001', 'page-b-0000000002'),
  stale: fc.boolean(),
  ms: fc.constantFrom(1000, 20_000, 45_000, 90_000, 600_000),
})
type Move = typeof anyMove extends fc.Arbitrary<infer M> ? M : never

/** Mostly whoever may make the move makes it, so that walks come far; sometimes anyone does. */
const move = anyMove.map((made): Move => {
  const { what, appointmentId, ms } = made
  if (ms === 600_000) return made
  if (what === 'ring' || what === 'stop-ring') {
    return { ...made, person: { side: 'physician', physicianId }, stale: false }
  }
  if (what === 'answer' || what === 'defer' || what === 'ring-shown' || what === 'readiness') {
    return { ...made, person: { side: 'worker', appointmentId }, stale: false }
  }
  const { person } = made
  return person.side === 'worker' ? { ...made, appointmentId: person.appointmentId } : made
})

interface World {
  ring: string
  call: string
  attempt: number
}

function walk(moves: readonly Move[], check: (world: Walked) => void): void {
  const clock = createFixedClock()
  const consultations = createConsultations({
    now: () => clock.now(),
    toInstant,
    makeId: createSequentialIds(),
    standbys: 1,
  })
  consultations.admit(appointmentIds.map(planned))
  consultations.list(physicianId, appointmentIds, null)
  const known = new Map<string, World>(
    appointmentIds.map((id) => [id, { ring: '', call: '', attempt: 1 }]),
  )

  for (const made of moves) {
    clock.advance(10)
    const world = known.get(made.appointmentId) ?? { ring: '', call: '', attempt: 1 }
    const result = makeMove(made, world)
    learn(result)
    check({ made, result, consultations })
  }

  function makeMove(made: Move, world: World): Result {
    const { person, appointmentId, page, stale } = made
    const held: HeldCall & { appointmentId: string } = {
      appointmentId,
      callId: world.call || `call-before-${appointmentId}`,
      attempt: stale ? world.attempt + 1 : world.attempt,
    }
    const other: Partial<Record<Move['what'], () => Result>> = {
      'arrive': () => consultations.arrive(person, page, null),
      'arrive-holding': () => consultations.arrive(person, page, { ...held, proven: true }),
      'lose': () => consultations.loseLine(person),
      'over': () =>
        made.ms === 600_000 ? consultations.over(appointmentId, 'completed') : nothing,
      'time': () => {
        clock.advance(made.ms)
        return consultations.passTime()
      },
    }
    return other[made.what]?.() ?? consultations.command(person, toCommand(made, world))
  }

  function learn({ sends, happenings }: Result): void {
    for (const happening of happenings) {
      const world = known.get(happening.appointmentId)
      if (world && happening.what === 'ring-started') world.ring = happening.ringId
      if (world && happening.what === 'call-opened') world.call = happening.callId
    }
    for (const { message } of sends) {
      const world = 'appointmentId' in message && known.get(message.appointmentId ?? '')
      if (world && message.type === 'call-opened') world.attempt = message.attempt
    }
  }
}

interface Walked {
  readonly made: Move
  readonly result: Result
  readonly consultations: ReturnType<typeof createConsultations>
}

function toCommand(made: Move, world: World): Command {
  const { appointmentId, stale } = made
  const ringId = stale ? 'ring-of-before-00' : world.ring
  const callId = world.call
  const attempt = stale ? Math.max(1, world.attempt - 1) : world.attempt
  const ofRing = (type: 'stop-ring' | 'ring-shown' | 'answer' | 'defer'): Command => ({
    type,
    appointmentId,
    ringId,
  })
  const ofCall = (type: 'rejoin' | 'hang-up'): Command => ({ type, appointmentId, callId })
  const commands: Partial<Record<Move['what'], Command>> = {
    'readiness': { type: 'readiness', readiness: 'ready', visible: true },
    'ring': { type: 'ring', appointmentId },
    'stop-ring': ofRing('stop-ring'),
    'ring-shown': ofRing('ring-shown'),
    'answer': ofRing('answer'),
    'defer': ofRing('defer'),
    'signal': { type: 'signal', appointmentId, callId, attempt, signal: candidate },
    'renew': { type: 'renew', appointmentId, callId, attempt },
    'rejoin': ofCall('rejoin'),
    'hang-up': ofCall('hang-up'),
  }
  const command = commands[made.what]
  if (command === undefined) throw new Error(`${made.what} is no command`)
  return command
}

const nothing: Result = { sends: [], happenings: [] }

function planned(appointmentId: string): Planned {
  const startsAt = Date.parse('2026-11-24T09:00:00Z') + appointmentIds.indexOf(appointmentId) * 1000
  const sessionId = 'session-000000001'
  return { appointmentId, physicianId, sessionId, startsAt, endsAt: startsAt, over: false }
}

const seed = Number(process.env['VISITE_TEST_SEED'] ?? Date.now())
const runs = { numRuns: 200, seed }

function always(check: () => (walked: Walked) => void): void {
  fc.assert(
    fc.property(fc.array(move, { minLength: 10, maxLength: 60 }), (moves) => walk(moves, check())),
    runs,
  )
}

const viewsOf = ({ consultations }: Walked) => {
  const [physician] = people
  return physician === undefined ? [] : consultations.views(physician)
}

test('the walks come far: calls are opened, left, entered again and ended', () => {
  const seen = new Set<string>()
  always(() => ({ result }) => {
    for (const { what } of result.happenings) seen.add(what)
  })
  for (const what of ['call-opened', 'attempt-opened', 'place-left', 'place-taken', 'call-ended']) {
    expect(seen).toContain(what)
  }
})

describe('whatever happens', () => {
  test('a physician rings at most one worker, and is in at most one call', () => {
    always(() => {
      let claimed = false
      return (walked) => {
        const views = viewsOf(walked)
        expect(views.filter(({ ring }) => ring?.phase === 'ringing').length).toBeLessThan(2)
        // A claim after a restart is a page's word for what it does: pages may claim two calls.
        claimed ||= walked.made.what === 'arrive-holding'
        const calls = views.filter(({ call }) => call?.phase === 'open' && call.physicianIn)
        if (!claimed) expect(calls.length).toBeLessThan(2)
      }
    })
  })

  test('a side is told to build a connection only after its own consent: an answer, a ring, a return or a claim', () => {
    always(() => {
      const consents = new Set<string>()
      return ({ made, result }) => {
        const { appointmentId, person, what } = made
        const side = person.side
        if (what === 'ring' || what === 'answer' || what === 'rejoin' || what === 'arrive-holding')
          consents.add(`${side} ${appointmentId}`)
        for (const { to, message } of result.sends) {
          if (message.type !== 'call-opened') continue
          expect(consents).toContain(`${to.side} ${message.appointmentId}`)
        }
      }
    })
  })

  test('the physician was in a call only after ringing, returning or claiming, and whenever they are in', () => {
    always(() => {
      const consents = new Set<string>()
      return (walked) => {
        const { what, person, appointmentId } = walked.made
        const consenting = what === 'ring' || what === 'rejoin' || what === 'arrive-holding'
        if (consenting && person.side === 'physician') consents.add(appointmentId)
        for (const { appointmentId: id, call } of viewsOf(walked)) {
          if (call?.phase !== 'open') continue
          if (call.physicianIn) expect(call.physicianWas).toBe(true)
          if (call.physicianWas) expect(consents).toContain(id)
        }
      }
    })
  })

  test('without a claim, no call is open that no worker answered', () => {
    always(() => {
      const answered = new Set<string>()
      let claimed = false
      return (walked) => {
        if (walked.made.what === 'arrive-holding') claimed = true
        if (walked.made.what === 'answer') answered.add(walked.made.appointmentId)
        if (claimed) return
        for (const { appointmentId, call } of viewsOf(walked)) {
          if (call !== null) expect(answered).toContain(appointmentId)
        }
      }
    })
  })

  test('what ended stays ended: rings, calls, appointments; and each call ends once', () => {
    always(() => {
      const ended = new Set<string>()
      return (walked) => {
        const before = new Set(ended)
        for (const happening of walked.result.happenings) {
          const id =
            happening.what === 'ring-ended'
              ? happening.ringId
              : happening.what === 'call-ended'
                ? `${happening.appointmentId} ${happening.callId}`
                : null
          if (id === null) continue
          expect(before).not.toContain(id)
          ended.add(id)
        }
        for (const { appointmentId, ring, call, over } of viewsOf(walked)) {
          if (ring?.phase === 'ringing') expect(ended).not.toContain(ring.id)
          if (call?.phase === 'open') expect(ended).not.toContain(`${appointmentId} ${call.id}`)
          if (over) ended.add(appointmentId)
          expect(over).toBe(ended.has(appointmentId))
          if (over) expect([ring?.phase, call?.phase]).not.toContain('ringing')
        }
      }
    })
  })

  test('nothing of one appointment reaches the worker of another, whatever the message', () => {
    always(() => ({ made, result }) => {
      for (const { to, message } of result.sends) {
        if (to.side !== 'worker') continue
        if (message.type === 'consultation') {
          expect(message.consultation.appointmentId).toBe(to.appointmentId)
        } else if (message.type === 'refused') {
          // The asker's own words, and only to the asker.
          expect(to).toEqual(made.person)
        } else if ('appointmentId' in message) {
          expect(message.appointmentId).toBe(to.appointmentId)
        }
      }
    })
  })

  test('only signals of the present attempt are relayed, and never back to their sender', () => {
    always(() => {
      const present = new Map<string, number>()
      return ({ made, result }) => {
        for (const { to, message } of result.sends) {
          if (message.type === 'call-opened') {
            const latest = present.get(message.callId) ?? 0
            expect(message.attempt).toBeGreaterThanOrEqual(latest)
            present.set(message.callId, message.attempt)
          }
          if (message.type !== 'signal') continue
          expect(message.attempt).toBe(present.get(message.callId) ?? message.attempt)
          if (made.what === 'signal') expect(to.side).not.toBe(made.person.side)
        }
      }
    })
  })

  test('a standby is opened only between a physician who is here and a worker who is here, and ends when either has left', () => {
    always(() => {
      const here = new Set<string>()
      const open = new Map<string, string>()
      const ended = new Set<string>()
      return (walked) => {
        const { made, result } = walked
        const who = keyOf(made.person)
        if (made.what === 'arrive' || made.what === 'arrive-holding') here.add(who)
        if (made.what === 'lose') here.delete(who)
        for (const { to, message } of result.sends) {
          if (to.side === 'worker') continue
          if (message.type === 'standby-opened') {
            expect(ended).not.toContain(message.callId)
            expect([...here]).toEqual(
              expect.arrayContaining([keyOf(to), `worker ${message.appointmentId}`]),
            )
            open.set(message.appointmentId, message.callId)
          }
          if (message.type === 'standby-closed') open.delete(message.appointmentId)
          if (message.type === 'call-opened') open.delete(message.appointmentId)
          if (message.type === 'standby-closed') ended.add(message.callId)
        }
        expect(open.size).toBeLessThanOrEqual(1)
        for (const view of viewsOf(walked)) {
          if (!open.has(view.appointmentId)) continue
          expect(view).toMatchObject({ call: null, over: false })
          expect(view.presence.kind).not.toBe('absent')
          expect(view.presence).not.toMatchObject({ readiness: 'unchecked' })
        }
      }
    })
  })

  test('both sides are told the same of a standby, and one of them is to offer', () => {
    always(() => ({ result }) => {
      const told = { worker: new Set<string>(), physician: new Set<string>(), guest: new Set() }
      for (const { to, message } of result.sends) {
        if (message.type === 'standby-closed') told[to.side].add(`${message.callId} closed`)
        if (message.type !== 'standby-opened') continue
        told[to.side].add(`${message.callId} ${message.attempt}`)
        expect(message.initiator).toBe(to.side === 'physician')
      }
      expect(told.worker).toEqual(told.physician)
    })
  })

  test('what a page was last told is how things stand, its place in the queue too', () => {
    always(() => {
      const told = new Map<string, ReadonlyMap<string, unknown>>()
      return ({ made: { what, person }, result, consultations }) => {
        if (what === 'lose') told.delete(keyOf(person))
        if (what === 'arrive' || what === 'arrive-holding') {
          const views = consultations.views(person)
          told.set(keyOf(person), new Map(views.map((view) => [view.appointmentId, view])))
        }
        for (const { to, message } of result.sends) {
          const before = told.get(keyOf(to))
          if (message.type !== 'consultation' || before === undefined) continue
          const { consultation } = message
          told.set(keyOf(to), new Map(before).set(consultation.appointmentId, consultation))
        }
        for (const each of people) {
          const last = told.get(keyOf(each))
          if (last !== undefined) expect([...last.values()]).toEqual(consultations.views(each))
        }
      }
    })
  })

  test('no result grows without bound', () => {
    always(() => ({ result }) => {
      expect(result.sends.length).toBeLessThan(10)
    })
  })
})
