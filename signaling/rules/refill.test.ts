import { describe, expect, test } from 'vitest'
import { offerUntil, refillOrder, type Candidate } from './refill.ts'

const candidate = (workerId: string, more?: Partial<Candidate>): Candidate => ({
  workerId,
  reason: 'due',
  language: 'nl',
  siteId: null,
  dueOn: null,
  askedAt: '2026-11-20T08:00:00.000Z',
  eligible: true,
  reachable: true,
  ...more,
})
const anySlot = { languages: ['nl'], siteId: null } as const
const order = (
  candidates: readonly Candidate[],
  slot: Parameters<typeof refillOrder>[0] = anySlot,
) => refillOrder(slot, candidates).map(({ workerId }) => workerId)

describe('a freed slot is offered', () => {
  test('to people on their page, then to who asked for earlier, then to spontaneous requests, then to the due list', () => {
    const all = [
      candidate('due'),
      candidate('spontaneous', { reason: 'spontaneous' }),
      candidate('earlier', { reason: 'asked-for-earlier' }),
      candidate('online', { reason: 'online' }),
    ]
    expect(order(all)).toEqual(['online', 'earlier', 'spontaneous', 'due'])
  })

  test('Code, art. I.4-37: among spontaneous requests, to the one whose ten working days end first', () => {
    const later = candidate('later', { reason: 'spontaneous', dueOn: '2026-12-04' })
    const sooner = candidate('sooner', { reason: 'spontaneous', dueOn: '2026-11-27' })
    expect(order([later, sooner])).toEqual(['sooner', 'later'])
  })

  test('where ends are alike, to who asked first', () => {
    const second = candidate('second', { askedAt: '2026-11-20T09:00:00.000Z' })
    expect(order([second, candidate('first')])).toEqual(['first', 'second'])
  })

  test('once to each, for the best of their reasons', () => {
    const both = [candidate('An'), candidate('An', { reason: 'online' }), candidate('Bo')]
    expect(refillOrder(anySlot, both).map(({ workerId, reason }) => [workerId, reason])).toEqual([
      ['An', 'online'],
      ['Bo', 'due'],
    ])
  })
})

describe('it is not offered', () => {
  test.each([
    ['where the policy or an act that is due forbids it', { eligible: false }],
    ['to who cannot be reached', { reachable: false }],
    ['to who speaks none of the physician’s languages', { language: 'de' }],
  ] as const)('%s', (_name, more) => {
    expect(order([candidate('An', more)])).toEqual([])
  })

  test('in a company’s room, to who works elsewhere', () => {
    const people = [
      candidate('here', { siteId: 'site-1' }),
      candidate('there', { siteId: 'site-2' }),
    ]
    expect(order(people, { languages: ['nl'], siteId: 'site-1' })).toEqual(['here'])
  })
})

describe('an offer for the slot from 09:30 to 09:50', () => {
  const at = (clock: string) => Date.parse(`2026-11-24T${clock}:00Z`)
  const slot = { endsAt: at('09:50') }

  test.each([
    ['the day before: ten minutes', 'due', '09:00', '09:10'],
    ['shortly before: while one can still come in time', 'due', '09:26', '09:30'],
    ['when it has begun, to nobody who has to come first', 'due', '09:29', null],
    ['… to who is on their page', 'online', '09:31', '09:40'],
    ['… but not when too little of it is left', 'online', '09:39', null],
  ] as const)('%s', (_name, reason, now, until) => {
    expect(offerUntil(slot, reason, at(now))).toBe(until === null ? null : at(until))
  })
})
