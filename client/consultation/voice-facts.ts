/** Whose voice is to be listened to now, by what the live side tells. */
import type { VoiceFacts } from '../rtc/voice-watch.ts'
import type { LiveState } from './live.ts'

/** Nobody is listened to outside a call that runs, nor during a privacy pause. */
export function voiceFactsOf(
  { call, local, remote }: Pick<LiveState, 'call' | 'local' | 'remote'>,
  own: MediaStream | null,
): VoiceFacts {
  const isTalk = call.phase === 'connected' && !local.paused && local.microphone !== 'none'
  return {
    own,
    other: remote.stream,
    microphone: isTalk ? local.microphone : 'unwatched',
  }
}
