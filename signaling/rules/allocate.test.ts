import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { allocate, type Invitee, type FreeSlot } from './allocate.ts'

const slot = (id: string, more?: Partial<FreeSlot>): FreeSlot => ({
  id,
  on: '2026-11-24',
  languages: ['nl', 'fr'],
  siteId: null,
  ...more,
})
const worker = (id: string, more?: Partial<Invitee>): Invitee => ({
  id,
  language: 'nl',
  siteId: 'site-1',
  dueOn: null,
  alreadyPlanned: false,
  wishedSlotId: null,
  refusal: () => null,
  ...more,
})
const placedOf = (slots: FreeSlot[], workers: Invitee[]) =>
  Object.fromEntries(allocate(slots, workers).placed.map((each) => [each.workerId, each.slotId]))

describe('a cohort', () => {
  test('fills the slots in their order', () => {
    expect(placedOf([slot('9:00'), slot('9:20')], [worker('An'), worker('Bo')])).toEqual({
      An: '9:00',
      Bo: '9:20',
    })
  })

  test('makes room: who fits two slots moves for who fits one', () => {
    const slots = [slot('nl and de', { languages: ['nl', 'de'] }), slot('nl')]
    expect(placedOf(slots, [worker('An'), worker('Dirk', { language: 'de' })])).toEqual({
      An: 'nl',
      Dirk: 'nl and de',
    })
  })

  test('never puts out who came first for who comes later', () => {
    const { placed, leftOut } = allocate([slot('only')], [worker('An'), worker('Bo')])
    expect(placed).toEqual([{ slotId: 'only', workerId: 'An', inTime: true }])
    expect(leftOut).toEqual([{ workerId: 'Bo', reason: 'no-free-slot' }])
  })

  test('is late rather than left out, and nobody is late who need not be', () => {
    const slots = [slot('tomorrow', { on: '2026-11-25' }), slot('today'), slot('next week')]
    const cohort = [
      worker('overdue', { dueOn: '2026-11-20' }),
      worker('Bo', { dueOn: '2026-11-24' }),
    ]
    expect(allocate(slots, cohort).placed).toEqual([
      { slotId: 'tomorrow', workerId: 'overdue', inTime: false },
      { slotId: 'today', workerId: 'Bo', inTime: true },
    ])
  })

  test('gets the slots that the planner chose, the others around them', () => {
    const slots = [slot('9:00'), slot('9:20')]
    expect(placedOf(slots, [worker('An'), worker('Bo', { wishedSlotId: '9:00' })])).toEqual({
      Bo: '9:00',
      An: '9:20',
    })
    expect(allocate(slots, [worker('An', { wishedSlotId: '9:40' })]).leftOut).toEqual([
      { workerId: 'An', reason: 'no-free-slot' },
    ])
  })
})

describe('requests that wait come before a cohort', () => {
  test('each keeps a slot, and who of the cohort goes without because of it reads so', () => {
    const slots = [slot('9:00'), slot('9:20')]
    const { placed, kept, leftOut } = allocate(
      slots,
      [worker('An'), worker('Bo'), worker('Cem')],
      [{ choices: [slots] }],
    )
    expect(placed.map((each) => [each.workerId, each.slotId])).toEqual([['An', '9:20']])
    expect(kept).toEqual(['9:00'])
    expect(leftOut).toEqual([
      { workerId: 'Bo', reason: 'kept-for-request' },
      { workerId: 'Cem', reason: 'no-free-slot' },
    ])
  })

  test('one for which there is a slot of another day keeps none where it takes somebody’s', () => {
    const slots = [slot('9:00')]
    const tomorrow = slot('tomorrow', { on: '2026-11-25' })
    const { placed, kept } = allocate(slots, [worker('An')], [{ choices: [[...slots, tomorrow]] }])
    expect(placed).toEqual([{ slotId: '9:00', workerId: 'An', inTime: true }])
    expect(kept).toEqual([])
  })

  test('one that nothing suits keeps nothing', () => {
    const { placed, kept } = allocate([slot('9:00')], [worker('An')], [{ choices: [[], []] }])
    expect(placed).toHaveLength(1)
    expect(kept).toEqual([])
  })
})

describe('who is left out reads why', () => {
  test.each([
    ['planned already', { alreadyPlanned: true }, {}, 'worker-already-planned'],
    [
      'an examination that is not possible by video',
      { refusal: () => 'remote-not-allowed' as const },
      {},
      'remote-not-allowed',
    ],
    ['a room at another site', {}, { siteId: 'site-2' }, 'not-at-their-site'],
    ['a physician without their language', { language: 'de' }, {}, 'not-in-their-language'],
    [
      'an approval that is over by then',
      { refusal: (on: string) => (on < '2026-11-24' ? null : 'approval-expired') },
      {},
      'approval-expired',
    ],
  ] as const)('%s', (_name, ofWorker, ofSlot, reason) => {
    expect(allocate([slot('one', ofSlot)], [worker('An', ofWorker)]).leftOut).toEqual([
      { workerId: 'An', reason },
    ])
  })

  test('no slots at all', () => {
    expect(allocate([], [worker('An')]).leftOut).toEqual([
      { workerId: 'An', reason: 'no-free-slot' },
    ])
  })
})

