/** Watches both people's voices in a call; the pure part is `voice-state.ts`. */
import { openSoundLevel } from './sound-level.ts'
import { browserAfter, type After } from '../call/timers.ts'
import { initialVoice, stepVoice, type VoiceState } from './voice-state.ts'

/** From the beginning of a call. Who is muted then has hardly begun to talk. */
const calmMs = 1_000

export interface VoiceFacts {
  readonly own: MediaStream | null
  readonly other: MediaStream | null
  /** `unwatched`: no call, a pause, or no microphone that could be listened to. */
  readonly microphone: 'on' | 'off' | 'unwatched'
}

export interface VoiceWatch {
  readonly found: VoiceState['found']
  /** To be told of every change; cheap to repeat. */
  follow(facts: VoiceFacts): void
  close(): void
}

/** `context` is asked whenever listening begins: there is none, or one that sleeps, before the first tap. */
export function createVoiceWatch(
  context: () => AudioContext | null,
  changed: () => void,
  now: () => number = () => performance.now(),
  after: After = browserAfter,
): VoiceWatch {
  let state = initialVoice
  let facts: VoiceFacts = { own: null, other: null, microphone: 'unwatched' }
  let stopOwn: (() => void) | null = null
  let stopOther: (() => void) | null = null
  let heard: MediaStreamTrack | null = null
  let heardOther: MediaStreamTrack | null = null
  let otherLevel = 0
  let at = 0
  /** The first pictures have come: until then nothing else may take the processor's time. */
  let isCalm = false
  let cancelListening: (() => void) | null = null

  function set(next: VoiceState): void {
    const isNews = next.found !== state.found
    state = next
    if (isNews) changed()
  }

  /** A copy of the track: a muted one gives silence to every listener, and what is listened to here is never sent. */
  function listenTo(track: MediaStreamTrack | null): void {
    if (track === heard) return
    stopOwn?.()
    stopOwn = null
    heard = null
    set(initialVoice)
    const sounds = context()
    if (track === null || sounds === null) return
    heard = track
    const copy = track.clone()
    copy.enabled = true
    const stop = openSoundLevel(new MediaStream([copy]), sounds, (level) => {
      if (sounds.state === 'running') hear(level)
    })
    at = now()
    stopOwn = () => {
      stop?.()
      copy.stop()
    }
  }

  function listenToOther(track: MediaStreamTrack | null): void {
    if (track === heardOther) return
    stopOther?.()
    stopOther = null
    heardOther = null
    otherLevel = 0
    const sounds = context()
    if (track === null || sounds === null) return
    heardOther = track
    const stream = new MediaStream([track])
    stopOther = openSoundLevel(stream, sounds, (level) => (otherLevel = level))
  }

  function hear(own: number): void {
    const { microphone } = facts
    if (microphone === 'unwatched') return
    const before = at
    at = now()
    set(stepVoice(state, { at, own, other: otherLevel, microphone }, before))
  }

  return {
    get found() {
      return state.found
    },
    follow(next) {
      facts = next
      if (next.microphone === 'unwatched') {
        stopListening()
      } else if (isCalm) {
        listen()
      } else {
        cancelListening ??= after(calmMs, () => {
          isCalm = true
          listen()
        })
      }
    },
    close: stopListening,
  }

  function listen(): void {
    listenTo(liveSoundOf(facts.own))
    listenToOther(liveSoundOf(facts.other))
  }

  function stopListening(): void {
    cancelListening?.()
    cancelListening = null
    isCalm = false
    listenTo(null)
    listenToOther(null)
  }
}

function liveSoundOf(stream: MediaStream | null): MediaStreamTrack | null {
  return stream?.getAudioTracks().find(({ readyState }) => readyState === 'live') ?? null
}
