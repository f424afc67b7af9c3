import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { appointmentStatuses } from '../protocol/planning.ts'
import {
  holdsSlot,
  isOpen,
  step,
  type AppointmentEvent,
  type AppointmentLife,
  type OpenStatus,
} from './appointment-life.ts'

type AnyEvent = Parameters<typeof step>[1]
type LifeName = keyof typeof lives

/** Every life that there is, by the name that the tables below use. */
const lives = {
  'planned': life('planned'),
  'invited': life('invited'),
  'accepted': life('accepted'),
  'done': life('completed', { outcome: 'done-by-video' }),
  'in person, by the worker': life('converted', { inPersonAskedBy: 'worker' }),
  'in person, by the planner': life('converted', { inPersonAskedBy: 'planner' }),
  'in person, by the physician': life('converted', {
    outcome: 'needs-in-person',
    inPersonAskedBy: 'physician',
  }),
  'cancelled': life('cancelled'),
  'technique failed': life('cancelled', { outcome: 'not-reached' }),
  'no-show': life('no-show', { outcome: 'not-reached' }),
  'no answer': life('no-show'),
} as const

function life(
  status: AppointmentLife['status'],
  more?: Partial<Omit<AppointmentLife, 'status'>>,
): AppointmentLife {
  return Object.freeze({ status, outcome: null, inPersonAskedBy: null, ...more })
}

const names = Object.keys(lives) as LifeName[]
const openStatuses = ['planned', 'invited', 'accepted'] as const satisfies readonly OpenStatus[]

const outcome = (
  of: 'done-by-video' | 'needs-in-person' | 'not-reached',
  workerCame: boolean,
): AppointmentEvent => ({ type: 'record-outcome', outcome: of, workerCame })

/** What becomes of each life; a life that is not named refuses the event. */
type Row = readonly [string, AnyEvent, Partial<Record<LifeName, LifeName>>]

/** From every life that is open. */
const open = (to: LifeName) => ({ planned: to, invited: to, accepted: to })
/** From every end that was the planner's. */
const taken = (to: LifeName) => ({ 'cancelled': to, 'in person, by the planner': to })

/** An event that is added does not compile until it has its rows. */
const table: Record<AnyEvent['type'], readonly Row[]> = {
  'invite': [
    [
      'invite',
      { type: 'invite' },
      { planned: 'invited', invited: 'invited', accepted: 'accepted' },
    ],
  ],
  'accept': [['accept', { type: 'accept' }, { invited: 'accepted', accepted: 'accepted' }]],
  'move': [
    ['move', { type: 'move' }, { planned: 'planned', invited: 'invited', accepted: 'invited' }],
  ],
  'choose-slot': [
    ['choose a slot', { type: 'choose-slot' }, { invited: 'accepted', accepted: 'accepted' }],
  ],
  'take-back-move': openStatuses.map((was) => [
    `take back a move of who was ${was}`,
    { type: 'take-back-move', was },
    open(was),
  ]),
  'take-back-end': openStatuses.map((was) => [
    `take back the end of what was ${was}`,
    { type: 'take-back-end', was },
    // Whom the clock gave up had been invited.
    { ...taken(was), ...(was === 'planned' ? {} : { 'no answer': was }) },
  ]),
  'prefer-in-person': [
    ['prefer in person', { type: 'prefer-in-person' }, open('in person, by the worker')],
  ],
  'plan-in-person': [
    ['plan in person', { type: 'plan-in-person' }, open('in person, by the planner')],
  ],
  'cancel': [['cancel', { type: 'cancel' }, open('cancelled')]],
  'no-answer': [
    ['no answer', { type: 'no-answer' }, { invited: 'no answer', accepted: 'no answer' }],
  ],
  'record-outcome': [
    ['done by video, was there', outcome('done-by-video', true), open('done')],
    ['done by video, not seen by the server', outcome('done-by-video', false), open('done')],
    [
      'needs in person, was there',
      outcome('needs-in-person', true),
      open('in person, by the physician'),
    ],
    [
      'needs in person, never came',
      outcome('needs-in-person', false),
      open('in person, by the physician'),
    ],
    ['not reached, was there', outcome('not-reached', true), open('technique failed')],
    ['not reached, never came', outcome('not-reached', false), open('no-show')],
  ],
}
const rows = Object.values(table).flat()
const events = rows.map(([, event]) => event)

describe('each event in each life', () => {
  const cells = rows.flatMap(([name, event, expected]) =>
    names.map((from) => [name, from, expected[from] ?? 'refused', event] as const),
  )

  test.each(cells)('%s when %s: %s', (_, from, expected, event) => {
    const refusal = { ok: false, code: 'transition-refused' }
    const next = expected === 'refused' ? refusal : { ok: true, life: lives[expected] }
    expect(step(lives[from], event)).toEqual(next)
  })

  test('is in the table: every status, every event', () => {
    expect(new Set(names.map((name) => lives[name].status))).toEqual(new Set(appointmentStatuses))
    expect(cells).toHaveLength(11 * 20)
  })
})

