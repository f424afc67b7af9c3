import { describe, expect, test } from 'vitest'
import { initialVoice, stepVoice, type VoiceSample, type VoiceState } from './voice-state.ts'

/** Ten levels a second for so long, from where the state stands. */
function hear(
  from: { readonly state: VoiceState; readonly at: number },
  seconds: number,
  sample: Partial<VoiceSample>,
) {
  let { state, at } = from
  const found = new Set<VoiceState['found']>()
  for (let step = 0; step < seconds * 10; step++) {
    const before = at
    at += 100
    state = stepVoice(state, { own: 0, other: 0, microphone: 'on', ...sample, at }, before)
    found.add(state.found)
  }
  return { state, at, found: [...found] }
}

const start = { state: initialVoice, at: 0 }

describe('a microphone', () => {
  test('that gives nothing at all for five seconds is silent', () => {
    expect(hear(start, 4.9, {}).found).toEqual(['hearing'])
    expect(hear(start, 5.1, {}).state.found).toBe('silent')
  })

  test('in a quiet room is heard', () => {
    expect(hear(start, 60, { own: 0.0002 }).found).toEqual(['hearing'])
  })

  test('is not missed while the other person talks', () => {
    expect(hear(start, 60, { other: 0.2 }).found).toEqual(['hearing'])
  })

  test('is heard again with the first sound', () => {
    const silent = hear(start, 6, {})
    expect(hear(silent, 0.1, { own: 0.001 }).state.found).toBe('hearing')
  })

  test('is not called silent for the time in which the page slept', () => {
    const awake = stepVoice(initialVoice, { at: 60_000, own: 0, other: 0, microphone: 'on' }, 0)
    expect(awake.found).toBe('hearing')
  })

  test('that is muted is never called silent', () => {
    expect(hear(start, 60, { microphone: 'off' }).found).toEqual(['hearing'])
  })
})

describe('a person who talks while muted', () => {
  const talking = { microphone: 'off', own: 0.1 } as const

  test('is told within a second, for six seconds, and not again for half a minute', () => {
    const told = hear(start, 1, talking)
    expect(told.state.found).toBe('muted-talk')
    const later = hear(told, 6, talking)
    expect(later.state.found).toBe('hearing')
    expect(hear(later, 29, talking).found).toEqual(['hearing'])
    expect(hear(later, 31, talking).state.found).toBe('muted-talk')
  })

  test('is not told for a cough', () => {
    const coughed = hear(start, 0.3, talking)
    expect(hear(coughed, 10, { microphone: 'off', own: 0.001 }).found).toEqual(['hearing'])
  })

  test('hears nothing of it any more when unmuted', () => {
    const told = hear(start, 1, talking)
    expect(hear(told, 0.1, { own: 0.1 }).state.found).toBe('hearing')
  })
})
