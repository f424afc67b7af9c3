/**
 * Listens to how loud both people are, and finds out two things that nobody notices alone: a microphone that gives
 * nothing, and a person who talks while muted. Pure: levels come in ten times a second.
 *
 *   hearing ──nothing at all for 5 s, the other silent too──▶ silent ──any sound──▶ hearing
 *   hearing ──muted, and a voice for 0.4 of the last second──▶ muted-talk ──6 s, or unmuted──▶ hearing
 */
import { voiceLevel } from './sound-level.ts'

export interface VoiceState {
  readonly found: 'hearing' | 'silent' | 'muted-talk'
  /** Milliseconds without any sound of this microphone in which a person could have been expected to talk. */
  readonly silentMs: number
  /** Milliseconds of voice while muted, fading when it pauses. */
  readonly mutedTalkMs: number
  readonly since: number
  /** Not said again before then. */
  readonly quietUntil: number
}

export interface VoiceSample {
  readonly at: number
  /** Root mean square, 0 to 1, of this person's microphone, whether muted or not. */
  readonly own: number
  readonly other: number
  readonly microphone: 'on' | 'off'
}

export const initialVoice: VoiceState = {
  found: 'hearing',
  silentMs: 0,
  mutedTalkMs: 0,
  since: 0,
  quietUntil: 0,
}

/** Less than half of the smallest step of 16 bits: a working microphone in the quietest room gives more. */
const nothing = 1 / 65_536

const silentAfterMs = 5_000
const mutedTalkAfterMs = 400
const mutedTalkShownMs = 6_000

/** People mute themselves on purpose to talk to somebody in the room: once in half a minute is enough. */
const mutedTalkAgainMs = 30_000

/** A page that slept says nothing of the time in which it slept. */
const longestStepMs = 300

export function stepVoice(state: VoiceState, sample: VoiceSample, before: number): VoiceState {
  const ms = Math.min(Math.max(sample.at - before, 0), longestStepMs)
  return sample.microphone === 'on' ? whileOn(state, sample, ms) : whileMuted(state, sample, ms)
}

function whileOn(state: VoiceState, { own, other, at }: VoiceSample, ms: number): VoiceState {
  if (own > nothing) {
    return state.found === 'hearing' && state.silentMs === 0 && state.mutedTalkMs === 0
      ? state
      : { ...initialVoice, since: at, quietUntil: state.quietUntil }
  }
  // Whoever listens is expected to be quiet, and noise control may make quiet out of a quiet room.
  const silentMs = state.silentMs + (other < voiceLevel ? ms : 0)
  const isSilent = state.found === 'silent' || silentMs >= silentAfterMs
  return { ...state, silentMs, mutedTalkMs: 0, found: isSilent ? 'silent' : 'hearing' }
}

function whileMuted(state: VoiceState, { own, at }: VoiceSample, ms: number): VoiceState {
  if (state.found === 'muted-talk') {
    const isOver = at - state.since >= mutedTalkShownMs
    return isOver ? { ...initialVoice, since: at, quietUntil: at + mutedTalkAgainMs } : state
  }
  const mutedTalkMs =
    own >= voiceLevel ? state.mutedTalkMs + ms : Math.max(0, state.mutedTalkMs - ms / 4)
  const isSaid = mutedTalkMs >= mutedTalkAfterMs && at >= state.quietUntil
  if (isSaid) return { ...state, found: 'muted-talk', silentMs: 0, mutedTalkMs: 0, since: at }
  return {
    ...state,
    found: 'hearing',
    silentMs: 0,
    mutedTalkMs: Math.min(mutedTalkMs, mutedTalkAfterMs),
  }
}