test('open are those that wait for their hour; a slot is held until then, or once it was used', () => {
  expect(appointmentStatuses.filter(isOpen)).toEqual(openStatuses)
  expect(appointmentStatuses.filter(holdsSlot)).toEqual([...openStatuses, 'completed'])
})

describe('whatever happens, in whatever order', () => {
  const isUndo = ({ type }: AnyEvent) => type === 'take-back-end'
  const ending = (event: AnyEvent) => ['cancel', 'plan-in-person', 'no-answer'].includes(event.type)
  const moving = (event: AnyEvent) => ['move', 'choose-slot'].includes(event.type)
  const anyEvents = (of: readonly AnyEvent[]) =>
    fc.array(fc.constantFrom(...of), { minLength: 1, maxLength: 40 })

  interface Stride {
    readonly before: AppointmentLife
    readonly event: AnyEvent
    readonly refused: boolean
    readonly after: AppointmentLife
  }

  /** From the planning on: an event that is refused leaves the appointment as it was. */
  function walk(through: readonly AnyEvent[]): Stride[] {
    let now = life('planned')
    return through.map((event) => {
      const before = now
      const next = step(before, event)
      now = next.ok ? Object.freeze(next.life) : before
      return { before, event, refused: !next.ok, after: now }
    })
  }
  const always = (check: (strides: readonly Stride[]) => void, of = events) =>
    fc.assert(fc.property(anyEvents(of), (through) => check(walk(through))))

  test('an appointment is always in one of the lives above', () => {
    always((strides) => {
      for (const { after } of strides) expect(Object.values(lives)).toContainEqual(after)
    })
  })

  test('an end stays, whatever follows but an undo', () => {
    always(
      (strides) => {
        const end = strides.find(({ after }) => !isOpen(after.status))?.after
        const last = strides.at(-1)?.after
        if (end !== undefined) expect(last).toBe(end)
      },
      events.filter((event) => !isUndo(event)),
    )
  })

  test('what was over is open again by the undo of the planner’s own end, or of the clock’s, alone', () => {
    always((strides) => {
      for (const { before, event, after } of strides) {
        if (isOpen(before.status) || !isOpen(after.status)) continue
        expect(event.type).toBe('take-back-end')
        const undone = [lives.cancelled, lives['in person, by the planner'], lives['no answer']]
        expect(undone).toContainEqual(before)
      }
    })
  })

  test('an outcome that a physician recorded stays for good', () => {
    always((strides) => {
      const recorded = strides.find(({ after }) => after.outcome !== null)?.after
      if (recorded !== undefined) expect(strides.at(-1)?.after).toBe(recorded)
    })
  })

  test('a technical failure is never a no-show: nobody is one who came', () => {
    always((strides) => {
      for (const { before, event, after } of strides) {
        if (before.status === 'no-show' || after.status !== 'no-show') continue
        expect([outcome('not-reached', false), { type: 'no-answer' }]).toContainEqual(event)
      }
    })
  })

  test('a refused event has a code, and touches nothing', () => {
    fc.assert(
      fc.property(anyEvents(events), fc.constantFrom(...events), (through, event) => {
        const before = walk(through).at(-1)?.after ?? life('planned')
        const copy = structuredClone(before)
        const next = step(before, event)
        expect(before).toEqual(copy)
        if (!next.ok) expect(next).toEqual({ ok: false, code: 'transition-refused' })
      }),
    )
  })

  test('undo restores exactly what was before: a move, a chosen slot, a cancellation, a visit in person', () => {
    always((strides) => {
      for (const { before, event, refused, after } of strides) {
        if (refused || !isOpen(before.status)) continue
        const was = before.status
        if (ending(event)) {
          expect(step(after, { type: 'take-back-end', was })).toEqual({ ok: true, life: before })
        }
        if (moving(event)) {
          expect(step(after, { type: 'take-back-move', was })).toEqual({ ok: true, life: before })
        }
      }
    })
  })

  test('moves are undone one after another, back to the first', () => {
    const moves = anyEvents(events.filter(moving))
    fc.assert(
      fc.property(fc.constantFrom(...openStatuses), moves, (status, through) => {
        const first = life(status)
        const stack: OpenStatus[] = []
        let now: AppointmentLife = first
        const take = (event: AnyEvent) => {
          const next = step(now, event)
          if (next.ok) now = next.life
          return next.ok
        }
        for (const event of through) {
          const was = now.status
          if (take(event) && isOpen(was)) stack.push(was)
        }
        for (const was of stack.toReversed())
          expect(take({ type: 'take-back-move', was })).toBe(true)
        expect(now).toEqual(first)
      }),
    )
  })
})