describe('whatever the cohort and the slots', () => {
  const language = fc.constantFrom('nl', 'fr', 'de', 'en')
  const day = fc.constantFrom('2026-11-24', '2026-11-25', '2026-11-26')
  const site = fc.constantFrom('site-1', 'site-2', null)
  const slots = fc
    .array(fc.record({ on: day, languages: fc.uniqueArray(language), siteId: site }), {
      maxLength: 9,
    })
    .map((all) => all.map((each, index) => ({ id: `slot-${index}`, ...each })))
  const workers = fc
    .array(
      fc.record({
        language,
        siteId: site,
        dueOn: fc.option(day),
        alreadyPlanned: fc.boolean(),
      }),
      { maxLength: 6 },
    )
    .map((all) =>
      all.map((each, index) => ({
        id: `worker-${index}`,
        wishedSlotId: null,
        refusal: () => null,
        ...each,
      })),
    )
  const fits = (s: FreeSlot, w: Invitee) =>
    !w.alreadyPlanned &&
    (s.siteId === null || s.siteId === w.siteId) &&
    s.languages.includes(w.language)
  const inTime = (s: FreeSlot, w: Invitee) => fits(s, w) && (w.dueOn === null || s.on <= w.dueOn)

  test('each is placed once or left out once, in a slot that fits, which nobody else has', () => {
    fc.assert(
      fc.property(slots, workers, (open, cohort) => {
        const { placed, leftOut } = allocate(open, cohort)
        const everyone = [...placed, ...leftOut].map((each) => each.workerId)
        expect(everyone.toSorted()).toEqual(cohort.map((each) => each.id).toSorted())
        expect(new Set(placed.map((each) => each.slotId)).size).toBe(placed.length)
        for (const { slotId, workerId, inTime: said } of placed) {
          const at = open.find((each) => each.id === slotId)
          const who = cohort.find((each) => each.id === workerId)
          expect(at && who && fits(at, who)).toBe(true)
          expect(at && who && inTime(at, who)).toBe(said)
        }
      }),
    )
  })

  test('nobody more could be in time, and each of the list’s beginnings is served as if it were alone', () => {
    fc.assert(
      fc.property(slots, workers, (open, cohort) => {
        const { placed } = allocate(open, cohort)
        const early = new Set(placed.filter((each) => each.inTime).map((each) => each.workerId))
        expect(early.size).toBe(most(open, cohort))
        const half = cohort.slice(0, Math.floor(cohort.length / 2))
        const ofHalf = half.filter((each) => early.has(each.id)).length
        expect(ofHalf).toBe(most(open, half))
      }),
      { numRuns: 60 },
    )
  })

  test('no slot stays free that somebody who is left out could have', () => {
    fc.assert(
      fc.property(slots, workers, (open, cohort) => {
        const { placed, leftOut } = allocate(open, cohort)
        const free = open.filter((each) => placed.every(({ slotId }) => slotId !== each.id))
        for (const { workerId } of leftOut) {
          const who = cohort.find((each) => each.id === workerId)
          expect(free.filter((each) => who && fits(each, who))).toEqual([])
        }
      }),
    )
  })

  test('as many requests keep a slot as could without the cohort, and nobody has the same one', () => {
    const asked = fc.array(fc.uniqueArray(fc.nat(8)), { maxLength: 4 })
    fc.assert(
      fc.property(slots, workers, asked, (open, cohort, wanted) => {
        const requests = wanted.map((own) => ({
          choices: [open.filter((_slot, index) => own.includes(index))],
        }))
        const { placed, kept } = allocate(open, cohort, requests)
        expect(kept).toHaveLength(allocate(open, [], requests).kept.length)
        const held = [...kept, ...placed.map(({ slotId }) => slotId)]
        expect(new Set(held).size).toBe(held.length)
      }),
    )
  })

  /** How many can be in time: tries everything. */
  function most(open: readonly FreeSlot[], [first, ...rest]: readonly Invitee[]): number {
    if (first === undefined) return 0
    const with1 = open
      .filter((each) => inTime(each, first))
      .map(
        (taken) =>
          1 +
          most(
            open.filter((each) => each !== taken),
            rest,
          ),
      )
    return Math.max(most(open, rest), ...with1)
  }
})
