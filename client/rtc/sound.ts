/**
 * The sounds of a page, made by Web Audio: no files. A browser plays nothing before a tap; `unlock` belongs into the first
 * one, and the context is kept for the life of the page.
 */
import { ringSample, ringTune, tunes, type Note, type TuneName } from './sound-tunes.ts'

export interface Sounds {
  /** Call it in a tap. Cheap to repeat: a phone that slept needs it again. */
  unlock(): void
  /** Whether a ring would be heard now. */
  isUnlocked(): boolean
  /** For a level meter; null before `unlock`. */
  context(): AudioContext | null
  play(name: TuneName): void
  playRingSample(): void
  /** Rings until `stopRing`; ringing twice is one ring. */
  startRing(): void
  stopRing(): void
}

export function createSounds(createContext: () => AudioContext = () => new AudioContext()): Sounds {
  let context: AudioContext | null = null
  let stopRinging: (() => void) | null = null

  const playNotes = (notes: readonly Note[]) => (context === null ? null : playOn(context, notes))

  const stopRing = () => {
    stopRinging?.()
    stopRinging = null
  }

  return {
    unlock() {
      try {
        context ??= createContext()
        // A refusal only means that the next tap has to try again.
        context.resume().catch(() => undefined)
      } catch {
        context = null
      }
    },
    isUnlocked: () => context?.state === 'running',
    context: () => context,
    play(name) {
      playNotes(tunes[name])
    },
    playRingSample() {
      playNotes(ringSample())
    },
    startRing() {
      if (stopRinging === null) stopRinging = playNotes(ringTune())
    },
    stopRing,
  }
}

/** All notes are scheduled at once: timers of a page in the background are throttled, the audio clock is not. */
function playOn(context: AudioContext, notes: readonly Note[]): () => void {
  const out = context.createGain()
  out.connect(context.destination)
  const startAt = context.currentTime + 0.02
  const sources = notes.map((note) => scheduleNote(context, out, note, startAt))
  return () => {
    for (const source of sources) source.stop()
    out.disconnect()
  }
}

/** Soft edges of 30 ms: a note that begins or ends at full volume clicks. */
function scheduleNote(context: AudioContext, out: AudioNode, note: Note, startAt: number) {
  const from = startAt + note.atMs / 1000
  const until = from + note.forMs / 1000
  const source = context.createOscillator()
  const volume = context.createGain()
  source.frequency.value = note.frequencyHz
  volume.gain.setValueAtTime(0, from)
  volume.gain.linearRampToValueAtTime(note.volume, from + 0.03)
  volume.gain.setValueAtTime(note.volume, until - 0.03)
  volume.gain.linearRampToValueAtTime(0, until)
  source.connect(volume).connect(out)
  source.start(from)
  source.stop(until)
  return source
}
