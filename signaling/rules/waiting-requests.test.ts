import { describe, expect, test } from 'vitest'
import {
  canTake,
  choicesOf,
  keptSlots,
  type SlotForRequest,
  type WaitingRequest,
} from './waiting-requests.ts'

const slot = (more?: Partial<SlotForRequest>): SlotForRequest => ({
  id: 'slot',
  on: '2026-11-25',
  startsAt: '2026-11-25T08:00:00.000Z',
  endsAt: '2026-11-25T08:20:00.000Z',
  languages: ['nl', 'fr'],
  siteId: null,
  modality: 'remote',
  ...more,
})
const request = (more?: Partial<WaitingRequest>): WaitingRequest => ({
  language: 'nl',
  siteId: null,
  dueOn: '2026-12-01',
  notBefore: null,
  isKnown: true,
  elsewhere: [],
  mayBeByVideo: () => true,
  suits: () => true,
  ...more,
})

test('a request can have a free slot by video, in its language', () => {
  expect(canTake(request(), slot())).toBe(true)
})

describe('it cannot have one', () => {
  test.each([
    ['of a physician without its language', request({ language: 'de' }), slot()],
    ['that the policy refuses by video', request({ mayBeByVideo: () => false }), slot()],
    ['before they work again (art. I.4-34)', request({ notBefore: '2026-11-26' }), slot()],
    [
      'in a company room, where the employer would see them (art. I.4-37)',
      request(),
      slot({ siteId: 'site-1' }),
    ],
    ['in the room of another site', request({ siteId: 'site-2' }), slot({ siteId: 'site-1' })],
    ['while they are expected elsewhere', request({ elsewhere: [slot()] }), slot()],
    [
      'in person, before it is known who they are',
      request({ isKnown: false }),
      slot({ modality: 'in-person' }),
    ],
  ])('%s', (_name, who, which) => {
    expect(canTake(who, which)).toBe(false)
  })
})

describe('of several slots it has', () => {
  const choose = (who: WaitingRequest, ...slots: SlotForRequest[]) =>
    choicesOf(who, slots)
      .choices.map((among) => among.map(({ id }) => id))
      .find((among) => among.length > 0)

  test('one in time at a moment that suits, before one in time, before one that is late', () => {
    const suits = (startsAt: string) => startsAt.includes('T13')
    const who = request({ suits })
    const morning = slot({ id: 'morning' })
    const afternoon = slot({ id: 'afternoon', startsAt: '2026-11-25T13:00:00.000Z' })
    const late = slot({ id: 'late', on: '2026-12-03', startsAt: '2026-12-03T13:00:00.000Z' })
    expect(choose(who, morning, afternoon, late)).toEqual(['afternoon'])
    expect(choose(who, morning, late)).toEqual(['morning'])
    expect(choose(who, late)).toEqual(['late'])
  })

  test('one by video, and one in person where it may not be by video', () => {
    const slots = [slot({ id: 'video' }), slot({ id: 'visit', modality: 'in-person' })]
    expect(choose(request(), ...slots)).toEqual(['video'])
    expect(choose(request({ mayBeByVideo: () => false }), ...slots)).toEqual(['visit'])
  })
})

describe('when a half day is filled', () => {
  const slots = ['9:00', '9:20'].map((id) => slot({ id }))
  const ids = (kept: ReadonlySet<SlotForRequest>) => [...kept].map(({ id }) => id)

  test('a request keeps a slot of it that it cannot do without', () => {
    const waiting = [choicesOf(request(), slots)]
    expect(ids(keptSlots(slots, 5, waiting))).toHaveLength(1)
  })

  test('and none where one elsewhere is in time', () => {
    const tomorrow = slot({ id: 'tomorrow', on: '2026-11-26' })
    const waiting = [choicesOf(request(), [...slots, tomorrow])]
    expect(ids(keptSlots(slots, 5, waiting))).toEqual([])
  })
})
