import { describe, expect, test } from 'vitest'
import {
  sampleAppointment,
  sampleCall,
  sampleInCall,
  sampleLive,
  sampleMedia,
  sampleRing,
} from './samples.ts'
import { screenOf, type Screen } from './screen.ts'
import { initialVisit, type VisitState } from './visit-state.ts'

const entered = { phase: 'entered', appointment: sampleAppointment } as const
const inside: VisitState = {
  ...initialVisit,
  arrival: entered,
  media: sampleMedia,
  live: sampleLive(),
}
const ended = {
  phase: 'ended',
  id: sampleCall.id,
  endedAt: '2026-11-24T08:10:00.000Z',
  reason: 'physician-ended',
} as const

function withState(state: (typeof sampleAppointment)['state']): VisitState['arrival'] {
  return { phase: 'entered', appointment: { ...sampleAppointment, state } }
}

const cases: readonly (readonly [string, Partial<VisitState>, Screen])[] = [
  ['the link is being looked at', { arrival: { phase: 'loading' } }, 'loading'],
  ['a link that is not valid', { arrival: { phase: 'not-valid', service: null } }, 'not-valid'],
  [
    'a link that was looked at, even while the waiting room is open',
    { arrival: { ...entered, phase: 'seen', token: 'token' }, live: null },
    'arrival',
  ],
  ['somebody who came early', { arrival: withState('upcoming'), live: null }, 'arrival'],
  [
    'a test before the waiting room opens, without devices',
    { arrival: withState('upcoming'), live: null, testing: true, media: { phase: 'untouched' } },
    'camera',
  ],
  [
    'a test before the waiting room opens, with devices',
    { arrival: withState('upcoming'), live: null, testing: true },
    'waiting',
  ],
  ['devices that were not asked for', { media: { phase: 'untouched' } }, 'camera'],
  ['devices that failed', { media: { phase: 'failed', reason: 'refused' } }, 'camera'],
  ['everything ready', {}, 'waiting'],
  ['a ring', { live: sampleLive({ ring: sampleRing }) }, 'ring'],
  [
    'a ring before the devices were asked for: answering asks',
    { live: sampleLive({ ring: sampleRing }), media: { phase: 'untouched' } },
    'ring',
  ],
  [
    'a ring while the devices are blocked: the steps stay',
    { live: sampleLive({ ring: sampleRing }), media: { phase: 'failed', reason: 'refused' } },
    'camera',
  ],
  [
    'a ring that was put off here, before the server says so',
    { live: sampleLive({ ring: sampleRing }), silencedRing: sampleRing.id },
    'waiting',
  ],
  [
    'a ring that is being answered',
    {
      live: sampleLive({ ring: sampleRing }),
      silencedRing: sampleRing.id,
      wish: { type: 'answer', camera: true },
    },
    'ring',
  ],
  ['a call', { live: sampleLive({ call: sampleCall }, { call: sampleInCall }) }, 'call'],
  [
    'a call while the line to the server is gone',
    { live: sampleLive({}, { call: sampleInCall, line: { phase: 'signed-out' } }) },
    'call',
  ],
  ['a call that this page is not in', { live: sampleLive({ call: sampleCall }) }, 'after'],
  ['a call that ended', { live: sampleLive({ call: ended }) }, 'after'],
  [
    'a new ring after a call that ended',
    {
      live: sampleLive({
        call: ended,
        ring: { ...sampleRing, startedAt: '2026-11-24T08:11:00.000Z' },
      }),
    },
    'ring',
  ],
  [
    'a missed ring after a call that ended',
    {
      live: sampleLive({
        call: ended,
        ring: {
          phase: 'ended',
          id: sampleRing.id,
          startedAt: '2026-11-24T08:11:00.000Z',
          endedAt: '2026-11-24T08:11:45.000Z',
          outcome: 'timed-out',
        },
      }),
    },
    'waiting',
  ],
  [
    'an appointment over after a call',
    { arrival: withState('over'), live: sampleLive({ call: ended, over: true }) },
    'after',
  ],
  ['an appointment over without a call', { arrival: withState('over'), live: null }, 'over'],
  ['a visit in person', { arrival: withState('in-person') }, 'in-person'],
  [
    'a second window',
    { live: sampleLive({}, { line: { phase: 'elsewhere', inCall: false } }) },
    'elsewhere',
  ],
  [
    'a window that was replaced',
    { live: sampleLive({}, { line: { phase: 'replaced' } }) },
    'replaced',
  ],
  ['an ended login', { live: sampleLive({}, { line: { phase: 'signed-out' } }) }, 'signed-out'],
  ['an old page', { live: sampleLive({}, { line: { phase: 'outdated' } }) }, 'outdated'],
  [
    'a lost line while waiting',
    { live: sampleLive({}, { line: { phase: 'lost', since: 0 } }) },
    'waiting',
  ],
]

describe('the screen', () => {
  test.each(cases)('%s', (_, part, screen) => {
    expect(screenOf({ ...inside, ...part }, true)).toBe(screen)
  })

  test('a window that cannot call says so before anything is tapped', () => {
    const arrival = { ...entered, phase: 'seen', token: 'token' } as const
    expect(screenOf({ ...inside, arrival, live: null }, false)).toBe('browser')
  })

  test('a window that cannot call still shows that the visit is in person', () => {
    expect(screenOf({ ...inside, arrival: withState('in-person') }, false)).toBe('in-person')
  })
})
